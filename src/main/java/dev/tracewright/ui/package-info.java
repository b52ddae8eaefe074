/**
 * The window: shell, theme, and the one place where threads meet the toolkit.
 */
@NullMarked
package dev.tracewright.ui;

import org.jspecify.annotations.NullMarked;
