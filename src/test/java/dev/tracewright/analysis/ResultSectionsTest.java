package dev.tracewright.analysis;

import static dev.tracewright.analysis.MadeAnswers.cell;
import static dev.tracewright.analysis.MadeAnswers.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Results say what was counted, what was not, and nothing where there is nothing. */
class ResultSectionsTest {
    private static final Cell TRACE = cell("GSM8K", Approach.TRACE_OF_THOUGHT, "Llama");
    private static final Cell CHAIN = cell("GSM8K", Approach.CHAIN_OF_THOUGHT, "Llama");

    private static List<String> ids(List<Section> sections) {
        return sections.stream().map(Section::id).toList();
    }

    private static String text(Answered answered, String table, String row, String column) {
        return Found.value(ResultSections.of(answered), table, row, column).text();
    }

    @Test
    void nothing_makes_no_sections() {
        assertThat(ResultSections.of(new MadeAnswers().answered()).stream()
                        .flatMap(section -> section.figures().stream()))
                .isEmpty();
        assertThat(ids(ResultSections.of(new MadeAnswers().answered()))).isEmpty();
    }

    @Test
    void a_session_with_one_approach_has_accuracy_only() {
        Answered answered = new MadeAnswers().labelled(CHAIN, 60, 50).answered();
        assertThat(ids(ResultSections.of(answered))).containsExactly("accuracy");
        assertThat(text(answered, "counts", "Llama", "accuracy")).isEqualTo("60.0");
    }

    @Test
    void unlabelled_and_disputed_answers_are_told_and_not_counted() {
        Answered answered = new MadeAnswers()
                .labelled(TRACE, 75, 40)
                .group(TRACE, Outcome.UNLABELLED, 7)
                .group(TRACE, Outcome.DISPUTED, 3)
                .answered();
        assertThat(text(answered, "counts", "Llama", "accuracy")).isEqualTo("75.0");
        assertThat(text(answered, "counts", "Llama", "answers")).isEqualTo("50");
        assertThat(text(answered, "counts", "Llama", "false")).isEqualTo("10");
        assertThat(text(answered, "counts", "Llama", "unlabelled")).isEqualTo("7");
        assertThat(text(answered, "counts", "Llama", "disputed")).isEqualTo("3");
        assertThat(Found.table(ResultSections.of(answered), "counts").footnotes())
                .containsExactly("Counted neither as true nor as false: 7 unlabelled and 3 disputed answers.");
    }

    @Test
    void adding_unlabelled_answers_changes_no_figure() {
        Answered before = MadeAnswers.random(31, 2000).answered();
        MadeAnswers more = MadeAnswers.random(31, 2000);
        before.groups().stream()
                .map(AnswerGroup::cell)
                .distinct()
                .forEach(cell -> more.group(cell, Outcome.UNLABELLED, 40));
        for (String table : List.of("against-gsm8k", "z-test-math", "spread-gsm8k", "strict", "accuracy-math")) {
            assertThat(Found.table(ResultSections.of(more.answered()), table).rows().stream()
                            .map(row -> row.values().stream().map(Value::number).toList()))
                    .isEqualTo(Found.table(ResultSections.of(before), table).rows().stream()
                            .map(row -> row.values().stream().map(Value::number).toList())
                            .toList());
        }
    }

    @Test
    void the_order_of_the_groups_changes_nothing() {
        Answered answered = MadeAnswers.random(32, 3000).withSuggestions().answered();
        List<AnswerGroup> groups = new ArrayList<>(answered.groups());
        List<PairGroup> pairs = new ArrayList<>(
                answered.pairs().stream().map(ResultSectionsTest::exchanged).toList());
        List<DelegationGroup> delegations = new ArrayList<>(answered.delegations());
        Collections.shuffle(groups, new Random(1));
        Collections.shuffle(pairs, new Random(2));
        Collections.reverse(delegations);
        List<LengthGroup> lengths = new ArrayList<>(answered.lengths());
        Collections.shuffle(lengths, new Random(3));
        List<PanelGroup> panels = new ArrayList<>(answered.panels());
        Collections.shuffle(panels, new Random(4));
        Answered shuffled = new Answered(
                answered.filter(),
                groups,
                answered.efforts(),
                pairs,
                delegations,
                lengths,
                panels,
                answered.unread(),
                false,
                0);
        assertThat(printed(ResultSections.of(shuffled))).isEqualTo(printed(ResultSections.of(answered)));
        assertThat(printed(InspectSections.of(shuffled))).isEqualTo(printed(InspectSections.of(answered)));
    }

