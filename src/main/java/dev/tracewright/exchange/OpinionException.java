package dev.tracewright.exchange;

/** A model's second opinion that cannot be used; the message is one sentence that says what is wrong in which place. */
public final class OpinionException extends Exception {
    OpinionException(String message) {
        super(message);
    }
}
