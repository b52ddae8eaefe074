/**
 * The Results screen: what the labelled answers of the session amount to, as tables and charts of which every number opens its answers.
 * Counting and writing happen away from the screen.
 */
@NullMarked
package dev.tracewright.ui.results;

import org.jspecify.annotations.NullMarked;
