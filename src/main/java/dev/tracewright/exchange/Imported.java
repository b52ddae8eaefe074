package dev.tracewright.exchange;

import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Trace;

/** What one record of a file turned out to be, in file order. */
public sealed interface Imported {
    /** Where it stands; the row is the one that {@code align} prints. */
    Place place();

    /** A problem of a data set, without any answer of a model. */
    record OfProblem(Problem problem, Place place) implements Imported {}

    /** A model's answer to a problem, with its steps and label where the file has them. */
    record OfTrace(Trace trace, Place place) implements Imported {}

    /** A record that could not be read. */
    record Unreadable(BadRow bad) implements Imported {
        @Override
        public Place place() {
            return bad.place();
        }
    }
}