    private static PairGroup exchanged(PairGroup pair) {
        Cell left = pair.first();
        Cell right = pair.second();
        Outcome leftSaid = pair.firstOutcome();
        Outcome rightSaid = pair.secondOutcome();
        boolean leftFlag = pair.firstAnalysis();
        boolean rightFlag = pair.secondAnalysis();
        Suggestion leftGuess = pair.firstSuggestion();
        Suggestion rightGuess = pair.secondSuggestion();
        return new PairGroup(
                right, left, rightSaid, leftSaid, rightFlag, leftFlag, rightGuess, leftGuess, pair.count());
    }

    private static List<String> printed(List<Section> sections) {
        return Found.tables(sections).stream()
                .map(table -> table.id()
                        + table.title()
                        + table.footnotes()
                        + table.rows().stream()
                                .map(row -> row.values().stream()
                                        .map(value -> value.text() + value.stars() + value.hint())
                                        .toList())
                                .toList())
                .toList();
    }

    @Test
    void suggestions_count_only_where_asked_and_are_told() {
        MadeAnswers made = new MadeAnswers().labelled(TRACE, 50, 10).labelled(CHAIN, 50, 10);
        for (Suggestion suggestion : Suggestion.values()) {
            made.group(new AnswerGroup(TRACE, Outcome.UNLABELLED, suggestion, null, Set.of(), null, 5));
        }
        assertThat(text(made.answered(), "counts", "Trace-of-Thought", "true")).isEqualTo("5");
        assertThat(Found.table(ResultSections.of(made.answered()), "counts").title())
                .doesNotContain("suggestion");
        Answered with = made.withSuggestions().answered();
        assertThat(text(with, "counts", "Trace-of-Thought", "true")).isEqualTo("10");
        assertThat(text(with, "counts", "Trace-of-Thought", "false")).isEqualTo("10");
        assertThat(text(with, "counts", "Trace-of-Thought", "unlabelled")).isEqualTo("5");
        assertThat(text(with, "counts", "Trace-of-Thought", "suggested")).isEqualTo("10");
        for (String table : List.of("counts", "accuracy-gsm8k", "against-gsm8k", "z-test-gsm8k")) {
            DataTable marked = Found.table(ResultSections.of(with), table);
            assertThat(marked.title()).as(table).endsWith("(suggestions counted)");
            assertThat(marked.footnotes()).as(table).anyMatch(note -> note.startsWith("10 answers that nobody"));
        }
        assertThat(Found.figure(ResultSections.of(with), "accuracy-gsm8k").title())
                .endsWith("(suggestions counted)");
    }

    @Test
    void problems_that_only_one_got_right_are_won_and_lost_whichever_cell_comes_first() {
        Answered answered = new MadeAnswers()
                .labelled(TRACE, 86, 200)
                .labelled(CHAIN, 75.5, 200)
                .pair(CHAIN, TRACE, Outcome.TRUE, Outcome.TRUE, 139)
                .pair(CHAIN, TRACE, Outcome.FALSE, Outcome.TRUE, 33)
                .pair(CHAIN, TRACE, Outcome.TRUE, Outcome.FALSE, 12)
                .pair(CHAIN, TRACE, Outcome.FALSE, Outcome.FALSE, 16)
                .pair(CHAIN, TRACE, Outcome.UNLABELLED, Outcome.FALSE, 99)
                .answered();
        assertThat(text(answered, "against-gsm8k", "Llama", "won")).isEqualTo("33");
        assertThat(text(answered, "against-gsm8k", "Llama", "lost")).isEqualTo("12");
        assertThat(text(answered, "against-gsm8k", "Llama", "mcnemar")).isEqualTo("0.002");
        assertThat(text(answered, "same-problems-gsm8k", "Llama", "pairs")).isEqualTo("200");
        assertThat(text(answered, "same-problems-gsm8k", "Llama", "difference")).isEqualTo("+10.5");
        assertThat(Found.value(ResultSections.of(answered), "against-gsm8k", "Llama", "won")
                        .opens())
                .isEqualTo(Selection.of("Llama: right with Trace-of-Thought only", Set.of(TRACE))
                        .said(Selection.Said.of(Outcome.TRUE))
                        .against(CHAIN, Outcome.FALSE));
    }

    @Test
    void flagged_verdicts_that_could_change_the_conclusion_are_counted() {
        MadeAnswers made = new MadeAnswers().labelled(CHAIN, 50, 100);
        made.group(TRACE, Outcome.TRUE, 60).group(TRACE, Outcome.FALSE, 36);
        made.group(new AnswerGroup(TRACE, Outcome.TRUE, null, null, Set.of(Flag.NEEDS_ANALYSIS), null, 4));
        assertThat(text(made.answered(), "sensitivity-gsm8k", "Llama", "flips-z"))
                .isEqualTo("1 of 4");
        assertThat(text(made.answered(), "sensitivity-gsm8k", "Llama", "flagged"))
                .isEqualTo("4");
    }

