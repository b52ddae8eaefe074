package dev.tracewright.work;

import static dev.tracewright.work.Samples.RIGHT;
import static dev.tracewright.work.Samples.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is doubtful about verdicts keeps up with every label that is made or taken back. */
@Timeout(60)
class DoubtsTest {
    private static final String NINE = "There are 16 eggs.\n16 - 7 = 9\nThe answer is 9.";
    private static final String ALSO_NINE = "Of 16 eggs 7 are eaten.\n16 - 7 = 9.00\nThe answer is 9.00.";
    private static final String EIGHT = "There are 16 eggs.\n16 - 7 = 8\nThe answer is 8.";
    private static final String FORMATTED_WRONG =
            "There are 16 eggs. 16 - 7 = 9, so there are 9 eggs left.\nThe answer is: 8";

    private final Screen screen = new Screen();
    private final OpenSession session;

    DoubtsTest(@TempDir Path folder) {
        SessionStore store = Sessions.create(folder.resolve("lesson.tracewright"));
        store.addTraces(List.of(
                trace(1, "llama", NINE),
                trace(1, "mistral", ALSO_NINE),
                trace(1, "zephyr", EIGHT),
                trace(2, "llama", NINE),
                trace(3, "llama", FORMATTED_WRONG),
                trace(3, "zephyr", EIGHT)));
        session = new OpenSession(store, "ada", screen, new CountedStamps());
    }

