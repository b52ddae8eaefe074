package dev.tracewright.answer;

/** Ends the reading of what is no expression; without a stack trace, since most texts are none. */
final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
        super(message, null, false, false);
    }
}
