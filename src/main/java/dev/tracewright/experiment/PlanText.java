package dev.tracewright.experiment;

/** What the texts of a plan may hold, so that every plan can be written to a file and read again. */
final class PlanText {
    private PlanText() {}

    /** Whether it has neither control characters nor line breaks nor code units that are no character. */
    static boolean oneLine(String text) {
        return text.codePoints().allMatch(c -> writable(c) && !Character.isISOControl(c) && c != 0x2028 && c != 0x2029);
    }

    /** Whether it has no control characters except line breaks and tabs, and no code units that are no character. */
    static boolean lines(String text) {
        return text.codePoints()
                .allMatch(c -> writable(c) && (!Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t'));
    }

    private static boolean writable(int c) {
        boolean halfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !halfPair && c != 0xFFFE && c != 0xFFFF;
    }
}
