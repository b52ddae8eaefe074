package dev.tracewright.ui.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.Templates;
import dev.tracewright.settings.Settings;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.annotate.ContradictionViewModel.Contradiction;
import dev.tracewright.ui.annotate.ContradictionViewModel.Way;
import dev.tracewright.work.Doubt;
import dev.tracewright.work.ModelDesk;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Stamps;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an annotator sees of the program's reading before and after deciding, and what is said when verdicts contradict. */
class JudgingTest {
    private static final String NINE = "There are 16 eggs.\n16 - 7 = 9\nThe answer is 9.";
    private static final String FORMATTED_WRONG =
            "There are 16 eggs. 16 - 7 = 9, so there are 9 eggs left.\nThe answer is: 8";

    /** Runs work at once, and what is sent to the screen when the test looks at it. */
    private static final class Screen implements TaskRunner {
        private final Queue<Runnable> sent = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            T result;
            try {
                result = work.call();
            } catch (Exception problem) {
                failed.accept(problem);
                return;
            }
            done.accept(result);
        }

        @Override
        public synchronized void later(Runnable action) {
            sent.add(action);
        }

        synchronized void catchUp() {
            for (Runnable next = sent.poll(); next != null; next = sent.poll()) {
                next.run();
            }
        }
    }

    private final Screen screen = new Screen();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final SessionStore store;
    private final OpenSession session;
    private final AnnotateViewModel model;

    JudgingTest(@TempDir Path folder) {
        store = Sessions.create(folder.resolve("lesson.tracewright"));
        store.addTraces(
                List.of(trace(1, "a", NINE), trace(1, "b", NINE), trace(1, "c", NINE), trace(2, "a", FORMATTED_WRONG)));
        session = new OpenSession(store, "ada", screen, Stamps.real());
        session.queue().load(store.items("ada"));
        session.findings().start();
        screen.catchUp();
        model = new AnnotateViewModel(
                session,
                screen,
                new ModelDesk(session, screen, Templates.PAPER, CallSettings.DEFAULT),
                (wait, action) -> afterwards.add(action));
    }

    @AfterEach
    void close() {
        model.release();
        session.close();
    }

    private static Trace trace(int number, String solver, String output) {
        Problem problem =
                Problem.of("made", number, "Ann has 16 eggs and eats 7. How many are left on day " + number, "#### 9");
        Response response = new Response(
                number + solver,
                problem.id(),
                null,
                Approach.STANDARD,
                null,
                solver,
                0,
                "",
                output,
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

    private void show(String key) {
        session.queue().select(key);
    }

    private String at() {
        return Objects.requireNonNull(session.queue().current().get()).key();
    }

    private void goOn() {
        afterwards.removeFirst().run();
    }

    private @Nullable String lit() {
        Found place = model.answer().place(model.answer().lit().get());
        return place == null ? null : place.value();
    }

    @Test
    void a_key_leads_through_the_values_in_their_places_and_out_again() {
        show("2a");
        List<@Nullable String> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            model.answer().lightNext();
            seen.add(lit());
        }
        assertThat(seen).containsExactly("8", "9", "8", null, "8");
        assertThat(model.answer().litSegment()).isEqualTo(lastSegment());
        show("1a");
        assertThat(model.answer().lit().get()).isNull();
    }

    private int lastSegment() {
        return Objects.requireNonNull(model.sheet().get())
                        .alignment()
                        .segments()
                        .size()
                - 1;
    }

    @Test
    void where_labelling_is_blind_everything_waits_for_the_verdict_and_hides_again_when_it_is_taken_back() {
        model.autoAdvance().set(false);
        show("2a");
        assertThat(model.answer().suggestionShown().get()).isTrue();
        model.answer().lightNext();
        model.answer().blind().set(Settings.Blind.ALWAYS);
        assertThat(model.answer().suggestionShown().get()).isFalse();
        assertThat(model.answer().valuesShown().get()).isFalse();
        assertThat(model.answer().lit().get()).isNull();
        model.answer().lightNext();
        assertThat(model.answer().lit().get()).isNull();
        assertThat(session.findings().doubts().count(Doubt.FORMAT_MISMATCH)).isZero();

        model.judgeReasonedRight();
        assertThat(model.answer().suggestionShown().get()).isTrue();
        assertThat(session.findings().doubts().count(Doubt.FORMAT_MISMATCH)).isEqualTo(1);
        model.undoLabel();
        assertThat(model.answer().suggestionShown().get()).isFalse();
        assertThat(session.findings().doubts().count(Doubt.FORMAT_MISMATCH)).isZero();
    }

    @Test
    void labelling_is_blind_by_itself_once_somebody_else_has_labelled_too() {
        show("2a");
        assertThat(model.answer().isBlind()).isFalse();
        store.addLabel(new LabelEvent("x", "1c", "grace", new Label(Verdict.TRUE, Set.of(), ""), false, 1, 1));
        show("1a");
        assertThat(model.answer().isBlind()).isTrue();
        assertThat(model.answer().valuesShown().get()).isFalse();
        model.answer().blind().set(Settings.Blind.NEVER);
        assertThat(model.answer().valuesShown().get()).isTrue();
    }

    @Test
    void the_hidden_answer_of_the_data_set_hides_what_tells_it() {
        show("2a");
        model.answer().hideGold().set(true);
        assertThat(model.answer().suggestionShown().get()).isFalse();
        assertThat(model.answer().valuesShown().get()).isTrue();
        assertThat(model.answer().place(AnswerValue.STRICT)).isNull();
    }

    @Test
    void equal_values_with_both_verdicts_are_told_and_one_key_leads_there_and_back_to_the_work() {
        show("1a");
        model.judge(Verdict.TRUE);
        goOn();
        assertThat(at()).isEqualTo("1b");
        model.judge(Verdict.FALSE);
        Contradiction told =
                Objects.requireNonNull(model.contradictions().shown().get());
        assertThat(told.labelled().row().key()).isEqualTo("1b");
        assertThat(told.other().row().key()).isEqualTo("1a");
        goOn();
        assertThat(at()).as("work goes on").isEqualTo("1c");
        assertThat(model.contradictions().shown().get()).isNotNull();
        assertThat(model.canJudge()).isTrue();

        List<String> visited = new ArrayList<>();
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ways.add(model.contradictions().way());
            model.contradictions().go();
            visited.add(at());
        }
        assertThat(visited).containsExactly("1a", "1b", "1c", "1a");
        assertThat(ways).containsExactly(Way.TO_THE_OTHER, Way.TO_THE_LABELLED, Way.BACK, Way.TO_THE_OTHER);
    }

    @Test
    void a_contradiction_ends_with_another_verdict_with_undo_or_by_being_kept() {
        model.autoAdvance().set(false);
        show("1a");
        model.judge(Verdict.TRUE);
        show("1b");
        model.judge(Verdict.FALSE);
        model.undoLabel();
        assertThat(model.contradictions().shown().get()).isNull();

        model.judge(Verdict.FALSE);
        show("1a");
        model.judge(Verdict.FALSE);
        assertThat(model.contradictions().shown().get()).isNull();

        model.judge(Verdict.TRUE);
        assertThat(model.contradictions().shown().get()).isNotNull();
        model.contradictions().keepBoth();
        assertThat(model.contradictions().shown().get()).isNull();
        model.note("really");
        assertThat(model.contradictions().shown().get())
                .as("a note is no new verdict")
                .isNull();
        assertThat(session.findings().doubts().count(Doubt.INCONSISTENT)).isEqualTo(2);
    }
}
