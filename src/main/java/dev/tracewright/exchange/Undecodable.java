package dev.tracewright.exchange;

import java.nio.charset.Charset;

/**
 * Bytes that are no text in the expected encoding.
 *
 * @param byteOffset offset of the first such byte in the file, counted from 0
 * @param line the physical line, counted from 1
 * @param charset the encoding that was expected
 */
public record Undecodable(long byteOffset, long line, Charset charset) {

    /** A clause that says where, and what to do. */
    public String describe() {
        return "byte " + byteOffset + " (line " + line + ") is not " + charset.name()
                + "; if the file is in another encoding, import it with that one, such as windows-1252 or GB18030";
    }
}
