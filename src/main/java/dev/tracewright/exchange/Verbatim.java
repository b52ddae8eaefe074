package dev.tracewright.exchange;

/**
 * Looks for quoted beginnings in a text, one behind the other. White space counts as one blank however much there is, because
 * models do not copy it faithfully; everything else counts.
 */
final class Verbatim {
    /** So much of a beginning is looked for; a longer one would only take time. */
    private static final int LONGEST = 300;

    private final StringBuilder folded = new StringBuilder();
    /** For each character of the folded text its offset in the original. */
    private final int[] offsets;

    private int from;

    Verbatim(String text) {
        offsets = new int[text.length() + 1];
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            boolean white = Character.isWhitespace(text.charAt(i));
            if (!white || !blank) {
                offsets[folded.length()] = i;
                folded.append(white ? ' ' : text.charAt(i));
            }
            blank = white;
        }
    }

    /**
     * The offset at which the text goes on with these words, behind the words that were found before; -1 where it does not. The
     * words begin where a word can begin.
     */
    int next(String words) {
        String wanted = words.strip().replaceAll("\\s+", " ");
        String whole =
                wanted.endsWith("…") || wanted.endsWith("...") ? wanted.replaceAll("\\s*(…|\\.{3})$", "") : wanted;
        if (whole.length() > LONGEST) {
            whole = whole.substring(0, LONGEST);
        }
        if (whole.isEmpty()) {
            return -1;
        }
        for (int at = folded.indexOf(whole, from); at >= 0; at = folded.indexOf(whole, at + 1)) {
            boolean inWord = at > 0
                    && Character.isLetterOrDigit(folded.charAt(at - 1))
                    && Character.isLetterOrDigit(whole.charAt(0));
            if (!inWord) {
                from = at + whole.length();
                return offsets[at];
            }
        }
        return -1;
    }
}
