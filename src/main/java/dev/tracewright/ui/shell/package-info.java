/**
 * The frame around the screens: top bar, rail, status bar.
 */
@NullMarked
package dev.tracewright.ui.shell;

import org.jspecify.annotations.NullMarked;
