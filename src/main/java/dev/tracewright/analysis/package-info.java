/**
 * What the answers of a session amount to: accuracy, tests, intervals, step statistics, and the tables and figures that show them.
 * Pure functions of counted answers; knows neither where the counts come from nor how a table is drawn or written.
 */
@NullMarked
package dev.tracewright.analysis;

import org.jspecify.annotations.NullMarked;
