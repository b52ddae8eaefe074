package dev.tracewright.experiment;

/**
 * Guesses how many tokens a text has, for an estimate before anything is sent: {@value #LETTERS_A_TOKEN} characters a token, and
 * one token for every Chinese, Japanese or Korean character. Tokenizers differ; formulas take more than this.
 */
public final class TokenCount {
    /** How many characters (code points) make a token. */
    public static final int LETTERS_A_TOKEN = 4;

    private TokenCount() {}

    /** The guessed tokens of a text, rounded up. */
    public static long of(String text) {
        long wide = text.codePoints().filter(TokenCount::wide).count();
        long narrow = text.codePointCount(0, text.length()) - wide;
        return wide + (narrow + LETTERS_A_TOKEN - 1) / LETTERS_A_TOKEN;
    }

    private static boolean wide(int c) {
        if (c < 0x2E80) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
        };
    }
}
