/**
 * Widgets that several screens share; none knows what it is used for.
 */
@NullMarked
package dev.tracewright.ui.control;

import org.jspecify.annotations.NullMarked;
