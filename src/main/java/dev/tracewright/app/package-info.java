/**
 * Launcher and composition root: constructs everything by hand, then starts the window or a command.
 */
@NullMarked
package dev.tracewright.app;

import org.jspecify.annotations.NullMarked;
