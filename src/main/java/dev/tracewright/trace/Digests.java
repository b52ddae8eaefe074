package dev.tracewright.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content digests, so that equal content gets equal keys on every machine. */
public final class Digests {
    private Digests() {}

    /** SHA-256 of the texts (UTF-8, each followed by a zero byte), as 64 lower-case hexadecimal digits. */
    public static String digest(String... texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                sha.update(text.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first 16 digits of {@link #digest}: enough for keys within one session. */
    public static String shortDigest(String... texts) {
        return digest(texts).substring(0, 16);
    }
}
