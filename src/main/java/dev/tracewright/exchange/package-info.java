/**
 * Reading data sets, traces and study plans, writing records and plans. Every reader keeps the good rows and says where the bad ones are.
 */
@NullMarked
package dev.tracewright.exchange;

import org.jspecify.annotations.NullMarked;
