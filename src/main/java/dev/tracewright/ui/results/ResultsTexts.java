package dev.tracewright.ui.results;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.ui.Texts;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the head of the results says about the answers that are counted. */
final class ResultsTexts {
    private static final int NAMED = 3;

    private ResultsTexts() {}

    /** The data sets that are counted. */
    static String datasets(ResultsPicture counted) {
        List<String> names = counted.answered().groups().stream()
                .map(group -> group.cell().dataset())
                .distinct()
                .sorted()
                .toList();
        return some(names);
    }

    /** Whose verdicts count. */
    static String verdicts(ResultFilter filter) {
        String whose = filter.annotators().isEmpty()
                ? Texts.of("results.verdicts.people")
                : Texts.of(
                        "results.verdicts.of",
                        some(filter.annotators().stream().sorted().toList()));
        if (!filter.adjudicators().isEmpty()) {
            whose = Texts.of(
                    "results.verdicts.adjudicated",
                    whose,
                    some(filter.adjudicators().stream().sorted().toList()));
        }
        return filter.suggestions() ? Texts.of("results.verdicts.and-suggestions", whose) : whose;
    }

    /** The first few of some names, and how many more there are. */
    static String some(Collection<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : Texts.of("results.more", first, names.size() - NAMED);
    }
}
