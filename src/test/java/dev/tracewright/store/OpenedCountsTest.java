package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.InspectSections;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.ResultSections;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Selection;
import dev.tracewright.analysis.Value;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure that says how many answers there are opens so many. */
class OpenedCountsTest {
    /** The columns that count answers, or problems that stand for one answer each; those that end in -n do, too. */
    private static final Set<String> COUNTS = Set.of(
            "answers",
            "true",
            "false",
            "disputed",
            "unlabelled",
            "suggested",
            "n",
            "won",
            "lost",
            "pairs",
            "flagged",
            "mended",
            "spoilt",
            "only-people",
            "only-strict",
            "differ",
            "unsettled",
            "both-true",
            "only-first",
            "only-second",
            "both-false",
            "first-false");

    @Test
    void every_count_of_every_table_opens_exactly_so_many_answers(@TempDir Path folder) {
        Random random = new Random(11);
        try (SessionStore store = Sessions.create(folder.resolve("opened.tracewright"))) {
            for (int i = 0; i < 400; i++) {
                Trace trace = MadeResults.trace(random, i);
                store.addTraces(List.of(trace));
                for (String author : List.of("ada", "bob", "cy")) {
                    if (random.nextInt(2) == 0) {
                        store.addLabel(new LabelEvent(
                                "e" + i + author, trace.response().id(), author, label(random), false, 1, i));
                    }
                }
            }
            ResultStore results = store.results();
            results.addReadings(results.unread(0, 1_000, null).stream()
                    .filter(answer -> random.nextInt(5) > 0)
                    .map(answer -> reading(random, answer))
                    .toList());
            Set<String> checked = new HashSet<>();
            for (boolean suggestions : new boolean[] {false, true}) {
                for (Set<String> annotators : List.of(Set.<String>of(), Set.of("bob"))) {
                    ResultFilter filter =
                            ResultFilter.ALL.withAnnotators(annotators).withSuggestions(suggestions);
                    checked.addAll(assertOpened(results, filter));
                    checked.addAll(assertOpened(results, filter.withAdjudicators(Set.of("cy"))));
                    checked.addAll(assertOpened(results, filter.withAdjudicators(Set.of("bob", "cy"))));
                }
            }
            assertThat(checked)
                    .containsAll(COUNTS)
                    .contains(
                            "length-500-n",
                            "length-by-solver",
                            "length",
                            "cost",
                            "output-length",
                            "strict",
                            "plans",
                            "agreement",
                            "agreement-by-solver");
        }
    }

    /** @return the ids of the tables and columns of which something was counted */
    private static Set<String> assertOpened(ResultStore results, ResultFilter filter) {
        Answered answered = results.count(filter);
        Set<String> checked = new HashSet<>();
        for (DataTable table : tables(answered)) {
            for (DataTable.Row row : table.rows()) {
                for (int i = 0; i < table.columns().size(); i++) {
                    String column = table.columns().get(i).id();
                    Value value = row.values().get(i);
                    if ((COUNTS.contains(column) || column.endsWith("-n"))
                            && value.number() != null
                            && value.number() > 0) {
                        Selection opens = value.opens();
                        assertThat(opens).as("%s of %s", column, table.id()).isNotNull();
                        assertThat((double) results.select(Objects.requireNonNull(opens), filter, 0)
                                        .count())
                                .as("%s of %s, %s with %s", column, table.id(), opens, filter)
                                .isEqualTo(value.number());
                        checked.add(column);
                        checked.add(table.id());
                    }
                }
            }
        }
        return checked;
    }

    private static List<DataTable> tables(Answered answered) {
        List<Section> sections = new ArrayList<>(ResultSections.of(answered));
        sections.addAll(InspectSections.of(answered));
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        section.figures().stream().map(figure -> figure.table()), section.tables().stream()))
                .toList();
    }

    private static Label label(Random random) {
        return new Label(
                random.nextInt(5) == 0 ? null : MadeResults.any(random, Verdict.values()),
                random.nextInt(4) == 0 ? Set.of(Flag.NEEDS_ANALYSIS) : Set.of(),
                "");
    }

    private static AnswerReading reading(Random random, UnreadAnswer answer) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        List<StepStatus> statuses = new ArrayList<>();
        int steps = answer.steps() == null ? 0 : random.nextInt(4);
        for (int i = 0; i < steps; i++) {
            statuses.add(MadeResults.any(random, StepStatus.values()));
        }
        // Some false equations stand in answers without steps, too.
        int firstFalse = random.nextInt(3) > 0 ? 0 : steps > 0 && random.nextBoolean() ? 1 + random.nextInt(steps) : -1;
        if (firstFalse != 0) {
            findings.add(Finding.FALSE_ARITHMETIC);
        }
        for (StepStatus status : statuses) {
            if (status == StepStatus.SKIPPED) {
                findings.add(Finding.SKIPPED_STEP);
            } else if (status == StepStatus.MERGED) {
                findings.add(Finding.MERGED_STEPS);
            }
        }
        if (random.nextInt(4) == 0) {
            findings.add(Finding.LEAK);
        }
        return new AnswerReading(
                answer.key(),
                answer.corrected(),
                random.nextInt(5) == 0 ? null : MadeResults.any(random, Suggestion.values()),
                random.nextInt(5) == 0 ? null : MadeResults.any(random, Verdict.values()),
                findings,
                statuses,
                firstFalse);
    }
}
