package dev.tracewright.exchange.report;

/** Makes hostile text fit for paper and screens: one line, no characters that nobody sees but that change what is seen, not too long. */
public final class Printable {
    /** The longest entry of a table or label of a chart that is printed, in characters; CSV holds all of it. */
    static final int ENTRY = 120;
    /** The longest title that is printed, in characters. */
    static final int TITLE = 300;
    /** The longest note or footnote that is printed, in characters. */
    static final int NOTE = 4000;

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * The text on one line, without control characters, marks that turn the direction of writing, invisible characters and halves of
     * surrogate pairs; runs of white space become one space.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || c == 0x85) {
                space(line);
            } else if (isSurrogate(c) || (c & 0xFFFE) == 0xFFFE) {
                line.appendCodePoint(REPLACEMENT);
            } else if (c == ' ') {
                space(line);
            } else if (!isHidden(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }

    /** The same, cut at {@code longest} characters (code points), an ellipsis at its end. */
    public static String line(String text, int longest) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }

    /** The text as it is, but with U+FFFD for halves of surrogate pairs, which UTF-8 cannot hold. */
    static String encodable(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c));
        return whole.toString();
    }

    /** How many columns of a typewriter the text takes. */
    static int columns(String text) {
        return text.codePoints().map(Printable::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
            default -> (c >= 0x1F300 && c < 0x20000) || (c >= 0xFF01 && c <= 0xFF60) ? 2 : 1;
        };
    }

    private static void space(StringBuilder line) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || (type == Character.FORMAT && c != 0x200D && c != 0x200C);
    }
}
