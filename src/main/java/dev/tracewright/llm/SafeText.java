package dev.tracewright.llm;

import org.jspecify.annotations.Nullable;

/** Makes a server's words fit to be shown: short, on one line, without control characters and without the key. */
final class SafeText {
    /** The most UTF-16 units an excerpt has. */
    static final int MAX_LENGTH = 200;

    private static final int MAX_LOOKED_AT = 64 * 1024;
    private static final String HIDDEN = "[key]";

    private SafeText() {}

    /**
     * The beginning of a hostile text, at most {@value #MAX_LENGTH} UTF-16 units.
     *
     * @param key what must not show, or null
     */
    static String excerpt(String hostile, @Nullable String key) {
        String text = hostile.length() > MAX_LOOKED_AT ? hostile.substring(0, MAX_LOOKED_AT) : hostile;
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR -> {
                    if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ' && Character.isWhitespace(c)) {
                        clean.append(' ');
                    }
                }
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(c);
            }
        });
        String safe = withoutKey(clean.toString().strip(), key);
        if (safe.length() <= MAX_LENGTH) {
            return safe;
        }
        int end = MAX_LENGTH - 1;
        if (Character.isHighSurrogate(safe.charAt(end - 1))) {
            end--;
        }
        return safe.substring(0, end) + "…";
    }

    private static String withoutKey(String text, @Nullable String key) {
        return key == null ? text : text.replace(key, HIDDEN);
    }
}
