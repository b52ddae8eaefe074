package dev.tracewright.ui.results;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.CountedAnswers;
import dev.tracewright.analysis.Section;
import dev.tracewright.store.ResultStore;
import java.util.List;

/**
 * One consistent picture of the results: counts, and the sections made of them. Made whole, away from the screen.
 *
 * @param answered the counts
 * @param facets what there is to choose from
 * @param results the sections of the Results screen
 * @param inspect the sections of the Inspect screen
 */
public record ResultsPicture(
        Answered answered, ResultStore.Facets facets, List<Section> results, List<Section> inspect) {
    public ResultsPicture {
        results = List.copyOf(results);
        inspect = List.copyOf(inspect);
    }

    /** How many answers pass the filter. */
    public long total() {
        return CountedAnswers.total(answered);
    }

    /** How many of them people have decided, unanimously or not. */
    public long labelled() {
        return CountedAnswers.labelled(answered);
    }
}
