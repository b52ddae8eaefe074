/**
 * Typed settings, the operating system's folders, and secrets (which never reach a disk).
 */
@NullMarked
package dev.tracewright.settings;

import org.jspecify.annotations.NullMarked;
