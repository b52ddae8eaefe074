/**
 * The Settings screen.
 */
@NullMarked
package dev.tracewright.ui.preferences;

import org.jspecify.annotations.NullMarked;
