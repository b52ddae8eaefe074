package dev.tracewright.experiment;

import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where new records get their keys and times from.
 *
 * @param ids gives a new stable key each time
 * @param clock gives the time in epoch milliseconds
 */
public record Records(Supplier<String> ids, LongSupplier clock) {
    /** Random UUIDs and the computer's clock. */
    public static final Records SYSTEM = new Records(() -> UUID.randomUUID().toString(), System::currentTimeMillis);
}
