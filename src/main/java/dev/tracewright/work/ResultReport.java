package dev.tracewright.work;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.CountedAnswers;
import dev.tracewright.analysis.InspectSections;
import dev.tracewright.analysis.ResultSections;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.StrictRow;
import dev.tracewright.analysis.StrictRow.Differing;
import dev.tracewright.analysis.StrictRows;
import dev.tracewright.answer.GoldAnswer;
import dev.tracewright.answer.StrictMatch;
import dev.tracewright.exchange.report.Report;
import dev.tracewright.store.ResultStore.Selected;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the report of a session, the same from the window and from the command line. */
public final class ResultReport {
    /** How many answers are listed at most of which exact matching says something else than people. */
    private static final int MOST_LISTED = 1_000;

    private ResultReport() {}

    /**
     * Everything that the counted answers amount to; without sections where none was counted. Blocks, because it reads the answers that
     * it lists one by one.
     *
     * @param store where they were counted
     */
    public static Report of(SessionStore store, Answered answered) {
        List<Section> sections = new ArrayList<>();
        if (!answered.groups().isEmpty()) {
            sections.addAll(withStrictRows(store, answered));
            sections.addAll(InspectSections.of(answered));
        }
        return new Report(store.name(), CountedAnswers.warning(answered), CountedAnswers.facts(answered), sections);
    }

    private static List<Section> withStrictRows(SessionStore store, Answered answered) {
        List<StrictRow> rows = new ArrayList<>();
        long all = 0;
        for (Differing differing : StrictRows.differing(answered)) {
            Selected found = store.results().select(differing.answers(), answered.filter(), MOST_LISTED - rows.size());
            all += found.count();
            for (String id : found.responseIds()) {
                store.trace(id, "").map(trace -> row(differing, trace)).ifPresent(rows::add);
            }
        }
        return StrictRows.in(ResultSections.of(answered), answered, rows, all);
    }

    private static StrictRow row(Differing differing, Trace trace) {
        String gold = GoldAnswer.of(trace.problem().answer());
        StrictMatch match = StrictMatch.of(gold, trace.response().output());
        Found taken = match == null ? null : match.value();
        return new StrictRow(
                differing,
                trace.problem().number(),
                taken == null ? "" : taken.value(),
                Objects.requireNonNullElse(gold, ""));
    }
}
