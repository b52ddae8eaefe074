package dev.tracewright.align;

/**
 * What announces an item at the start of a line, with the place of its number, so that items can be found and renumbered.
 *
 * @param kind what sort of announcement it is
 * @param start offset of its first character
 * @param end offset where the item's own text begins
 * @param numberStart offset of the number or letter; equal to {@code numberEnd} where there is none
 * @param numberEnd offset after the number or letter
 * @param script how the number is written
 * @param value the number's value, or 0 where there is none
 * @param lastValue the last value of a range such as "2-3", else {@code value}
 * @param style equal for markers that a writer would put in one list
 */
record Marker(
        Kind kind,
        int start,
        int end,
        int numberStart,
        int numberEnd,
        Numeral script,
        int value,
        int lastValue,
        String style) {

    /** The sorts of announcements. */
    enum Kind {
        /** "Step 3:", "第三步". */
        WORD,
        /** "3.", "(3)", "③", "三、". */
        NUMBER,
        /** "c)", "iii.". */
        LETTER,
        /** "- ", "• ". */
        BULLET,
        /** "### Title". */
        HEADING,
        /** A line that is bold as a whole. */
        BOLD_LINE
    }

    boolean isNumbered() {
        return kind == Kind.WORD || kind == Kind.NUMBER;
    }
}
