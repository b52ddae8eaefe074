/**
 * The commands; a thin skin over {@code work}.
 */
@NullMarked
package dev.tracewright.cli;

import org.jspecify.annotations.NullMarked;
