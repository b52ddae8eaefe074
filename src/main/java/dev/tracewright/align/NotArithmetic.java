package dev.tracewright.align;

/** Ends the reading of what is no arithmetic; without a stack trace, since most numbers stand in prose. */
final class NotArithmetic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotArithmetic() {
        super("not arithmetic", null, false, false);
    }
}
