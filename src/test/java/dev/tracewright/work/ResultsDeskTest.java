package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsDeskTest {
    private static final ResultFilter STANDARD = ResultFilter.ALL.withApproaches(Set.of(Approach.STANDARD));

    private final Path file;
    private SessionStore store;
    private final Screen screen = new Screen();

    ResultsDeskTest(@TempDir Path folder) {
        file = folder.resolve("desk.tracewright");
        store = Sessions.create(file);
        store.addTraces(IntStream.rangeClosed(1, 230)
                .mapToObj(n -> Samples.trace(n, "llama"))
                .toList());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void reading_fills_in_what_became_of_the_steps_and_counts_anew() {
        ResultsDesk desk = new ResultsDesk(store, "ada", screen, () -> true);
        desk.load(ResultFilter.ALL);
        assertThat(answered(desk).unread()).isEqualTo(230);
        desk.readOn();
        assertThat(desk.reading().get().running()).isTrue();
        screen.catchUp();
        assertThat(desk.reading().get()).isEqualTo(new ResultsDesk.Reading(false, 230, 230, null));
        assertThat(answered(desk).unread()).isZero();
        assertThat(answered(desk).groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(230);
            assertThat(Objects.requireNonNull(group.pattern()).statuses())
                    .containsExactly(StepStatus.FOLLOWED, StepStatus.FOLLOWED);
        });
        assertThat(Objects.requireNonNull(desk.counting().get().facets()).solvers())
                .containsExactly("llama");
    }

    @Test
    void reading_that_was_stopped_goes_on_where_it_ended_after_a_reopen() throws Exception {
        AnswerReader reader = new AnswerReader(store.results(), null);
        List<AnswerReader.Progress> told = new ArrayList<>();
        reader.readOn(told::add, () -> told.size() > 1);
        assertThat(store.results().unread()).isEqualTo(230 - AnswerReader.PAGE);
        store.close();
        store = Sessions.open(file);
        told.clear();
        new AnswerReader(store.results(), null).readOn(told::add, () -> false);
        assertThat(told.getFirst().total()).isEqualTo(130);
        assertThat(told.getLast()).isEqualTo(new AnswerReader.Progress(130, 130, null));
        assertThat(store.results().unread()).isZero();
    }

    @Test
    void a_corrected_alignment_is_read_again_as_the_person_says() throws Exception {
        Trace trace = Samples.trace(1, "llama");
        Answered first = ResultsDesk.readAndCount(store, "ada", ResultFilter.ALL, at -> {}, () -> false);
        assertThat(first.groups()).hasSize(1);
        store.addCorrection(new CorrectionEvent(
                "c",
                trace.response().id(),
                "ada",
                new Correction.OfStatus(2, StepStatus.NOTED_REDUNDANT),
                false,
                null,
                null,
                5));
        List<ResultsDesk.Reading> told = new ArrayList<>();
        Answered second = ResultsDesk.readAndCount(store, "ada", ResultFilter.ALL, told::add, () -> false);
        assertThat(told.getLast()).isEqualTo(new ResultsDesk.Reading(true, 1, 1, null));
        assertThat(second.groups()).hasSize(2).anySatisfy(group -> {
            assertThat(group.count()).isEqualTo(1);
            assertThat(Objects.requireNonNull(group.pattern()).has(StepStatus.NOTED_REDUNDANT))
                    .isTrue();
        });
    }

    @Test
    void a_label_is_counted_after_a_refresh() throws Exception {
        OpenSession session = new OpenSession(store, "ada", screen, new CountedStamps());
        session.queue().load(store.items("ada"));
        ResultsDesk desk = ResultsDesk.of(session, screen);
        desk.load(ResultFilter.ALL);
        assertThat(answered(desk).groups()).extracting(AnswerGroup::outcome).containsExactly(Outcome.UNLABELLED);
        session.labelling().label(session.queue().items().getFirst().key(), Samples.RIGHT, 2);
        desk.refresh();
        assertThat(answered(desk).groups())
                .extracting(AnswerGroup::outcome)
                .containsExactlyInAnyOrder(Outcome.UNLABELLED, Outcome.TRUE);
        session.close();
    }

    @Test
    void answers_behind_a_figure_are_found_for_the_queue() {
        ResultsDesk desk = new ResultsDesk(store, null, screen, () -> true);
        desk.load(ResultFilter.ALL);
        List<ResultsDesk.Opened> opened = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        Set<Cell> cells =
                answered(desk).groups().stream().map(AnswerGroup::cell).collect(Collectors.toSet());
        desk.open(Selection.of("All of them", cells), opened::add, failures::add);
        assertThat(failures).isEmpty();
        assertThat(opened).singleElement().satisfies(found -> {
            assertThat(found.count()).isEqualTo(230);
            assertThat(found.first()).isEqualTo("response-1-llama");
            assertThat(found.only().title()).isEqualTo("All of them");
            assertThat(found.only().responseIds()).hasSize(230);
        });
    }

    @Test
    void only_the_filter_that_was_asked_for_last_is_shown() {
        Held held = new Held();
        ResultsDesk desk = new ResultsDesk(store, null, held, () -> true);
        desk.load(ResultFilter.ALL);
        desk.load(STANDARD);
        assertThat(desk.counting().get().running()).isTrue();
        held.next();
        assertThat(desk.counting().get().answered()).isNull();
        held.next();
        assertThat(answered(desk).filter()).isEqualTo(STANDARD);
        assertThat(answered(desk).groups()).isEmpty();
        desk.load(ResultFilter.ALL);
        desk.cancel();
        held.next();
        assertThat(answered(desk).filter()).isEqualTo(STANDARD);
        assertThat(desk.counting().get().running()).isFalse();
    }

    @Test
    void a_session_that_cannot_be_read_says_so() {
        ResultsDesk desk = new ResultsDesk(store, null, screen, () -> true);
        store.close();
        desk.load(ResultFilter.ALL);
        assertThat(desk.counting().get().trouble()).contains("is closed");
        assertThat(desk.counting().get().running()).isFalse();
        desk.readOn();
        screen.catchUp();
        assertThat(desk.reading().get().running()).isFalse();
        assertThat(desk.reading().get().trouble()).contains("is closed");
    }

    private static Answered answered(ResultsDesk desk) {
        return Objects.requireNonNull(desk.counting().get().answered());
    }

    /** Does each piece of work only when told to. */
    private static final class Held implements TaskRunner {
        private final List<Runnable> work = new ArrayList<>();

        @Override
        public <T> void run(Callable<T> task, Consumer<T> done, Consumer<Throwable> failed) {
            work.add(() -> {
                try {
                    done.accept(task.call());
                } catch (Exception problem) {
                    failed.accept(problem);
                }
            });
        }

        @Override
        public void later(Runnable action) {
            work.add(action);
        }

        void next() {
            work.removeFirst().run();
        }
    }
}
