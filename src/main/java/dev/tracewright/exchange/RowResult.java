package dev.tracewright.exchange;

/** What a reader finds next: a row, or the place of something that is none. */
sealed interface RowResult permits Row, BadRow {}
