package dev.tracewright.llm;

import org.jspecify.annotations.Nullable;

/**
 * How far the download of a file is.
 *
 * @param done bytes that are here, those of earlier times included
 * @param total bytes of the whole file, or null where nobody says
 */
public record DownloadProgress(long done, @Nullable Long total) {}