    @BeforeEach
    void read() {
        session.queue().load(session.store().items("ada"));
        session.findings().start();
        screen.catchUp();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static Trace trace(int number, String solver, String output) {
        Problem problem = Samples.problem(number);
        Response made = Samples.response(problem, null, solver);
        return new Trace(
                problem,
                null,
                null,
                new Response(
                        made.id(),
                        made.problemId(),
                        null,
                        made.approach(),
                        null,
                        solver,
                        0,
                        "",
                        output,
                        null,
                        null,
                        null,
                        null,
                        made.finish(),
                        0,
                        null,
                        number),
                null);
    }

    private Doubts doubts() {
        return session.findings().doubts();
    }

    private static String key(int number, String solver) {
        return "response-" + number + "-" + solver;
    }

    private void label(String key, Label label) {
        session.labelling().label(key, label, 1);
    }

    private List<String> shown(Doubt doubt) {
        session.queue().setFilter(QueueFilter.ALL.withDoubts(Set.of(doubt)));
        return session.queue().shown().stream().map(ItemRow::key).toList();
    }

    @Test
    void a_label_that_the_suggestion_contradicts_is_found_at_once_and_no_more_when_it_is_taken_back() {
        assertThat(doubts().count(Doubt.SUGGESTION_DIFFERS)).isZero();
        label(key(1, "llama"), WRONG);
        assertThat(doubts().of(key(1, "llama"))).contains(Doubt.SUGGESTION_DIFFERS, Doubt.STRICT_DIFFERS);
        assertThat(doubts().count(Doubt.SUGGESTION_DIFFERS)).isEqualTo(1);
        label(key(1, "zephyr"), WRONG);
        assertThat(doubts().of(key(1, "zephyr"))).isEmpty();
        session.labelling().undo();
        session.labelling().undo();
        assertThat(doubts().of(key(1, "llama"))).isEmpty();
        assertThat(doubts().count(Doubt.SUGGESTION_DIFFERS)).isZero();
    }

    @Test
    void a_filter_shows_what_a_label_makes_doubtful_and_keeps_what_a_label_settles_in_its_place() {
        assertThat(shown(Doubt.SUGGESTION_DIFFERS)).isEmpty();
        label(key(2, "llama"), WRONG);
        assertThat(session.queue().shown()).extracting(ItemRow::key).containsExactly(key(2, "llama"));
        label(key(2, "llama"), RIGHT);
        assertThat(session.queue().shown()).extracting(ItemRow::key).containsExactly(key(2, "llama"));
        assertThat(shown(Doubt.SUGGESTION_DIFFERS)).isEmpty();
    }

    @Test
    void equal_values_with_both_verdicts_are_inconsistent_however_they_are_written() {
        label(key(1, "llama"), RIGHT);
        label(key(1, "zephyr"), WRONG);
        label(key(2, "llama"), WRONG);
        assertThat(doubts().count(Doubt.INCONSISTENT))
                .as("another value, another problem")
                .isZero();
        label(key(1, "mistral"), WRONG);
        assertThat(doubts().against(key(1, "mistral")))
                .extracting(other -> other.row().key())
                .containsExactly(key(1, "llama"));
        assertThat(shown(Doubt.INCONSISTENT)).containsExactly(key(1, "llama"), key(1, "mistral"));
        session.labelling().undo();
        assertThat(doubts().count(Doubt.INCONSISTENT)).isZero();
        assertThat(doubts().against(key(1, "llama"))).isEmpty();
    }

    @Test
    void an_answer_that_the_person_calls_formatted_wrong_counts_with_the_value_it_reasoned() {
        assertThat(doubts().of(key(3, "llama"))).containsExactly(Doubt.FORMAT_MISMATCH);
        label(key(3, "zephyr"), WRONG);
        label(key(3, "llama"), RIGHT);
        assertThat(doubts().of(key(3, "llama"))).contains(Doubt.INCONSISTENT);
        label(key(3, "llama"), RIGHT.withFlag(Flag.FORMAT_MISMATCH, true));
        assertThat(doubts().of(key(3, "llama"))).doesNotContain(Doubt.INCONSISTENT);
        assertThat(doubts().of(key(3, "zephyr"))).doesNotContain(Doubt.INCONSISTENT);
    }

    @Test
    void where_the_suggestion_waits_for_the_person_an_open_item_shows_no_doubt() {
        doubts().hideUndecided(true);
        assertThat(doubts().count(Doubt.FORMAT_MISMATCH)).isZero();
        assertThat(shown(Doubt.FORMAT_MISMATCH)).isEmpty();
        label(key(3, "llama"), RIGHT);
        assertThat(doubts().of(key(3, "llama"))).contains(Doubt.FORMAT_MISMATCH);
        session.labelling().undo();
        assertThat(doubts().of(key(3, "llama"))).isEmpty();
        doubts().hideUndecided(false);
        assertThat(doubts().of(key(3, "llama"))).containsExactly(Doubt.FORMAT_MISMATCH);
    }

    @Test
    void whatever_is_labelled_and_taken_back_the_counts_are_those_of_the_items() {
        Random random = new Random(11);
        List<String> keys =
                session.queue().matching(row -> true).stream().map(ItemRow::key).toList();
        List<Label> labels =
                List.of(RIGHT, WRONG, Label.NONE, RIGHT.withFlag(Flag.FORMAT_MISMATCH, true), WRONG.withNote("why"));
        for (int round = 0; round < 300; round++) {
            if (random.nextInt(3) == 0) {
                session.labelling().undo();
            } else {
                label(keys.get(random.nextInt(keys.size())), labels.get(random.nextInt(labels.size())));
            }
            if (random.nextInt(10) == 0) {
                doubts().hideUndecided(random.nextBoolean());
            }
            for (Doubt doubt : Doubt.values()) {
                assertThat((long) doubts().count(doubt))
                        .as(doubt + " in round " + round)
                        .isEqualTo(keys.stream()
                                .filter(key -> doubts().of(key).contains(doubt))
                                .count());
            }
            assertThat(keys.stream()
                            .filter(key -> !doubts().against(key).isEmpty())
                            .toList())
                    .isEqualTo(keys.stream()
                            .filter(key -> doubts().of(key).contains(Doubt.INCONSISTENT))
                            .toList());
        }
    }

    @Test
    void many_answers_to_one_problem_are_compared_in_time() {
        Problem problem = Samples.problem(9);
        session.store()
                .addTraces(IntStream.range(0, 400)
                        .mapToObj(i -> trace(9, "solver " + i, "So x = " + i % 40 + ".\nThe answer is " + i % 40 + "."))
                        .toList());
        session.queue().load(session.store().items("ada"));
        screen.catchUp();
        List<ItemRow> rows = session.queue().matching(row -> row.problem().id().equals(problem.id()));
        assertThat(rows).hasSize(400);
        for (int i = 0; i < rows.size(); i++) {
            label(rows.get(i).key(), i % 3 == 0 ? RIGHT : WRONG);
        }
        assertThat(doubts().count(Doubt.INCONSISTENT)).isEqualTo(400);
    }
}
