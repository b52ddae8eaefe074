package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.analysis.Selection.Traced;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What became of steps is counted by position, solver, data set and delegator, and set against accuracy. */
class InspectSectionsTest {
    private static final Cell TRACE = MadeAnswers.cell("GSM8K", Approach.TRACE_OF_THOUGHT, "Llama");

    private static AnswerGroup answers(Cell cell, Outcome outcome, @Nullable StepPattern pattern, long count) {
        return new AnswerGroup(cell, outcome, null, null, Set.of(), pattern, count);
    }

    private static StepPattern pattern(StepStatus... statuses) {
        return new StepPattern(List.of(statuses), false, false, false, 0);
    }

    private static StepPattern falseAt(int steps, int place) {
        return new StepPattern(Collections.nCopies(steps, StepStatus.FOLLOWED), false, false, false, place);
    }

    private static Value value(Answered answered, String table, String row, String column) {
        return Found.value(InspectSections.of(answered), table, row, column);
    }

    @Test
    void steps_are_counted_by_position() {
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.SKIPPED, StepStatus.FOLLOWED), 12))
                .group(answers(TRACE, Outcome.FALSE, pattern(StepStatus.FOLLOWED), 85))
                .answered();
        Value first = value(answered, "steps-skipped-by-position", "1", "percent");
        assertThat(first.text()).isEqualTo("12.4");
        assertThat(first.opens())
                .isEqualTo(Selection.of("Llama, step 1 skipped", Set.of(TRACE))
                        .traced(new Traced(null, null, 1, StepStatus.SKIPPED, null, 0, 0)));
        assertThat(value(answered, "steps-skipped-by-position", "2", "steps").text())
                .isEqualTo("12");
        Figure figure = Found.figure(InspectSections.of(answered), "steps-skipped-by-position");
        assertThat(figure.marks().stream()
                        .filter(mark -> mark instanceof Figure.Box box && box.hint() != null)
                        .map(mark -> ((Figure.Box) mark).hint()))
                .containsExactly("12 of 97 steps, 12.4 % (7.2–20.4)", "0 of 12 steps, 0 % (0–24.2)");
    }

    @Test
    void what_right_answers_skip_stands_beside_what_wrong_ones_skip() {
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.SKIPPED, StepStatus.FOLLOWED), 3))
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.FOLLOWED), 4))
                .group(answers(TRACE, Outcome.FALSE, pattern(StepStatus.SKIPPED, StepStatus.SKIPPED), 5))
                .group(answers(TRACE, Outcome.UNLABELLED, pattern(StepStatus.SKIPPED), 50))
                .group(answers(TRACE, Outcome.DISPUTED, pattern(StepStatus.SKIPPED), 60))
                .answered();
        assertThat(value(answered, "steps-by-verdict", "true", "answers").text())
                .isEqualTo("7");
        assertThat(value(answered, "steps-by-verdict", "true", "skipped").text())
                .isEqualTo("30.0");
        assertThat(value(answered, "steps-by-verdict", "false", "skipped").text())
                .isEqualTo("100.0");
        Value first = value(answered, "steps-skipped-in-true-answers-by-position", "1", "percent");
        assertThat(first.text()).isEqualTo("42.9");
        assertThat(first.opens())
                .isEqualTo(Selection.of("Llama: true, step 1 skipped", Set.of(TRACE))
                        .said(Said.of(Outcome.TRUE))
                        .traced(new Traced(null, null, 1, StepStatus.SKIPPED, null, 0, 0)));
    }

    @Test
    void suggestions_are_told_where_they_count_only() {
        MadeAnswers made = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.SKIPPED, StepStatus.FOLLOWED), 3))
                .group(new AnswerGroup(
                        TRACE, Outcome.UNLABELLED, Suggestion.FALSE, null, Set.of(), pattern(StepStatus.SKIPPED), 5));
        assertThat(Found.table(InspectSections.of(made.answered()), "steps-by-verdict")
                        .title())
                .isEqualTo("Steps by verdict");
        List<Section> sections = InspectSections.of(made.withSuggestions().answered());
        assertThat(Found.table(sections, "steps-by-verdict").title())
                .isEqualTo("Steps by verdict (suggestions counted)");
        assertThat(Found.table(sections, "steps-by-verdict").footnotes())
                .containsExactly("5 answers that nobody has labelled are counted by the program's suggestion.");
        assertThat(Found.table(sections, "steps-skipped-in-true-answers-by-position")
                        .title())
                .doesNotContain("suggestions");
        assertThat(Found.table(sections, "steps-skipped-in-true-answers-by-position")
                        .footnotes())
                .isEmpty();
    }

    @Test
    void positions_beyond_fifteen_are_one() {
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, falseAt(20, 18), 4))
                .group(answers(TRACE, Outcome.TRUE, falseAt(16, 0), 6))
                .answered();
        assertThat(value(answered, "steps-followed-by-position", "16+", "steps").text())
                .isEqualTo("26");
        assertThat(value(answered, "step-count", "16+", "n").text()).isEqualTo("10");
        assertThat(value(answered, "first-false", "16+", "percent").text()).isEqualTo("40.0");
        assertThat(value(answered, "first-false", "16+", "percent").opens()).satisfies(opens -> {
            assertThat(opens.traced().firstFalse()).isEqualTo(16);
            assertThat(opens.traced().orLater()).isTrue();
        });
    }

    @Test
    void answers_of_other_approaches_and_unread_ones_are_no_traces() {
        Cell other = MadeAnswers.cell("GSM8K", Approach.STANDARD, "Llama");
        Answered answered = new MadeAnswers()
                .group(answers(other, Outcome.TRUE, pattern(StepStatus.SKIPPED), 5))
                .group(answers(TRACE, Outcome.TRUE, null, 5))
                .answered();
        assertThat(InspectSections.of(answered)).isEmpty();
    }

    @Test
    void how_many_are_unread_is_said_below() {
        Answered read = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.FOLLOWED), 5))
                .answered();
        Cell other = MadeAnswers.cell("GSM8K", Approach.STANDARD, "Llama");
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.FOLLOWED), 5))
                .group(answers(TRACE, Outcome.FALSE, null, 3))
                .group(answers(other, Outcome.FALSE, null, 20))
                .answered();
        assertThat(Found.table(InspectSections.of(answered), "steps-gsm8k").footnotes())
                .containsExactly("3 answers have not been read yet.");
        assertThat(Found.table(InspectSections.of(read), "steps-gsm8k").footnotes())
                .isEmpty();
    }

    /** Two solvers with p of 0.050 each: Holm doubles them, because the table makes two tests. */
    @Test
    void holm_corrects_over_all_rows_of_the_table_of_solvers() {
        StepPattern skipped = pattern(StepStatus.SKIPPED, StepStatus.FOLLOWED);
        StepPattern followed = pattern(StepStatus.FOLLOWED, StepStatus.FOLLOWED);
        MadeAnswers made = new MadeAnswers();
        for (String solver : List.of("Llama", "Owl")) {
            Cell cell = MadeAnswers.cell("GSM8K", Approach.TRACE_OF_THOUGHT, solver);
            made.group(answers(cell, Outcome.TRUE, skipped, 2)).group(answers(cell, Outcome.FALSE, skipped, 8));
            made.group(answers(cell, Outcome.TRUE, followed, 13)).group(answers(cell, Outcome.FALSE, followed, 7));
        }
        DataTable table = Found.table(InspectSections.of(made.answered()), "matters-by-solver");
        assertThat(table.rows()).hasSize(2);
        assertThat(value(made.answered(), "matters-by-solver", "Llama", "p").text())
                .isEqualTo("0.050");
        assertThat(value(made.answered(), "matters-by-solver", "Llama", "holm").text())
                .isEqualTo("0.100");
    }

    /** The figures of the drawing: 93 of 152 right where a step was skipped, 652 of 848 where none was. */
    @Test
    void accuracy_with_and_without_a_skipped_step_is_compared() {
        StepPattern skipped = pattern(StepStatus.SKIPPED, StepStatus.FOLLOWED);
        StepPattern followed = pattern(StepStatus.FOLLOWED, StepStatus.FOLLOWED);
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, skipped, 93))
                .group(answers(TRACE, Outcome.FALSE, skipped, 59))
                .group(answers(TRACE, Outcome.TRUE, followed, 652))
                .group(answers(TRACE, Outcome.FALSE, followed, 196))
                .group(answers(TRACE, Outcome.UNLABELLED, followed, 50))
                .answered();
        String row = "a step was skipped";
        assertThat(value(answered, "matters-gsm8k", row, "with").text()).isEqualTo("61.2");
        assertThat(value(answered, "matters-gsm8k", row, "with-n").text()).isEqualTo("152");
        assertThat(value(answered, "matters-gsm8k", row, "without").text()).isEqualTo("76.9");
        assertThat(value(answered, "matters-gsm8k", row, "difference").text()).isEqualTo("−15.7");
        assertThat(value(answered, "matters-gsm8k", row, "p").text()).isEqualTo("<0.001");
        assertThat(value(answered, "matters-gsm8k", row, "test").text()).isEqualTo("z");
        assertThat(value(answered, "matters-gsm8k", row, "without").opens())
                .isEqualTo(Selection.of("GSM8K, without: a step was skipped", Set.of(TRACE))
                        .said(Said.JUDGED)
                        .traced(new Traced(null, null, 0, null, StepStatus.SKIPPED, 0, 0)));
        assertThat(Found.table(InspectSections.of(answered), "matters-gsm8k").rows())
                .hasSize(1);
    }

    @Test
    void few_answers_are_compared_by_fisher() {
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, falseAt(2, 1), 1))
                .group(answers(TRACE, Outcome.FALSE, falseAt(2, 2), 9))
                .group(answers(TRACE, Outcome.TRUE, falseAt(2, 0), 11))
                .group(answers(TRACE, Outcome.FALSE, falseAt(2, 0), 3))
                .answered();
        Value p = value(answered, "matters-gsm8k", "an equation does not hold", "p");
        assertThat(p.text() + p.stars()).isEqualTo("0.003**");
        assertThat(value(answered, "matters-gsm8k", "an equation does not hold", "test")
                        .text())
                .isEqualTo("Fisher");
        assertThat(value(answered, "matters-gsm8k", "an equation does not hold", "with")
                        .opens())
                .extracting(opens -> opens.traced().finding())
                .isEqualTo(Finding.FALSE_ARITHMETIC);
        assertThat(value(answered, "first-false", "2", "percent").text()).isEqualTo("37.5");
        assertThat(value(answered, "first-false", "no step", "first-false").text())
                .isEqualTo("0");
    }

    @Test
    void number_of_steps_and_length_stand_against_accuracy() {
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, falseAt(3, 0), 6))
                .group(answers(TRACE, Outcome.FALSE, falseAt(3, 0), 2))
                .group(answers(TRACE, Outcome.FALSE, falseAt(5, 0), 4))
                .lengths(new LengthGroup(TRACE, Outcome.TRUE, null, LengthBand.TO_249, 6, 600))
                .lengths(new LengthGroup(TRACE, Outcome.FALSE, null, LengthBand.TO_249, 2, 300))
                .lengths(new LengthGroup(TRACE, Outcome.FALSE, null, LengthBand.FROM_250, 4, 1_500))
                .answered();
        assertThat(value(answered, "step-count", "3", "accuracy").text()).isEqualTo("75.0");
        assertThat(value(answered, "step-count", "5", "accuracy").text()).isEqualTo("0.0");
        assertThat(value(answered, "output-length", "Llama", "length-true").text())
                .isEqualTo("100");
        assertThat(value(answered, "output-length", "Llama", "length-false").text())
                .isEqualTo("300");
    }

    @Test
    void accuracy_stands_against_the_length_of_the_output_for_all_solvers_together_and_for_each() {
        Cell owl = MadeAnswers.cell("MATH", Approach.TRACE_OF_THOUGHT, "Owl");
        StepPattern steps = pattern(StepStatus.FOLLOWED);
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, steps, 8))
                .lengths(new LengthGroup(TRACE, Outcome.TRUE, null, LengthBand.FROM_1000, 8, 800))
                .group(answers(TRACE, Outcome.FALSE, steps, 2))
                .lengths(new LengthGroup(TRACE, Outcome.FALSE, null, LengthBand.FROM_1000, 2, 200))
                .group(answers(TRACE, Outcome.DISPUTED, steps, 5))
                .lengths(new LengthGroup(TRACE, Outcome.DISPUTED, null, LengthBand.FROM_1000, 5, 500))
                .group(answers(TRACE, Outcome.UNLABELLED, steps, 5))
                .lengths(new LengthGroup(TRACE, Outcome.UNLABELLED, null, LengthBand.FROM_250, 5, 500))
                .group(answers(owl, Outcome.FALSE, steps, 10))
                .lengths(new LengthGroup(owl, Outcome.FALSE, null, LengthBand.FROM_1000, 10, 1000))
                .group(answers(owl, Outcome.FALSE, steps, 1))
                .lengths(new LengthGroup(owl, Outcome.FALSE, null, LengthBand.FROM_8000, 1, 100))
                .answered();
        DataTable all = Found.table(InspectSections.of(answered), "length");
        assertThat(all.rows().stream()
                        .map(row ->
                                row.values().stream().limit(3).map(Value::text).toList()))
                .containsExactly(List.of("1,000\u20131,999", "20", "40.0"), List.of("8,000 and more", "1", "0.0"));
        Selection longer = Selection.of("Outputs of 1,000\u20131,999 characters", Set.of(TRACE, owl))
                .said(Said.JUDGED)
                .traced(Traced.STEPS)
                .length(LengthBand.FROM_1000);
        assertThat(value(answered, "length", "1,000\u20131,999", "n").opens()).isEqualTo(longer);
        Figure figure = Found.figure(InspectSections.of(answered), "length");
        assertThat(figure.marks().stream()
                        .filter(mark -> mark instanceof Figure.Box)
                        .map(mark -> ((Figure.Box) mark).opens()))
                .hasSize(2)
                .contains(longer);
        assertThat(figure.marks().stream()
                        .filter(mark -> mark instanceof Figure.Words)
                        .map(mark -> ((Figure.Words) mark).text()))
                .contains("1,000\u20131,999", "n = 20", "8,000 and more", "n = 1");
        assertThat(value(answered, "length-by-solver", "Llama", "length-1000").text())
                .isEqualTo("80.0");
        assertThat(value(answered, "length-by-solver", "Owl", "length-1000-n").opens())
                .isEqualTo(Selection.of("Owl, outputs of 1,000\u20131,999 characters", Set.of(owl))
                        .said(Said.JUDGED)
                        .traced(Traced.STEPS)
                        .length(LengthBand.FROM_1000));
        assertThat(value(answered, "length-by-solver", "Llama", "length-8000")).isEqualTo(Value.NONE);
    }

    @Test
    void one_solver_has_no_table_of_its_own_beside_the_chart() {
        Answered answered = new MadeAnswers()
                .group(answers(TRACE, Outcome.TRUE, pattern(StepStatus.FOLLOWED), 8))
                .lengths(new LengthGroup(TRACE, Outcome.TRUE, null, LengthBand.FROM_500, 8, 800))
                .answered();
        assertThat(Found.tables(InspectSections.of(answered)).stream().map(DataTable::id))
                .contains("length", "output-length")
                .doesNotContain("length-by-solver");
    }

    @Test
    void changed_plans_are_told_with_what_became_of_the_answers() {
        Cell corrected = MadeAnswers.corrected(TRACE);
        Answered answered = new MadeAnswers()
                .labelled(TRACE, 50, 10)
                .labelled(corrected, 80, 10)
                .pair(corrected, TRACE, Outcome.TRUE, Outcome.FALSE, 4)
                .pair(corrected, TRACE, Outcome.FALSE, Outcome.TRUE, 1)
                .delegation(new DelegationGroup("GSM8K", "GPT-4", 100, Effort.NONE, 8, 4, 2, 1, 12, 240))
                .answered();
        List<String> row = new ArrayList<>();
        Found.table(InspectSections.of(answered), "plans")
                .rows()
                .getFirst()
                .values()
                .forEach(value -> row.add(value.text()));
        assertThat(row)
                .containsExactly(
                        "GSM8K", "GPT-4", "100", "8", "8.0", "0.5", "0.25", "0.125", "1.5", "30", "5", "4", "1");
    }
}
