package dev.tracewright.llm.demo;

import org.apache.commons.numbers.fraction.BigFraction;

/** The smallest piece of a step that means something, with its place in the step's text for quoting. */
sealed interface Token {
    int start();

    int end();

    /**
     * A number as written or spelled.
     *
     * @param style how results made from it are best written
     * @param unit the unit of a currency sign or percent sign, or empty
     * @param soft the word "one", which is often no number at all ("one box")
     */
    record Numeral(BigFraction value, Style style, String unit, boolean soft, int start, int end) implements Token {
        boolean isPercent() {
            return unit.equals("%");
        }
    }

    /** A word in lower case. */
    record Word(String text, int start, int end) implements Token {}

    /** One of {@code + - × ÷ ^ ( ) , =}. */
    record Symbol(char sign, int start, int end) implements Token {}

    /** How a number was written; the strongest of the operands decides how the result is. */
    enum Style {
        PLAIN,
        FRACTION,
        DECIMAL;

        Style with(Style other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    default boolean is(String word) {
        return this instanceof Word w && w.text().equals(word);
    }

    default boolean is(char sign) {
        return this instanceof Symbol s && s.sign() == sign;
    }
}
