/**
 * The vocabulary of the field: problems, plans and their steps, responses, alignments, verdicts. Immutable records without\n * any dependency; every other package may use it, and it uses none.
 */
@NullMarked
package dev.tracewright.trace;

import org.jspecify.annotations.NullMarked;
