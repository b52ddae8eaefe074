package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.Figure.Words;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that is made of demonstration material can be taken for a result, and nothing else is marked. */
class DemonstratedTest {
    private static final String MARK = " (demonstration)";

    private static Cell steps(String delegator, String solver) {
        return new Cell("orchard", Approach.TRACE_OF_THOUGHT, null, delegator, solver, false);
    }

    private static AnswerGroup read(Cell cell, Outcome outcome) {
        StepPattern pattern = new StepPattern(
                List.of(StepStatus.FOLLOWED, outcome == Outcome.TRUE ? StepStatus.FOLLOWED : StepStatus.SKIPPED),
                false,
                outcome == Outcome.FALSE,
                false,
                0);
        return new AnswerGroup(cell, outcome, null, null, Set.of(), pattern, 4);
    }

    private static MadeAnswers answers(String solver, String... delegators) {
        MadeAnswers made = new MadeAnswers();
        Cell standard = new Cell("orchard", Approach.STANDARD, null, null, solver, false);
        made.labelled(standard, 50, 8);
        for (String delegator : delegators) {
            Cell cell = steps(delegator, solver);
            made.group(read(cell, Outcome.TRUE)).group(read(cell, Outcome.FALSE));
            made.effort(cell, new Effort(800, 8, 1600, 8, 18_000, 8, Map.of(), 40));
            made.pair(cell, standard, Outcome.TRUE, Outcome.FALSE, 3);
            made.delegation(new DelegationGroup(
                    "orchard", delegator, 8, new Effort(80, 8, 90, 8, 900, 8, Map.of(), 0), 2, 1, 0, 0, 3, 60));
        }
        return made;
    }

    private static List<Section> sections(Answered answered) {
        return Stream.concat(ResultSections.of(answered).stream(), InspectSections.of(answered).stream())
                .toList();
    }

    private static List<Figure> figures(List<Section> sections) {
        return sections.stream().flatMap(section -> section.figures().stream()).toList();
    }

    /** Those of the charts, too. */
    private static List<DataTable> tables(List<Section> sections) {
        List<DataTable> tables = new ArrayList<>();
        for (Section section : sections) {
            tables.addAll(section.tables());
            section.figures().forEach(figure -> tables.add(figure.table()));
        }
        return tables;
    }

    private static List<String> words(List<Section> sections) {
        return tables(sections).stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.values().stream())
                .map(Value::text)
                .toList();
    }

    @Test
    void every_chart_and_every_table_of_demonstration_material_is_marked_in_its_title_and_in_the_name_of_its_file() {
        List<Section> made = sections(answers(Demonstration.HAND_WRITTEN, Demonstration.HAND_WRITTEN)
                .demonstrating()
                .answered());
        assertThat(made).extracting(Section::id).contains("accuracy", "cost", "steps", "matters", "plans");
        assertThat(made).allMatch(section -> section.title().endsWith(MARK));
        assertThat(figures(made))
                .hasSizeGreaterThan(3)
                .allMatch(figure -> figure.title().endsWith(MARK) && figure.id().startsWith("demonstration-"));
        assertThat(tables(made))
                .hasSizeGreaterThan(8)
                .allMatch(table -> table.title().endsWith(MARK) && table.id().startsWith("demonstration-"));
    }

    @Test
    void tables_of_demonstration_material_mark_its_names_and_bars_have_them_whole() {
        List<Section> made = sections(answers(Demonstration.HAND_WRITTEN, Demonstration.HAND_WRITTEN)
                .demonstrating()
                .answered());
        assertThat(words(made)).contains("hand-written example (demonstration)").doesNotContain("hand-written example");
        List<String> drawn = figures(made).getFirst().marks().stream()
                .filter(Words.class::isInstance)
                .map(mark -> ((Words) mark).text())
                .toList();
        assertThat(drawn).containsSequence("hand-written", "example");
    }

    @Test
    void a_model_that_follows_steps_of_demonstration_material_has_results_and_only_the_delegator_is_marked() {
        List<Section> made =
                sections(answers("owl", Demonstration.DELEGATOR, "fox").answered());
        assertThat(made).noneMatch(section -> section.title().contains("demonstration"));
        assertThat(tables(made))
                .noneMatch(table ->
                        table.title().contains("demonstration") || table.id().contains("demonstration"));
        assertThat(words(made))
                .contains(
                        "owl, steps by offline delegator (demonstration)",
                        "owl, steps by fox",
                        "offline delegator (demonstration)",
                        "fox",
                        "owl")
                .doesNotContain("offline delegator", "owl (demonstration)");
    }
}
