package dev.tracewright.store;

import org.jspecify.annotations.Nullable;

/**
 * What a machine said about a response, kept apart from labels and never changed.
 *
 * @param id stable key, made by the client
 * @param responseId the response
 * @param kind what it is about: {@link #ALIGNMENT}, or {@code answer}
 * @param source what made it: {@code rules} or a model's name
 * @param place where that model ran: the endpoint's name, or null
 * @param template the version of the prompt that was sent, or null where none was
 * @param json what it says, as JSON; null where the raw reply could not be read
 * @param raw the reply, verbatim, or null where there was none
 * @param trouble one sentence on why the reply could not be read, or null
 * @param at epoch milliseconds
 */
public record StoredSuggestion(
        String id,
        String responseId,
        String kind,
        String source,
        @Nullable String place,
        @Nullable String template,
        @Nullable String json,
        @Nullable String raw,
        @Nullable String trouble,
        long at) {
    /** A second opinion on which steps the output performs and what became of each step. */
    public static final String ALIGNMENT = "alignment";
}
