package dev.tracewright.trace;

/**
 * A value that an output may mean as its answer, with its place and the reason why it was considered.
 *
 * @param found the value and its place in the output
 * @param where what kind of place it stands in
 */
public record Candidate(Found found, Where where) {

    /** The kinds of places in which answers stand, the most formal first. */
    public enum Where {
        /** A line that says that it is the answer: {@code ####}, {@code A:}, "The answer is". */
        ANSWER_LINE,
        /** A {@code \boxed{…}}. */
        BOX,
        /** A sentence that says that it concludes: "therefore", "in total". */
        CONCLUSION,
        /** A sentence or equation of the work that yields a value. */
        RESULT,
        /** A further value beside another one in the same sentence. */
        BESIDE;

        /** The name used in files. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
