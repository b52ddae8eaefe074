package dev.tracewright.store;

/**
 * A study as it was started.
 *
 * @param id stable key
 * @param name as a person calls it
 * @param plan its plan in YAML
 * @param createdAt epoch milliseconds
 */
public record StoredStudy(String id, String name, String plan, long createdAt) {}
