package dev.tracewright.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * One sentence or line of an output.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param text the sentence itself
 */
record Sentence(int start, int end, String text) {
    /** The sentences of {@code text} in order, without blank ones. */
    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        int formula = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length() || text.charAt(i) == '\n';
            if (!end && text.startsWith("$$", i)) {
                formula = formula < 0 ? i : -1;
                i++;
                continue;
            }
            if (end && formula >= 0 && i < text.length() && i - formula < 400 && text.indexOf("$$", i) > 0) {
                continue;
            }
            if (end || endsSentence(text, i)) {
                int stop = end ? i : i + 1;
                add(sentences, text, start, stop);
                start = stop;
                formula = end ? -1 : formula;
            }
        }
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, int start, int stop) {
        int from = start;
        int to = stop;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new Sentence(from, to, text.substring(from, to)));
        }
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        if (c == '。' || c == '！' || c == '？') {
            return true;
        }
        if ((c != '.' && c != '!' && c != '?')
                || at + 1 >= text.length()
                || !Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean remark = c == '?'
                && text.startsWith("(", next)
                && next + 1 < text.length()
                && Character.isLetter(text.charAt(next + 1));
        boolean opens = next >= text.length() || !(remark || Character.isLowerCase(text.charAt(next)));
        int word = at;
        while (word > 0 && Character.isLetterOrDigit(text.charAt(word - 1))) {
            word--;
        }
        boolean listNumber =
                at - word <= 2 && at > word && Character.isDigit(text.charAt(word)) && beginsLine(text, word);
        boolean title = List.of("Mr", "Mrs", "Ms", "Dr", "St").contains(text.substring(word, at));
        return opens && !listNumber && !title;
    }

    /** Whether only a bullet, a bold mark or an opening parenthesis stands before {@code at} in its line. */
    private static boolean beginsLine(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || "\n*(".indexOf(text.charAt(before)) >= 0;
    }

    /**
     * How many characters at its beginning are a printed list number ("3.", "**Step 3:"), which is no value; 0 where there
     * is none.
     */
    int numberEnd() {
        int at = 0;
        while (at < text.length() && "*#- (".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (text.regionMatches(true, at, "step ", 0, 5)) {
            at += 5;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean number = digits > at
                && digits - at <= 2
                && digits + 1 < text.length()
                && ".):".indexOf(text.charAt(digits)) >= 0
                && " *".indexOf(text.charAt(digits + 1)) >= 0;
        return number ? digits + 1 : 0;
    }
}
