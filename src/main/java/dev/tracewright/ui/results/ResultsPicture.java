package dev.tracewright.ui.results;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.Section;
import dev.tracewright.exchange.report.Report;
import dev.tracewright.store.ResultStore;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

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
        return sum(AnswerGroup::count);
    }

    /** How many of them people have decided, unanimously or not. */
    public long labelled() {
        return sum(group -> group.outcome() == Outcome.UNLABELLED ? 0 : group.count());
    }

    /** All of it as a report. */
    public Report report(String title) {
        return new Report(
                title,
                ResultsTexts.facts(this),
                Stream.concat(results.stream(), inspect.stream()).toList());
    }

    private long sum(ToLongFunction<AnswerGroup> count) {
        return answered.groups().stream().mapToLong(count).sum();
    }
}
