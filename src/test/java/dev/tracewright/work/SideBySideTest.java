package dev.tracewright.work;

import static dev.tracewright.work.Samples.problem;
import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import dev.tracewright.work.SideBySide.Answer;
import dev.tracewright.work.SideBySide.Cell;
import dev.tracewright.work.SideBySide.Group;
import dev.tracewright.work.SideBySide.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One problem with all its answers. */
class SideBySideTest {
    private static final String SHORT = "1. There are 16 eggs in all.\n2. 16 - 7 = 9 eggs are left.\nThe answer is 9.";
    private static final String LONG = """
            Let us work through this together.

            1. There are 16 eggs in all.

            2. We take the 7 eaten eggs away from the 16: 16 - 7 = 9.

            The answer is 9.

            Would you like another problem?""";

    @TempDir
    @Nullable
    Path folder;

    private @Nullable OpenSession opened;

    @BeforeEach
    void a_problem_with_steps_by_two_delegators() {
        Problem problem = problem(1);
        Plan fox = plan(problem, "fox", "Count all the eggs: 16.", "Subtract the 7 eaten eggs from 16.");
        Plan owl = plan(problem, "owl", "Subtract 7 from 16 to find the eggs that are left.");
        SessionStore store = Sessions.create(Objects.requireNonNull(folder).resolve("lesson.tracewright"));
        store.addProblems(List.of(problem));
        store.addTraces(List.of(
                trace(problem, null, "hare", "It is 9."),
                trace(problem, fox, "hare", SHORT),
                trace(problem, fox, "crow", LONG),
                trace(problem, owl, "crow", "1. 16 - 7 = 9 eggs are left.\nThe answer is 9."),
                trace(problem, fox, "wren", "")));
        opened = new OpenSession(store, "ada", new Screen(), new CountedStamps());
        opened.queue().load(store.items("ada"));
    }

    @AfterEach
    void close() {
        session().close();
    }

    private OpenSession session() {
        return Objects.requireNonNull(opened);
    }

    private static Plan plan(Problem problem, String delegator, String... bodies) {
        return new Plan(
                "plan-" + delegator,
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                delegator,
                delegator,
                "Write steps.",
                steps(bodies),
                1_000);
    }

    private static Trace trace(Problem problem, @Nullable Plan plan, String solver, String output) {
        Response response = new Response(
                "response-" + (plan == null ? "none" : plan.id()) + "-" + solver,
                problem.id(),
                plan == null ? null : plan.id(),
                plan == null ? Approach.STANDARD : Approach.TRACE_OF_THOUGHT,
                plan == null ? null : plan.delegator(),
                solver,
                0,
                "Answer.",
                output,
                null,
                12,
                34,
                250L,
                FinishReason.STOP,
                1,
                null,
                2_000);
        return new Trace(problem, plan, null, response, null);
    }

    private SideBySide read() {
        return SideBySide.of(session(), session().queue().items(), problem(1), ResultFilter.ALL);
    }

    private static String text(Group group, int answer, Row row) {
        StringBuilder text = new StringBuilder();
        for (SideBySide.Passage passage : row.cells().get(answer).passages()) {
            text.append(group.answers().get(answer).output(), passage.start(), passage.end());
        }
        return text.toString().strip();
    }

    @Test
    void answers_that_follow_the_same_steps_stand_together_and_those_without_steps_last() {
        List<Group> groups = read().groups();
        assertThat(groups).extracting(Group::delegator).containsExactly("fox", "owl", null);
        assertThat(groups.getFirst().answers()).extracting(Answer::solver).containsExactly("crow", "hare", "wren");
        assertThat(groups.getLast().steps()).isEmpty();
        assertThat(groups.getLast().rows()).hasSize(1);
        assertThat(text(groups.getLast(), 0, groups.getLast().rows().getFirst()))
                .isEqualTo("It is 9.");
    }

    @Test
    void what_performs_one_step_stands_in_one_row() {
        Group fox = read().groups().getFirst();
        Row second =
                fox.rows().stream().filter(row -> row.step() == 2).findFirst().orElseThrow();
        assertThat(text(fox, 0, second)).startsWith("2. We take the 7 eaten eggs");
        assertThat(text(fox, 1, second)).startsWith("2. 16 - 7 = 9");
        assertThat(second.cells().get(0).status()).isEqualTo(StepStatus.FOLLOWED);
        assertThat(text(fox, 2, second)).isEmpty();
        assertThat(second.cells().get(2).status()).isEqualTo(StepStatus.SKIPPED);
    }

    @Test
    void text_of_no_step_has_a_row_in_its_place_and_rows_without_text_are_left_out() {
        Group fox = read().groups().getFirst();
        assertThat(fox.rows()).extracting(Row::step).containsExactly(0, 1, 2, 0);
        Row before = fox.rows().getFirst();
        assertThat(text(fox, 0, before)).isEqualTo("Let us work through this together.");
        assertThat(before.cells().get(1).passages()).isEmpty();
    }

    @Test
    void every_output_is_there_whole_and_in_order() {
        for (Group group : read().groups()) {
            for (int answer = 0; answer < group.answers().size(); answer++) {
                int at = 0;
                for (Row row : group.rows()) {
                    Cell cell = row.cells().get(answer);
                    for (SideBySide.Passage passage : cell.passages()) {
                        assertThat(passage.start()).isEqualTo(at);
                        at = passage.end();
                    }
                }
                assertThat(at).isEqualTo(group.answers().get(answer).output().length());
            }
        }
    }
}
