package dev.tracewright.store;

import org.jspecify.annotations.Nullable;

/** A session could not be read or written; the message is one sentence for a person and names the place. */
public final class StoreException extends RuntimeException {
    /** What went wrong, so that a screen can offer the right remedy. */
    public enum Kind {
        /** There is no such session. */
        MISSING,
        /** The file is not a session of this program. */
        FOREIGN,
        /** The file is a session but damaged. */
        DAMAGED,
        /** The session was written by a newer version of the program. */
        NEWER,
        /** A new session was asked for where there already is a file. */
        EXISTS,
        /** The folder or file cannot be written. */
        READ_ONLY,
        /** The disk is full. */
        FULL,
        /** Somebody else holds the session for too long. */
        BUSY,
        /** Anything else, with the data base's words. */
        FAILED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
