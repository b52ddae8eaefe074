package dev.tracewright.exchange.report;

import dev.tracewright.analysis.Section;
import java.util.List;

/**
 * What a report says, whatever it is written as.
 *
 * @param title its head, such as the name of the session
 * @param warning what must be seen before any figure, such as that they are no results; empty for nothing
 * @param facts what it counts, a line each, such as the number of answers and the conditions they meet; no time and no place, so that the
 *     same results give the same files
 * @param sections its parts, in order
 */
public record Report(String title, String warning, List<String> facts, List<Section> sections) {
    public Report {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }
}
