package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountedAnswersTest {
    private static AnswerGroup group(String dataset, String solver, Outcome outcome, long count) {
        Cell cell = new Cell(dataset, Approach.STANDARD, null, null, solver, false);
        return new AnswerGroup(cell, outcome, null, null, Set.of(), null, count, Effort.NONE);
    }

    private static Answered answered(ResultFilter filter, long unread, AnswerGroup... groups) {
        return new Answered(filter, List.of(groups), List.of(), List.of(), unread);
    }

    @Test
    void it_is_said_how_many_answers_of_which_data_sets_people_have_labelled() {
        Answered answered = answered(
                ResultFilter.ALL,
                0,
                group("orchard", "owl", Outcome.TRUE, 1200),
                group("orchard", "owl", Outcome.DISPUTED, 3),
                group("meadow", "owl", Outcome.UNLABELLED, 7));
        assertThat(CountedAnswers.total(answered)).isEqualTo(1210);
        assertThat(CountedAnswers.labelled(answered)).isEqualTo(1203);
        assertThat(CountedAnswers.facts(answered))
                .containsExactly("Data sets: meadow, orchard", "Verdicts: people", "1,203 of 1,210 answers labelled");
    }

    @Test
    void every_condition_is_said_whatever_the_order_in_which_it_was_chosen() {
        ResultFilter filter = new ResultFilter(
                Set.of("orchard"),
                Set.of(Approach.TRACE_OF_THOUGHT, Approach.STANDARD),
                Set.of("fox"),
                Set.of("owl", "hare"),
                Set.of("bea", "ann"),
                Set.of("Level 2"),
                Set.of("Algebra"),
                Set.of(Finding.LEAK),
                true);
        assertThat(CountedAnswers.facts(answered(filter, 2, group("orchard", "owl", Outcome.TRUE, 5))))
                .containsExactly(
                        "Data sets: orchard",
                        "Verdicts: ann, bea, and the program's suggestion where nobody has decided",
                        "5 of 5 answers labelled",
                        "2 answers have not been read yet.",
                        "Approaches: Standard, Trace-of-Thought",
                        "Delegators: fox",
                        "Solvers: hare, owl",
                        "Levels: Level 2",
                        "Subjects: Algebra",
                        "Answers with: leak in the steps");
    }

    @Test
    void what_only_demonstrates_is_named_so_in_every_table_and_above_them() {
        Answered answered = answered(
                ResultFilter.ALL,
                0,
                group("orchard", Demonstration.SOLVER, Outcome.TRUE, 3),
                group("orchard", "owl", Outcome.FALSE, 3));
        assertThat(CountedAnswers.facts(answered))
                .contains(
                        "Demonstration, no result: rules and hand-written answers (offline solver), not language models");
        List<String> solvers = ResultSections.of(answered).stream()
                .flatMap(section -> section.tables().stream())
                .filter(table -> table.id().equals("counts"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.values().get(1).text())
                .toList();
        assertThat(solvers).containsExactlyInAnyOrder("offline solver (demonstration)", "owl");
    }
}
