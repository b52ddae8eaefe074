package dev.tracewright.align;

/**
 * One equation between two values that can be worked out exactly.
 *
 * @param start UTF-16 offset of the first character of its left side
 * @param end UTF-16 offset after the last character of its right side
 * @param holds whether both sides are equal, or the right one is the left one rounded
 */
public record Equation(int start, int end, boolean holds) {}
