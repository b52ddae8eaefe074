package dev.tracewright.analysis;

import dev.tracewright.trace.Verdict;
import java.util.Set;

/** What people say of an answer, all annotators that count taken together, or what an adjudicator says in their place. */
public enum Outcome {
    /** Everybody who decided says true. */
    TRUE,
    /** Everybody who decided says false. */
    FALSE,
    /** Annotators, or adjudicators, differ; it is counted neither way. */
    DISPUTED,
    /** Nobody has decided; it is never counted as false. */
    UNLABELLED;

    /** What these verdicts amount to. */
    public static Outcome of(Set<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return UNLABELLED;
        }
        return verdicts.size() > 1 ? DISPUTED : verdicts.contains(Verdict.TRUE) ? TRUE : FALSE;
    }
}
