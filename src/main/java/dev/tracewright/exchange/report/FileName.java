package dev.tracewright.exchange.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes names of files, anchors and labels of the ids of tables and charts, in which the name of a data set may stand. */
final class FileName {
    private static final int LONGEST = 60;
    private static final int HASH = 8;

    private FileName() {}

    /**
     * The id itself where it is made of small letters, digits and single hyphens and is not long; otherwise what is left of it with
     * the beginning of its checksum, so that different ids stay different on every system.
     */
    static String of(String id) {
        String slug = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        slug = slug.substring(0, Math.min(LONGEST, slug.length()));
        if (slug.equals(id) && !slug.matches("|con|prn|aux|nul|(com|lpt)[0-9]")) {
            return slug;
        }
        return (slug.isEmpty() ? "x" : slug) + "-"
                + sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    }

    /** The SHA-256 checksum as 64 hexadecimal digits. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The SHA-256 checksum. */
    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
