package dev.tracewright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a file strictly without giving up at the first bad byte: such bytes become U+FFFD and are remembered with their place,
 * so that the record they stand in is refused and the others are read.
 */
final class TextInput extends Reader {
    private static final int MOST_REMEMBERED = 100_000;

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final Deque<Passage> passages = new ArrayDeque<>();
    private @Nullable Undecodable first;
    private long byteOffset;
    private long charOffset;
    private long line = 1;
    private boolean ended;
    private boolean decoded;

    private record Passage(long from, long to, Undecodable what) {}

    private TextInput(InputStream in, Charset charset, int skipped) {
        this.in = in;
        this.charset = charset;
        this.byteOffset = skipped;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.flip();
    }

    /** Opens a text file; a byte order mark is taken off and, where {@code charset} is null, obeyed. */
    static TextInput open(Path file, @Nullable Charset charset) throws IOException {
        return open(Files.newInputStream(file), charset);
    }

    static TextInput open(InputStream raw, @Nullable Charset charset) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 4);
        byte[] head = in.readNBytes(3);
        int mark = 0;
        Charset found = null;
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            mark = 3;
            found = StandardCharsets.UTF_8;
        } else if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            mark = 2;
            found = StandardCharsets.UTF_16BE;
        } else if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            mark = 2;
            found = StandardCharsets.UTF_16LE;
        }
        boolean obeyed = found != null && (charset == null || charset.equals(found) || isUtf16(charset));
        int skipped = obeyed ? mark : 0;
        in.unread(head, skipped, head.length - skipped);
        Charset used = obeyed && found != null ? found : charset == null ? StandardCharsets.UTF_8 : charset;
        return new TextInput(in, used, skipped);
    }

    private static boolean isUtf16(Charset charset) {
        return charset.equals(StandardCharsets.UTF_16);
    }

    /** The first undecodable bytes so far. */
    @Nullable
    Undecodable first() {
        return first;
    }

    /**
     * The first undecodable bytes among the characters from the last asked place up to {@code charEnd} (offset in characters,
     * exclusive), or null. Ask in ascending order.
     */
    @Nullable
    Undecodable undecodableBefore(long charEnd) {
        Undecodable found = null;
        while (!passages.isEmpty() && passages.getFirst().from() < charEnd) {
            Passage passage = passages.removeFirst();
            found = found == null ? passage.what() : found;
            if (passage.to() > charEnd) {
                passages.addFirst(new Passage(charEnd, passage.to(), passage.what()));
                break;
            }
        }
        return found;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (out.position() == 0) {
            if (decoded) {
                return -1;
            }
            step(out);
        }
        int count = out.position();
        charOffset += count;
        return count;
    }

    private void step(CharBuffer out) throws IOException {
        int before = bytes.position();
        int from = out.position();
        CoderResult result = decoder.decode(bytes, out, ended);
        byteOffset += bytes.position() - before;
        for (int i = from; i < out.position(); i++) {
            if (out.get(i) == '\n') {
                line++;
            }
        }
        if (result.isError()) {
            if (!out.hasRemaining()) {
                return;
            }
            remember(charOffset + out.position());
            bytes.position(bytes.position() + result.length());
            byteOffset += result.length();
            out.put('\uFFFD');
        } else if (result.isUnderflow()) {
            if (ended) {
                decoded = true;
            } else {
                fill();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void remember(long at) throws IOException {
        Undecodable what = new Undecodable(byteOffset, line, charset);
        if (first == null) {
            first = what;
        }
        Passage last = passages.peekLast();
        if (last != null && last.to() == at) {
            passages.removeLast();
            passages.addLast(new Passage(last.from(), at + 1, last.what()));
        } else if (passages.size() >= MOST_REMEMBERED) {
            throw new IOException("the file is no text: " + first.describe());
        } else {
            passages.addLast(new Passage(at, at + 1, what));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
