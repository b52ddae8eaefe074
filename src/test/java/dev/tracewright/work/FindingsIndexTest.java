package dev.tracewright.work;

import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FindingsIndexTest {
    private static final int ITEMS = 3 * FindingsIndex.PAGE;
    private static final Set<Finding> FALSE = Set.of(Finding.FALSE_ARITHMETIC);

    @TempDir
    @Nullable
    Path folder;

    private final Screen screen = new Screen();
    private @Nullable OpenSession opened;

    /** Every third item says 16 - 7 = 8. */
    @BeforeEach
    void a_session_of_three_pages() {
        SessionStore store = Sessions.create(Objects.requireNonNull(folder).resolve("lesson.tracewright"));
        store.addTraces(IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> trace(number, number % 3 == 0 ? "16 - 7 = 8" : "16 - 7 = 9"))
                .toList());
        opened = new OpenSession(store, "ada", screen, new CountedStamps());
        session().queue().load(store.items("ada"));
    }

    @AfterEach
    void close() {
        session().close();
    }

    private OpenSession session() {
        return Objects.requireNonNull(opened);
    }

    private FindingsIndex index() {
        return session().findings();
    }

    private static Trace trace(int number, String equation) {
        Problem problem = Samples.problem(number);
        Plan plan = Samples.plan(problem);
        Response made = Samples.response(problem, plan, "llama");
        Response response = new Response(
                made.id(),
                made.problemId(),
                made.planId(),
                made.approach(),
                made.delegator(),
                made.solver(),
                0,
                made.prompt(),
                "1. There are 16 eggs.\n2. " + equation + "\nThat is all.",
                null,
                null,
                null,
                null,
                made.finish(),
                0,
                null,
                number);
        return new Trace(problem, plan, null, response, null);
    }

    private ItemRow row(int number) {
        return session().queue().find("response-" + number + "-llama").orElseThrow();
    }

    private List<String> shown() {
        return session().queue().shown().stream().map(ItemRow::key).toList();
    }

    private List<String> falseOnes() {
        List<String> keys = new ArrayList<>();
        for (int number = 3; number <= ITEMS; number += 3) {
            keys.add(row(number).key());
        }
        return keys;
    }

    @Test
    void nothing_is_read_before_it_is_started() {
        screen.catchUp();
        assertThat(index().of(row(1).key())).isEmpty();
        assertThat(index().progress().get()).isEqualTo(new FindingsIndex.Progress(0, 0, null));
    }

    @Test
    void every_item_is_read_page_by_page_and_counted() {
        List<FindingsIndex.Progress> seen = new ArrayList<>();
        index().progress().subscribe(progress -> seen.add(progress));
        index().start();
        screen.catchUp();
        assertThat(seen)
                .extracting(FindingsIndex.Progress::read)
                .contains(0, FindingsIndex.PAGE, 2 * FindingsIndex.PAGE, ITEMS)
                .isSorted();
        assertThat(index().progress().get().complete()).isTrue();
        assertThat(index().count(Finding.FALSE_ARITHMETIC)).isEqualTo(ITEMS / 3);
        assertThat(index().of(row(3).key()).orElseThrow()).contains(Finding.FALSE_ARITHMETIC);
        assertThat(index().of(row(4).key()).orElseThrow()).doesNotContain(Finding.FALSE_ARITHMETIC);
    }

    @Test
    void the_filter_shows_what_it_accepts_as_it_is_found() {
        session().queue().setFilter(QueueFilter.ALL.withFindings(FALSE));
        assertThat(shown()).isEmpty();
        List<Integer> lengths = new ArrayList<>();
        index().progress().subscribe(progress -> lengths.add(shown().size()));
        index().start();
        screen.catchUp();
        assertThat(shown()).isEqualTo(falseOnes());
        assertThat(lengths).isSorted().contains(FindingsIndex.PAGE / 3);
    }

    @Test
    void results_find_their_place_among_items_that_are_shown_already() {
        session().queue().setFilter(QueueFilter.ALL.withFindings(FALSE));
        session().queue().select(row(50).key());
        index().start();
        screen.catchUp();
        List<String> expected = new ArrayList<>(falseOnes());
        expected.add(16, row(50).key());
        assertThat(shown()).isEqualTo(expected);
    }

    @Test
    void an_edit_is_read_at_once_and_a_label_is_not() {
        index().start();
        screen.catchUp();
        List<FindingsIndex.Progress> seen = new ArrayList<>();
        session().labelling().label(row(1).key(), Samples.RIGHT, 1);
        index().progress().addListener((property, before, now) -> seen.add(now));
        screen.catchUp();
        assertThat(seen).isEmpty();

        String planId = Objects.requireNonNull(row(1).planId());
        session().keepDraft(planId, steps("Count the eggs: 9 + 6 = 16.", "Subtract."), "edit");
        screen.catchUp();
        assertThat(index().of(row(1).key()).orElseThrow()).contains(Finding.FALSE_ARITHMETIC);
        session().keepDraft(planId, steps("Count the eggs: 9 + 7 = 16.", "Subtract."), "edit");
        screen.catchUp();
        assertThat(index().of(row(1).key()).orElseThrow()).doesNotContain(Finding.FALSE_ARITHMETIC);
        assertThat(index().count(Finding.FALSE_ARITHMETIC)).isEqualTo(ITEMS / 3);
    }

    @Test
    void what_arrives_after_the_session_was_left_is_dropped() {
        index().start();
        session().close();
        screen.catchUp();
        assertThat(index().of(row(1).key())).isEmpty();
    }

    @Test
    void a_session_that_cannot_be_read_says_so() {
        session().store().close();
        index().start();
        screen.catchUp();
        assertThat(index().progress().get().complete()).isFalse();
        assertThat(index().progress().get().trouble()).isNotBlank();
    }

    @Test
    void a_new_answer_is_read_when_it_comes() {
        index().start();
        screen.catchUp();
        ItemRow from = row(1);
        Response response = trace(1, "16 - 7 = 7").response();
        Response another = new Response(
                "another",
                response.problemId(),
                response.planId(),
                response.approach(),
                response.delegator(),
                response.solver(),
                1,
                "",
                response.output(),
                null,
                null,
                null,
                null,
                response.finish(),
                1,
                null,
                5);
        session().addResponse(session().read(from), null, another, List.of());
        screen.catchUp();
        assertThat(index().of("another").orElseThrow()).contains(Finding.FALSE_ARITHMETIC);
        assertThat(index().progress().get()).isEqualTo(new FindingsIndex.Progress(ITEMS + 1, ITEMS + 1, null));
    }
}
