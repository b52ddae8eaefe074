/**
 * Colours, sizes and fonts of the window, in one place.
 */
@NullMarked
package dev.tracewright.ui.theme;

import org.jspecify.annotations.NullMarked;
