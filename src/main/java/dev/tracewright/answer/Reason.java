package dev.tracewright.answer;

/** The sentences by which a suggestion explains itself; one key each, so that they can be said in other languages. */
enum Reason {
    SAME("The output states %s, which is the data set's answer."),
    SAME_BY_REASONING("The output states %s, but the reasoning arrives at %s, which is the data set's answer."),
    OTHER("The output states %s; the data set's answer is %s."),
    NO_ANSWER("The output gives no answer."),
    NO_GOLD("The data set has no answer to compare with."),
    ROUNDED("The output states %s, which is the data set's answer %s rounded."),
    REASONING_DIFFERS("The output states %s, which is the data set's answer, but the reasoning arrives at %s."),
    AMONG_OTHERS("The data set's answer %s stands in the concluding sentence, but %s is what it seems to state."),
    UNEVALUATED("The output states %s, which equals the data set's answer %s but is not worked out."),
    OTHER_FORM("The output states %s, which equals the data set's answer %s in another form than was asked."),
    OTHER_UNIT("The output states %s, which may be the data set's answer %s in another unit."),
    CUT_NUMBER(
            "The output states %s, but the reasoning arrives at %s, which is the data set's answer; the line seems cut at the comma."),
    VAGUE("The output states %s, which is the data set's answer, but adds an amount that it does not name."),
    GOES_ON("The output arrives at %s, which is the data set's answer, but goes on to %s."),
    BLANK("The output states %s on the way, which is the data set's answer, but leaves a blank at its end."),
    CUT("The output breaks off before its answer."),
    LOOPS("The output repeats itself without end.");

    private final String english;

    Reason(String english) {
        this.english = english;
    }

    /** The sentence in English with the values in it. */
    String english(String... values) {
        return String.format(english, (Object[]) values);
    }
}