    @Test
    void exact_match_stands_beside_the_verdict_of_the_same_answers() {
        MadeAnswers made = new MadeAnswers();
        made.group(new AnswerGroup(CHAIN, Outcome.TRUE, null, Verdict.TRUE, Set.of(), null, 6))
                .group(new AnswerGroup(CHAIN, Outcome.TRUE, null, Verdict.FALSE, Set.of(), null, 2))
                .group(new AnswerGroup(CHAIN, Outcome.FALSE, null, Verdict.TRUE, Set.of(), null, 1))
                .group(new AnswerGroup(CHAIN, Outcome.FALSE, null, Verdict.FALSE, Set.of(), null, 1))
                .group(new AnswerGroup(CHAIN, Outcome.UNLABELLED, null, Verdict.TRUE, Set.of(), null, 9))
                .group(CHAIN, Outcome.TRUE, 5);
        Answered answered = made.answered();
        assertThat(text(answered, "strict", "Llama", "n")).isEqualTo("10");
        assertThat(text(answered, "strict", "Llama", "people")).isEqualTo("80.0");
        assertThat(text(answered, "strict", "Llama", "strict")).isEqualTo("70.0");
        assertThat(text(answered, "strict", "Llama", "strict-difference")).isEqualTo("\u221210.0");
        assertThat(text(answered, "strict", "Llama", "only-people")).isEqualTo("2");
        assertThat(text(answered, "strict", "Llama", "only-strict")).isEqualTo("1");
    }

    @Test
    void corrected_steps_are_a_series_of_their_own_and_their_effect_is_measured() {
        Answered answered = new MadeAnswers()
                .labelled(TRACE, 60, 50)
                .labelled(corrected(TRACE), 80, 50)
                .labelled(CHAIN, 50, 50)
                .pair(TRACE, corrected(TRACE), Outcome.FALSE, Outcome.TRUE, 12)
                .pair(TRACE, corrected(TRACE), Outcome.TRUE, Outcome.FALSE, 2)
                .pair(TRACE, corrected(TRACE), Outcome.TRUE, Outcome.TRUE, 28)
                .pair(TRACE, corrected(TRACE), Outcome.FALSE, Outcome.FALSE, 8)
                .answered();
        assertThat(text(answered, "correction", "Llama", "original")).isEqualTo("60.0");
        assertThat(text(answered, "correction", "Llama", "corrected")).isEqualTo("80.0");
        assertThat(text(answered, "correction", "Llama", "mended")).isEqualTo("12");
        assertThat(text(answered, "correction", "Llama", "spoilt")).isEqualTo("2");
        assertThat(text(answered, "accuracy-gsm8k", "Llama", "trace-of-thought-corrected"))
                .isEqualTo("80.0");
        assertThat(Found.table(ResultSections.of(answered), "against-gsm8k").rows())
                .hasSize(1);
    }

    @Test
    void several_delegators_of_one_solver_have_rows_of_their_own() {
        Cell own = new Cell("GSM8K", Approach.TRACE_OF_THOUGHT, "t@1", "Llama", "Llama", false);
        Answered answered = new MadeAnswers()
                .labelled(CHAIN, 50, 50)
                .labelled(TRACE, 80, 50)
                .labelled(own, 60, 50)
                .answered();
        DataTable against = Found.table(ResultSections.of(answered), "against-gsm8k");
        assertThat(against.rows().stream().map(row -> row.values().getFirst().text()))
                .containsExactly("Llama, its own steps", "Llama, steps by GPT-4");
        assertThat(text(answered, "accuracy-gsm8k", "Llama", "trace-of-thought"))
                .isEqualTo("\u2013");
    }

    @Test
    void the_price_of_a_point_counts_the_delegation() {
        Effort chain = new Effort(1000, 10, 4000, 10, 20_000, 10, Map.of("USD", 10_000_000L), 100);
        Effort trace = new Effort(2000, 10, 4000, 10, 30_000, 10, Map.of("USD", 20_000_000L), 100);
        Effort plan = new Effort(500, 10, 500, 10, 10_000, 10, Map.of("USD", 30_000_000L), 0);
        MadeAnswers made = new MadeAnswers();
        made.group(CHAIN, Outcome.TRUE, 10).effort(CHAIN, chain);
        Cell loser = cell("MATH", Approach.TRACE_OF_THOUGHT, "Llama");
        Cell winner = cell("MATH", Approach.CHAIN_OF_THOUGHT, "Llama");
        made.group(winner, Outcome.TRUE, 10)
                .effort(winner, chain)
                .group(loser, Outcome.FALSE, 10)
                .effort(loser, trace);
        MadeAnswers gained = new MadeAnswers()
                .group(CHAIN, Outcome.FALSE, 10)
                .effort(CHAIN, chain)
                .group(TRACE, Outcome.TRUE, 10)
                .effort(TRACE, trace)
                .delegation(new DelegationGroup("GSM8K", MadeAnswers.DELEGATOR, 10, plan, 0, 0, 0, 0, 0, 0));
        Answered answered = gained.answered();
        // 600 tokens an answer and 100 a plan, against 500: 200 more for 100 points.
        assertThat(text(answered, "cost-points", "Llama", "tokens-both")).isEqualTo("700");
        assertThat(text(answered, "cost-points", "Llama", "tokens-point")).isEqualTo("2");
        assertThat(text(answered, "cost-points", "Llama", "money-both-USD")).isEqualTo("0.005");
        assertThat(text(answered, "cost-points", "Llama", "money-point-USD")).isEqualTo("0.00004");
        assertThat(text(answered, "cost-plans", "GPT-4", "prompt-tokens")).isEqualTo("50");
        assertThat(text(made.answered(), "cost-points", "Llama", "tokens-point"))
                .isEqualTo("\u2013");
    }

