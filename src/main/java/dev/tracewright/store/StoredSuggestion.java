package dev.tracewright.store;

/**
 * A machine's suggestion about a response, kept apart from labels.
 *
 * @param responseId the response
 * @param source what made it: {@code rules} or a model's name
 * @param json what it says, as JSON
 * @param at epoch milliseconds
 */
public record StoredSuggestion(String responseId, String source, String json, long at) {}
