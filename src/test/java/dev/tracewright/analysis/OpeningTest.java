package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.trace.Approach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A person who wonders about a figure can open the answers behind it. */
class OpeningTest {
    /** Bounds, differences and what tests make of figures that open their answers in the same row. */
    private static final Set<String> DERIVED = Set.of(
            "low",
            "high",
            "z",
            "p",
            "mcnemar",
            "holm",
            "flips-z",
            "flips-mcnemar",
            "difference",
            "difference-low",
            "kappa-low",
            "kappa-high",
            "difference-high");

    /** How many solvers there are is no number of answers. */
    private static final String SOLVERS = "rows";

    private static List<Section> sections() {
        MadeAnswers made = MadeAnswers.random(7, 6000).withSuggestions();
        for (String dataset : List.of("GSM8K", "MATH")) {
            for (boolean corrected : new boolean[] {false, true}) {
                made.labelled(
                        new Cell(dataset, Approach.TRACE_OF_THOUGHT, "t@1", "Mixtral", "GPT-4", corrected), 50, 40);
            }
        }
        Answered answered = made.answered();
        List<Section> sections = new ArrayList<>(ResultSections.of(answered));
        sections.addAll(InspectSections.of(answered));
        return sections;
    }

    @Test
    void every_figure_of_a_table_that_is_not_nought_opens_what_it_counts() {
        Set<String> closed = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (DataTable table : Found.tables(sections())) {
            for (DataTable.Row row : table.rows()) {
                for (int i = 0; i < table.columns().size(); i++) {
                    Column column = table.columns().get(i);
                    Value value = row.values().get(i);
                    seen.add(column.id());
                    if (column.numeric()
                            && value.number() != null
                            && value.number() != 0
                            && value.opens() == null
                            && !DERIVED.contains(column.id())
                            && !column.id().equals(SOLVERS)) {
                        closed.add(table.id() + " " + column.id());
                    }
                }
            }
        }
        assertThat(closed).isEmpty();
        assertThat(seen)
                .containsAll(DERIVED)
                .contains(SOLVERS, "suggested", "kappa", "alpha", "prompt-tokens", "gain", "length-500-n");
    }

    @Test
    void every_bar_and_patch_that_counts_something_opens_it() {
        List<Figure.Box> counted = Found.figures(sections()).stream()
                .flatMap(figure -> figure.marks().stream())
                .filter(Figure.Box.class::isInstance)
                .map(Figure.Box.class::cast)
                .filter(box -> String.valueOf(box.hint()).matches("(?:.*: )?[1-9][0-9,]* of [0-9,]+ .*"))
                .filter(box -> !String.valueOf(box.hint()).startsWith("with: "))
                .toList();
        assertThat(counted)
                .hasSizeGreaterThan(100)
                .allSatisfy(box -> assertThat(box.opens()).as(box.hint()).isNotNull());
    }

    @Test
    void a_figure_never_opens_answers_of_no_cell() {
        assertThat(Found.tables(sections()).stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(row -> row.values().stream())
                        .map(Value::opens)
                        .filter(opens -> opens != null && opens.cells().isEmpty()))
                .isEmpty();
    }
}
