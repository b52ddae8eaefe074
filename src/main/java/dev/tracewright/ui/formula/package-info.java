/**
 * LaTeX formulas inside ordinary text: found in it, set as one outline, shown on the baseline of the words around them.
 *
 * <p>JLaTeXMath and AWT stay inside this package; everything that comes in is model output and counts as hostile.
 */
@NullMarked
package dev.tracewright.ui.formula;

import org.jspecify.annotations.NullMarked;
