package dev.tracewright.exchange;

/**
 * A record that could not be read; the others were.
 *
 * @param place where it stands
 * @param reason why, as a clause for a person
 */
public record BadRow(Place place, String reason) implements RowResult {

    /** Place and reason as one line. */
    public String describe() {
        return place.describe() + ": " + reason;
    }
}
