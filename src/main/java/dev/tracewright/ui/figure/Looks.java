package dev.tracewright.ui.figure;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a person wants the charts and tables of a page shown, kept while what they show is counted anew; by their ids. */
final class Looks {
    /** The one that is shown of several charts of a kind, or null for the first. */
    private @Nullable String choice;

    private final Set<String> asTables = new HashSet<>();
    private final Set<String> whole = new HashSet<>();

    @Nullable
    String choice() {
        return choice;
    }

    void choose(String figure) {
        choice = figure;
    }

    /** Charts that are shown as tables. */
    Set<String> asTables() {
        return asTables;
    }

    /** Long tables of which all rows are shown. */
    Set<String> whole() {
        return whole;
    }
}
