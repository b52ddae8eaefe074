package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountedAnswersTest {
    private static AnswerGroup group(String dataset, String solver, Outcome outcome, long count) {
        Cell cell = new Cell(dataset, Approach.STANDARD, null, null, solver, false);
        return new AnswerGroup(cell, outcome, null, null, Set.of(), null, count);
    }

    private static Answered answered(ResultFilter filter, long unread, AnswerGroup... groups) {
        return new Answered(
                filter, List.of(groups), Map.of(), List.of(), List.of(), List.of(), List.of(), unread, false, 0);
    }

    private static Answered demonstration(long leftOut, AnswerGroup... groups) {
        return new Answered(
                ResultFilter.ALL,
                List.of(groups),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                true,
                leftOut);
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
                "pens  each ",
                Set.of("orchard"),
                Set.of(Approach.TRACE_OF_THOUGHT, Approach.STANDARD),
                Set.of("fox"),
                Set.of("owl", "hare"),
                Set.of("bea", "ann"),
                Set.of("cy"),
                Set.of("Level 2"),
                Set.of("Algebra"),
                Set.of(Finding.LEAK),
                Set.of(Flag.NEEDS_ANALYSIS, Flag.EXTRA_INFORMATION),
                true,
                false);
        assertThat(CountedAnswers.facts(answered(filter, 2, group("orchard", "owl", Outcome.TRUE, 5))))
                .containsExactly(
                        "Data sets: orchard",
                        "Verdicts: ann, bea, and the program's suggestion where nobody has decided",
                        "Adjudicated by: cy",
                        "5 of 5 answers labelled",
                        "2 answers have not been read yet.",
                        "Approaches: Standard, Trace-of-Thought",
                        "Delegators: fox",
                        "Solvers: hare, owl",
                        "Levels: Level 2",
                        "Subjects: Algebra",
                        "Answers with: leak in the steps",
                        "Flagged: extra information, needs analysis",
                        "With the words: pens  each");
    }

    @Test
    void how_many_answers_of_the_other_kind_are_left_out_is_said_and_only_then() {
        AnswerGroup owl = group("orchard", "owl", Outcome.TRUE, 5);
        Answered alone = answered(ResultFilter.ALL, 0, owl);
        assertThat(CountedAnswers.leftOut(alone)).isEmpty();
        assertThat(CountedAnswers.warning(alone)).isEmpty();
        Answered beside = new Answered(
                ResultFilter.ALL, List.of(owl), Map.of(), List.of(), List.of(), List.of(), List.of(), 0, false, 1036);
        assertThat(CountedAnswers.facts(beside)).contains("1,036 answers of demonstration material are left out");
        assertThat(CountedAnswers.warning(beside)).isEmpty();
        Answered shown = demonstration(1, group("orchard", Demonstration.SOLVER, Outcome.TRUE, 3));
        assertThat(CountedAnswers.facts(shown)).contains("One answer of models is left out");
        assertThat(CountedAnswers.warning(shown)).endsWith("these figures are not results of any model.");
    }
}
