/**
 * Tables and charts of results on the screen: drawn in the colours of the window, every number opening the answers it stands for,
 * reachable by keyboard, and taken out by copying and saving. Knows nothing of where the numbers come from.
 */
@NullMarked
package dev.tracewright.ui.figure;

import org.jspecify.annotations.NullMarked;
