package dev.tracewright.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model could not be asked; the message is one sentence for a person, with the server's own words where it gave any. */
public final class ModelException extends Exception {
    /** What went wrong, so that a screen can offer the right remedy. */
    public enum Kind {
        UNREACHABLE,
        TIMEOUT,
        UNAUTHORISED,
        UNKNOWN_MODEL,
        QUOTA,
        RATE_LIMITED,
        CONTEXT_TOO_LONG,
        REFUSED,
        SERVER_ERROR,
        NONSENSE,
        NO_KEY,
        CANNOT
    }

    private final Kind kind;
    private final transient List<Attempt> attempts;

    public ModelException(Kind kind, String message, List<Attempt> attempts, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.attempts = List.copyOf(attempts);
    }

    public Kind kind() {
        return kind;
    }

    /** Every attempt that was made, in order. */
    public List<Attempt> attempts() {
        return attempts;
    }
}
