package dev.tracewright.llm;

import org.jspecify.annotations.Nullable;

/**
 * How far the fetching of a model is.
 *
 * @param words what the server says it is doing, safe to show
 * @param done bytes of the part that is being fetched that have come, or null where the server does not say
 * @param total bytes of that part, above zero, or null where the server does not say
 */
public record PullProgress(
        String words, @Nullable Long done, @Nullable Long total) {}
