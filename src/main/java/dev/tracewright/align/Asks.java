package dev.tracewright.align;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a delegated step asks for, read from its opening words: a calculation leaves an equation behind, a
 * statement ("identify", "recall") may leave nothing, and the answer stands where the work ends.
 *
 * @param kind what it asks for
 */
record Asks(Kind kind) {
    private static final Set<String> WORK = Set.of(
            "+mul",
            "+add",
            "+sub",
            "+div",
            "+solve",
            "+simplify",
            "+substitute",
            "+expand",
            "+factor",
            "+check",
            "+convert",
            "+calculate");
    private static final Pattern ANSWER = Pattern.compile(
            "\\b(final answer|the answer|your answer|final result|final solution|the solution|conclude|conclusion|"
                    + "this (is|will be|should|result|gives|number|value)|the result|that is the|will give)\\b|答案|结论");
    private static final Pattern STATEMENT =
            Pattern.compile("^\\W*(first,? |next,? |then,? |now,? |start by |begin by |to start,? )?"
                    + "(understand|identify|recogni[sz]e|recall|note|remember|know|read|take note|list|consider|observe|"
                    + "realize|let|assume|define|assign|write down|be aware|given|look at|you (have|know|need|are))");

    /** The three kinds of demand. */
    enum Kind {
        CALCULATION,
        STATEMENT,
        ANSWER,
        OTHER
    }

    static Asks of(String body, Set<String> marks, boolean last) {
        String lower = body.toLowerCase(Locale.ROOT);
        Kind kind;
        if (STATEMENT.matcher(lower).find()) {
            kind = Kind.STATEMENT;
        } else if (last ? ANSWER.matcher(lower).find() : lower.contains("answer")) {
            kind = Kind.ANSWER;
        } else if (marks.stream().limit(4).anyMatch(WORK::contains)) {
            kind = Kind.CALCULATION;
        } else {
            kind = Kind.OTHER;
        }
        return new Asks(kind);
    }
}
