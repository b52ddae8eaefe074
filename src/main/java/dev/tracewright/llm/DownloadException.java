package dev.tracewright.llm;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file could not be downloaded; the message says in a sentence why, and what became of what had come. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    DownloadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    DownloadException(String message) {
        this(message, null);
    }
}
