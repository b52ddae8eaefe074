package dev.tracewright.analysis;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a table.
 *
 * @param text as it is printed, without stars
 * @param number the figure in full precision, for files that are read by programs, or null where the entry is words
 * @param stars significance stars, empty for none
 * @param hint what a person sees who asks for more, such as the interval and n, or null
 * @param opens the answers it stands for, or null where there are none to open
 */
public record Value(
        String text,
        @Nullable Double number,
        String stars,
        @Nullable String hint,
        @Nullable Selection opens) {
    /** Nothing to say, such as the accuracy of no answers. */
    public static final Value NONE = new Value("\u2013", null, "", null, null);

    /** Words. */
    public static Value words(String text) {
        return new Value(text, null, "", null, null);
    }

    /** The same, opening these answers. */
    public Value opening(@Nullable Selection answers) {
        return new Value(text, number, stars, hint, answers);
    }

    /** The same, with more said to who asks. */
    public Value hinting(String more) {
        return new Value(text, number, stars, more, opens);
    }
}
