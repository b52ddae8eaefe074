package dev.tracewright.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Says in lines which answers were counted, so that no table stands without it. */
public final class CountedAnswers {
    private CountedAnswers() {}

    /** How many answers pass the filter. */
    public static long total(Answered answered) {
        return sum(answered, AnswerGroup::count);
    }

    /** How many of them people have decided, unanimously or not. */
    public static long labelled(Answered answered) {
        return sum(answered, group -> group.outcome() == Outcome.UNLABELLED ? 0 : group.count());
    }

    /** That the figures are not results of any model, in a sentence; empty where they are. */
    public static String warning(Answered answered) {
        return answered.demonstration() ? AnalysisTexts.of("facts.demonstration") : "";
    }

    /** How many answers are left out because they are demonstration material, or because they are not; empty for none. */
    public static String leftOut(Answered answered) {
        if (answered.leftOut() == 0) {
            return "";
        }
        String key = answered.demonstration() ? "facts.left-out.models" : "facts.left-out.demonstration";
        return AnalysisTexts.of(key, answered.leftOut());
    }

    /** Data sets, whose verdicts, how many are labelled and read, and every condition of the filter; a line each. */
    public static List<String> facts(Answered answered) {
        ResultFilter filter = answered.filter();
        List<String> facts = new ArrayList<>();
        add(
                facts,
                "facts.datasets",
                answered.groups().stream()
                        .map(group -> group.cell().dataset())
                        .distinct()
                        .toList());
        String whose = filter.annotators().isEmpty()
                ? AnalysisTexts.of("facts.verdicts")
                : AnalysisTexts.of("facts.verdicts.of", listed(filter.annotators()));
        facts.add(filter.suggestions() ? AnalysisTexts.of("facts.suggestions", whose) : whose);
        add(facts, "facts.adjudicators", filter.adjudicators());
        facts.add(AnalysisTexts.of("facts.labelled", labelled(answered), total(answered)));
        if (answered.unread() > 0) {
            facts.add(AnalysisTexts.of("footnote.unread", answered.unread()));
        }
        if (answered.leftOut() > 0) {
            facts.add(leftOut(answered));
        }
        add(
                facts,
                "facts.approaches",
                filter.approaches().stream()
                        .map(each -> AnalysisTexts.of("approach." + each.key()))
                        .toList());
        add(facts, "facts.delegators", filter.delegators());
        add(facts, "facts.solvers", filter.solvers());
        add(facts, "facts.levels", filter.levels());
        add(facts, "facts.subjects", filter.subjects());
        add(
                facts,
                "facts.findings",
                filter.findings().stream()
                        .map(each -> AnalysisTexts.of("finding." + each.key()))
                        .toList());
        add(
                facts,
                "facts.flags",
                filter.flags().stream()
                        .map(each -> AnalysisTexts.of("flag." + each.key()))
                        .toList());
        if (!filter.words().isEmpty()) {
            facts.add(AnalysisTexts.of("facts.words", filter.words()));
        }
        return facts;
    }

    private static void add(List<String> facts, String key, Collection<String> names) {
        if (!names.isEmpty()) {
            facts.add(AnalysisTexts.of(key, listed(names)));
        }
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    private static long sum(Answered answered, ToLongFunction<AnswerGroup> count) {
        return answered.groups().stream().mapToLong(count).sum();
    }
}
