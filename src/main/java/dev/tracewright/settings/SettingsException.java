package dev.tracewright.settings;

import org.jspecify.annotations.Nullable;

/** Settings could not be read, written or accepted; the message is one sentence for a person and never holds a secret. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public SettingsException(String message) {
        this(message, null);
    }
}
