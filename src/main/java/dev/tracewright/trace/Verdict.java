package dev.tracewright.trace;

/** A person's judgement of an answer. Unlabelled is the absence of a verdict, never {@link #FALSE}. */
public enum Verdict {
    TRUE,
    FALSE
}
