package dev.tracewright.work;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.CountedAnswers;
import dev.tracewright.analysis.InspectSections;
import dev.tracewright.analysis.ResultSections;
import dev.tracewright.analysis.Section;
import dev.tracewright.exchange.report.Report;
import java.util.ArrayList;
import java.util.List;

/** Makes the report of a session, the same from the window and from the command line. */
public final class ResultReport {
    private ResultReport() {}

    /**
     * Everything that the counted answers amount to; without sections where none was counted.
     *
     * @param title the session's name
     */
    public static Report of(String title, Answered answered) {
        List<Section> sections = new ArrayList<>();
        if (!answered.groups().isEmpty()) {
            sections.addAll(ResultSections.of(answered));
            sections.addAll(InspectSections.of(answered));
        }
        return new Report(title, CountedAnswers.warning(answered), CountedAnswers.facts(answered), sections);
    }
}
