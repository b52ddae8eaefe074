package dev.tracewright.trace;

/** How a model's output ended. Only {@link #STOP} is a complete answer. */
public enum FinishReason {
    /** The model ended by itself. */
    STOP,
    /** The token limit cut it. */
    LENGTH,
    /** The connection ended without a finish reason or terminator. */
    TRUNCATED,
    /** A person stopped it; what had come is kept. */
    CANCELLED,
    /** Imported from a file that does not say. */
    UNKNOWN
}
