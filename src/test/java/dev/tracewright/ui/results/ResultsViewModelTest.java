package dev.tracewright.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Section;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import dev.tracewright.work.ResultReport;
import dev.tracewright.work.ResultsDesk;
import dev.tracewright.work.TaskRunner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screens of counted answers show while they count, when they have counted, and when they cannot. */
class ResultsViewModelTest {
    /** Does what is asked for when the test says so. */
    private static final class Later implements TaskRunner {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            waiting.add(() -> {
                T result;
                try {
                    result = work.call();
                } catch (Exception problem) {
                    failed.accept(problem);
                    return;
                }
                done.accept(result);
            });
        }

        @Override
        public void later(Runnable action) {
            waiting.add(action);
        }

        void doAll() {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        }
    }

    private final Later tasks = new Later();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final SessionStore store;
    private final ResultsViewModel model;

    ResultsViewModelTest(@TempDir Path folder) {
        store = Sessions.create(folder.resolve("lesson.tracewright"));
        store.addTraces(List.of(answer(1, "hare"), answer(2, "hare"), answer(1, "owl")));
        model = new ResultsViewModel(
                new ResultsDesk(store, "ada", tasks, () -> true),
                new ResultsViewModel.Makers(
                        answered -> List.of(new Section("made", "Made", "", List.of(), List.of())),
                        answered -> List.of()),
                tasks,
                (wait, action) -> afterwards.add(action));
    }

    @AfterEach
    void close() {
        model.release();
        store.close();
    }

    private static Trace answer(int number, String solver) {
        Problem problem = Problem.of("made", number, "Ann has 16 eggs and eats 7. How many on day " + number, "#### 9");
        Response response = new Response(
                number + solver,
                problem.id(),
                null,
                Approach.STANDARD,
                null,
                solver,
                0,
                "",
                "16 - 7 = 9\nThe answer is 9.",
                null,
                null,
                null,
                null,
                FinishReason.STOP,
                0,
                null,
                1);
        return new Trace(problem, null, null, response, null);
    }

    private static ResultFilter only(String solver) {
        return ResultFilter.ALL.withSolvers(Set.of(solver));
    }

    private ResultsPicture picture() {
        return Objects.requireNonNull(model.picture().get());
    }

    @Test
    void a_bar_is_shown_only_where_counting_takes_its_time() {
        model.refresh();
        assertThat(model.state().get()).isEqualTo(ResultsViewModel.State.STARTED);
        afterwards.forEach(Runnable::run);
        assertThat(model.state().get()).isEqualTo(ResultsViewModel.State.WAITING);
        tasks.doAll();
        assertThat(model.state().get()).isEqualTo(ResultsViewModel.State.IDLE);
        model.refresh();
        tasks.doAll();
        afterwards.forEach(Runnable::run);
        assertThat(model.state().get()).isEqualTo(ResultsViewModel.State.IDLE);
    }

    @Test
    void answers_that_nobody_has_read_are_read_and_counted_again() {
        model.refresh();
        tasks.doAll();
        assertThat(picture().answered().unread()).isZero();
        assertThat(picture().total()).isEqualTo(3);
        assertThat(picture().labelled()).isZero();
        assertThat(picture().results()).hasSize(1);
        assertThat(model.reading().get().running()).isFalse();
    }

    @Test
    void what_was_counted_stays_until_the_newer_is_there_and_the_last_filter_wins() {
        model.refresh();
        tasks.doAll();
        ResultsPicture before = picture();
        model.setFilter(only("hare"));
        assertThat(picture()).isEqualTo(before);
        model.setFilter(only("owl"));
        tasks.doAll();
        assertThat(picture().total()).isEqualTo(1);
        assertThat(picture().answered().filter()).isEqualTo(only("owl"));
    }

    @Test
    void clearing_the_filters_keeps_whether_suggestions_count() {
        model.setFilter(only("owl"));
        FilterBar.setSuggestions(model, true);
        assertThat(model.filter().get().narrows()).isTrue();
        model.clearFilter();
        assertThat(model.filter().get().narrows()).isFalse();
        assertThat(model.filter().get().suggestions()).isTrue();
        tasks.doAll();
        assertThat(picture().total()).isEqualTo(3);
    }

    @Test
    void a_session_that_cannot_be_read_is_told_in_a_sentence_and_the_old_figures_stay() {
        model.refresh();
        tasks.doAll();
        store.close();
        model.refresh();
        tasks.doAll();
        assertThat(model.state().get()).isEqualTo(ResultsViewModel.State.FAILED);
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(picture().total()).isEqualTo(3);
    }

    @Test
    void a_report_says_what_was_counted() {
        model.setFilter(only("hare"));
        tasks.doAll();
        assertThat(ResultReport.of(store, picture().answered()).facts())
                .containsExactly("Data sets: made", "Verdicts: people", "0 of 2 answers labelled", "Solvers: hare");
    }
}
