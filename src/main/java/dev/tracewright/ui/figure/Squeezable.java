package dev.tracewright.ui.figure;

/** A part that is still well to read where it gets somewhat less room than it likes. */
interface Squeezable {
    /** The width from which on it is well to read, in pixels. */
    double readableWidth();
}
