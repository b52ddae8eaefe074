/**
 * The Inspect screen: what became of the delegated steps, by model, approach and position, and one problem with everything that was
 * answered to it side by side.
 */
@NullMarked
package dev.tracewright.ui.inspect;

import org.jspecify.annotations.NullMarked;
