package dev.tracewright.trace;

/**
 * A value found in a text, with its place.
 *
 * @param value the value as a person would write it, such as {@code 57500} or {@code \frac{3}{4}}
 * @param start UTF-16 offset of the first character of the value as written
 * @param end UTF-16 offset after its last character
 */
public record Found(String value, int start, int end) {}