    @Test
    void a_solver_with_several_delegators_is_one_solver_in_the_spread() {
        Cell own = new Cell("GSM8K", Approach.TRACE_OF_THOUGHT, "t@1", "Llama", "Llama", false);
        Answered answered = new MadeAnswers()
                .labelled(TRACE, 90, 100)
                .labelled(own, 80, 100)
                .labelled(cell("GSM8K", Approach.TRACE_OF_THOUGHT, "Owl"), 50, 100)
                .answered();
        assertThat(text(answered, "spread-gsm8k", "Trace-of-Thought", "rows")).isEqualTo("2");
        assertThat(text(answered, "spread-gsm8k", "Trace-of-Thought", "max")).isEqualTo("85.0");
        assertThat(text(answered, "spread-gsm8k", "Trace-of-Thought", "mean")).isEqualTo("67.5");
    }

    @Test
    void an_alternative_of_two_rows_is_counted_once_below_the_table() {
        Cell own = new Cell("GSM8K", Approach.TRACE_OF_THOUGHT, "t@1", "Llama", "Llama", false);
        Answered answered = new MadeAnswers()
                .labelled(CHAIN, 50, 50)
                .group(CHAIN, Outcome.UNLABELLED, 5)
                .labelled(TRACE, 80, 50)
                .labelled(own, 60, 50)
                .answered();
        assertThat(Found.table(ResultSections.of(answered), "against-gsm8k").footnotes())
                .containsExactly("Counted neither as true nor as false: 5 unlabelled and 0 disputed answers.");
    }

    @Test
    void a_price_that_one_side_lacks_is_not_known() {
        Effort free = new Effort(1000, 10, 4000, 10, 20_000, 10, Map.of(), 0);
        Effort priced = new Effort(500, 10, 500, 10, 10_000, 10, Map.of("USD", 30_000_000L), 0);
        Answered answered = new MadeAnswers()
                .group(CHAIN, Outcome.FALSE, 10)
                .effort(CHAIN, free)
                .group(TRACE, Outcome.TRUE, 10)
                .effort(TRACE, free)
                .delegation(new DelegationGroup("GSM8K", MadeAnswers.DELEGATOR, 10, priced, 0, 0, 0, 0, 0, 0))
                .answered();
        assertThat(text(answered, "cost-points", "Llama", "money-both-USD")).isEqualTo("\u2013");
        assertThat(text(answered, "cost", "Llama", "person-seconds")).isEqualTo("\u2013");
        assertThat(text(answered, "cost-plans", "GPT-4", "money-USD")).isEqualTo("0.003");
    }

    @Test
    void data_sets_with_like_names_have_files_of_their_own() {
        Answered answered = new MadeAnswers()
                .labelled(cell("MATH 500", Approach.STANDARD, "Llama"), 10, 10)
                .labelled(cell("math-500", Approach.STANDARD, "Llama"), 10, 10)
                .answered();
        assertThat(Found.figures(ResultSections.of(answered)).stream().map(Figure::id))
                .containsExactlyInAnyOrder("accuracy-math-500", "accuracy-math-500-2");
    }

    @Test
    void ids_are_not_used_twice() {
        Answered answered = MadeAnswers.random(33, 3000).answered();
        assertThat(Found.tables(ResultSections.of(answered)).stream().map(DataTable::id))
                .doesNotHaveDuplicates();
        assertThat(Found.tables(InspectSections.of(answered)).stream().map(DataTable::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_hundred_thousand_groups_are_read_in_a_moment() {
        Answered answered = MadeAnswers.random(34, 100_000).answered();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 6; run++) {
            // Time of the processor, so that what else the machine does counts little.
            long start = clock.getCurrentThreadCpuTime();
            ResultSections.of(answered);
            InspectSections.of(answered);
            least = Math.min(least, clock.getCurrentThreadCpuTime() - start);
        }
        assertThat(least / 1_000_000).isLessThan(300);
    }
}
