/**
 * Pure functions about answers: what a response states, what its reasoning arrives at, whether that equals the data set's
 * answer, and why. Depends on {@code trace} only.
 */
@NullMarked
package dev.tracewright.answer;

import org.jspecify.annotations.NullMarked;
