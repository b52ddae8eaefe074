package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.DelegationGroup;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of demonstration material and those of models are never counted together. */
class DemonstrationStoreTest {
    private static final ResultFilter DEMONSTRATION = ResultFilter.ALL.withDemonstration(true);

    private final SessionStore store;

    DemonstrationStoreTest(@TempDir Path folder) {
        store = Sessions.create(folder.resolve("lesson.tracewright"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Trace stepped(int number, String delegator, String solver, Label label) {
        Problem problem = Samples.problem(number);
        Plan plan = Samples.plan(problem, delegator);
        return labelled(problem, plan, Samples.response(plan, solver), label);
    }

    private static Trace plain(int number, String solver, Label label) {
        Problem problem = Samples.problem(number);
        return labelled(problem, null, Samples.withoutPlan(problem, Approach.CHAIN_OF_THOUGHT, solver), label);
    }

    private static Trace labelled(Problem problem, @Nullable Plan plan, Response response, Label label) {
        return new Trace(
                problem, plan, null, response, Samples.label("label-" + response.id(), response, "ada", label, 1));
    }

    /** Two problems with and without the steps of the example, right and wrong. */
    private void addExample() {
        store.addTraces(List.of(
                stepped(1, Demonstration.HAND_WRITTEN, Demonstration.HAND_WRITTEN, Samples.RIGHT),
                stepped(2, Demonstration.HAND_WRITTEN, Demonstration.HAND_WRITTEN, Samples.WRONG),
                plain(1, Demonstration.HAND_WRITTEN, Samples.WRONG),
                plain(2, Demonstration.SOLVER, Samples.RIGHT)));
    }

    /** The owl follows steps of the fox, of the offline delegator, and none. */
    private void addModels() {
        store.addTraces(List.of(
                stepped(1, "fox", "owl", Samples.RIGHT),
                stepped(3, Demonstration.DELEGATOR, "owl", Samples.WRONG),
                plain(1, "owl", Samples.WRONG)));
    }

    private Answered count(ResultFilter filter) {
        return store.results().count(filter);
    }

    private static Set<String> solvers(Answered answered) {
        return answered.groups().stream().map(group -> group.cell().solver()).collect(Collectors.toSet());
    }

    private static Set<@Nullable String> pairs(Answered answered) {
        return answered.pairs().stream().map(pair -> pair.first().solver()).collect(Collectors.toSet());
    }

    private static long total(Answered answered) {
        return answered.groups().stream().mapToLong(AnswerGroup::count).sum();
    }

    @Test
    void a_session_of_nothing_else_counts_its_demonstration_material_whatever_is_asked_for() {
        addExample();
        for (ResultFilter filter : List.of(ResultFilter.ALL, DEMONSTRATION)) {
            Answered answered = count(filter);
            assertThat(answered.demonstration()).isTrue();
            assertThat(answered.leftOut()).isZero();
            assertThat(total(answered)).isEqualTo(4);
            assertThat(pairs(answered)).containsExactly(Demonstration.HAND_WRITTEN);
            assertThat(answered.delegations())
                    .extracting(DelegationGroup::delegator)
                    .containsExactly(Demonstration.HAND_WRITTEN);
        }
        assertThat(store.results().facets(false).bothKinds()).isFalse();
        assertThat(store.results().facets(false).solvers())
                .containsExactly(Demonstration.HAND_WRITTEN, Demonstration.SOLVER);
    }

    @Test
    void a_session_of_models_counts_them_whatever_is_asked_for() {
        addModels();
        for (ResultFilter filter : List.of(ResultFilter.ALL, DEMONSTRATION)) {
            Answered answered = count(filter);
            assertThat(answered.demonstration()).isFalse();
            assertThat(answered.leftOut()).isZero();
            assertThat(total(answered)).isEqualTo(3);
        }
    }

    @Test
    void beside_models_demonstration_material_is_left_out_of_answers_pairs_and_plans() {
        addExample();
        addModels();
        Answered answered = count(ResultFilter.ALL);
        assertThat(answered.demonstration()).isFalse();
        assertThat(solvers(answered)).containsExactly("owl");
        assertThat(total(answered)).isEqualTo(3);
        assertThat(answered.leftOut()).isEqualTo(4);
        assertThat(answered.unread()).isEqualTo(3);
        assertThat(pairs(answered)).containsExactly("owl");
        // the owl followed steps of the offline delegator, and nobody those of the example
        assertThat(answered.delegations())
                .extracting(DelegationGroup::delegator)
                .containsExactly("fox", Demonstration.DELEGATOR);
        assertThat(store.results().facets(false).solvers()).containsExactly("owl");
        assertThat(store.results().facets(false).delegators()).containsExactly("fox", Demonstration.DELEGATOR);
        assertThat(store.results().facets(false).bothKinds()).isTrue();
    }

    @Test
    void beside_models_it_is_shown_alone_on_demand() {
        addExample();
        addModels();
        Answered answered = count(DEMONSTRATION);
        assertThat(answered.demonstration()).isTrue();
        assertThat(solvers(answered)).containsExactlyInAnyOrder(Demonstration.HAND_WRITTEN, Demonstration.SOLVER);
        assertThat(answered.leftOut()).isEqualTo(3);
        assertThat(pairs(answered)).containsExactly(Demonstration.HAND_WRITTEN);
        assertThat(answered.delegations())
                .extracting(DelegationGroup::delegator)
                .contains(Demonstration.HAND_WRITTEN)
                .doesNotContain("fox");
        assertThat(store.results().facets(true).solvers())
                .containsExactly(Demonstration.HAND_WRITTEN, Demonstration.SOLVER);
    }

    @Test
    void only_what_passes_the_other_conditions_is_said_to_be_left_out() {
        addExample();
        addModels();
        ResultFilter steps = ResultFilter.ALL.withApproaches(Set.of(Approach.TRACE_OF_THOUGHT));
        assertThat(count(steps).leftOut()).isEqualTo(2);
        assertThat(total(count(steps))).isEqualTo(2);
    }

    @Test
    void a_number_opens_answers_of_the_kind_it_counts_and_no_others() {
        addExample();
        addModels();
        Set<Cell> cells = Stream.of(ResultFilter.ALL, DEMONSTRATION)
                .flatMap(filter -> count(filter).groups().stream())
                .map(AnswerGroup::cell)
                .collect(Collectors.toSet());
        Selection right = Selection.of("right", cells).said(Selection.Said.of(Outcome.TRUE));
        assertThat(opened(right, ResultFilter.ALL)).containsExactly(id(stepped(1, "fox", "owl", Samples.RIGHT)));
        assertThat(opened(right, DEMONSTRATION))
                .containsExactly(
                        id(stepped(1, Demonstration.HAND_WRITTEN, Demonstration.HAND_WRITTEN, Samples.RIGHT)),
                        id(plain(2, Demonstration.SOLVER, Samples.RIGHT)));
    }

    private List<String> opened(Selection selection, ResultFilter filter) {
        return store.results().select(selection, filter, 10).responseIds();
    }

    private static String id(Trace trace) {
        return trace.response().id();
    }
}
