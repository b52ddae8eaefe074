package dev.tracewright.exchange;

import org.jspecify.annotations.Nullable;

/** A whole file could not be read or written; the message is one sentence for a person and names the file. */
public final class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExchangeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public ExchangeException(String message) {
        this(message, null);
    }
}
