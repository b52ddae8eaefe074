package dev.tracewright.analysis;

/** What people say of an answer, all annotators that count taken together, or what an adjudicator says in their place. */
public enum Outcome {
    /** Everybody who decided says true. */
    TRUE,
    /** Everybody who decided says false. */
    FALSE,
    /** Annotators, or adjudicators, differ; it is counted neither way. */
    DISPUTED,
    /** Nobody has decided; it is never counted as false. */
    UNLABELLED
}
