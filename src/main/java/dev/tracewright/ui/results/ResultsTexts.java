package dev.tracewright.ui.results;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.ui.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return filter.suggestions() ? Texts.of("results.verdicts.and-suggestions", whose) : whose;
    }

    /** The first few of some names, and how many more there are. */
    static String some(Collection<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : Texts.of("results.more", first, names.size() - NAMED);
    }

    /** What a report says about the answers it counts, a line each. */
    static List<String> facts(ResultsPicture picture) {
        ResultFilter filter = picture.answered().filter();
        List<String> facts = new ArrayList<>(List.of(
                datasets(picture),
                verdicts(filter),
                Texts.of("results.labelled", picture.labelled(), picture.total())));
        if (picture.answered().unread() > 0) {
            facts.add(Texts.of("results.unread", picture.answered().unread()));
        }
        add(
                facts,
                "results.facet.approaches",
                filter.approaches().stream().map(each -> Texts.of("approach." + each.key())));
        add(facts, "results.facet.delegators", filter.delegators().stream());
        add(facts, "results.facet.solvers", filter.solvers().stream());
        add(facts, "results.facet.levels", filter.levels().stream());
        add(facts, "results.facet.subjects", filter.subjects().stream());
        add(facts, "results.facet.findings", filter.findings().stream().map(each -> Texts.of("finding." + each.key())));
        return facts;
    }

    private static void add(List<String> facts, String key, Stream<String> chosen) {
        String names = chosen.sorted().collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            facts.add(Texts.of("results.facet.accessible", Texts.of(key), names));
        }
    }
}
