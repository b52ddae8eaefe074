/**
 * Pure functions from text to structure: delegated text to steps, solver text to segments aligned to steps. Offsets are
 * kept everywhere and no character is ever lost. Depends on {@code trace} only.
 */
@NullMarked
package dev.tracewright.align;

import org.jspecify.annotations.NullMarked;
