package dev.tracewright.exchange;

import org.jspecify.annotations.Nullable;

/** Leaves the conversion of one record; the importer turns it into a {@link BadRow} and goes on. */
final class BadRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String column;

    BadRowException(@Nullable String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    BadRow at(Place place) {
        String reason = getMessage() == null ? "unreadable" : getMessage();
        return new BadRow(column == null ? place : place.at(column), reason);
    }
}
