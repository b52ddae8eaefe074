package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.work.SaveQueue.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SaveQueueTest {
    /** What was given to the disk and waits for the test. */
    private final Deque<Runnable> disk = new ArrayDeque<>();

    private final SaveQueue saves = new SaveQueue(Runnable::run, disk::add);
    private final List<String> written = new ArrayList<>();
    private boolean full;

    private Runnable write(String what) {
        return () -> {
            if (full) {
                throw new IllegalStateException("The disk is full.");
            }
            written.add(what);
        };
    }

    private void disk() {
        while (!disk.isEmpty()) {
            disk.removeFirst().run();
        }
    }

    private State state() {
        return saves.state().get();
    }

    @Test
    void everything_is_saved_before_anything_happened() throws InterruptedException {
        assertThat(state()).isEqualTo(new State.Saved());
        assertThat(saves.drain()).isTrue();
        saves.retry();
        assertThat(state()).isEqualTo(new State.Saved());
        assertThat(disk).isEmpty();
    }

    @Test
    void writes_are_made_in_the_order_in_which_they_were_added() {
        saves.add(write("a"));
        saves.add(write("b"));
        saves.add(write("c"));
        assertThat(written).isEmpty();
        assertThat(state()).isEqualTo(new State.Saving(3));
        disk();
        assertThat(written).containsExactly("a", "b", "c");
        assertThat(state()).isEqualTo(new State.Saved());
        saves.add(write("d"));
        disk();
        assertThat(written).endsWith("d");
    }

    @Test
    void the_state_counts_down_while_the_disk_works() {
        List<State> seen = new ArrayList<>();
        saves.add(write("a"));
        saves.add(write("b"));
        saves.state().addListener((property, before, now) -> seen.add(now));
        disk();
        assertThat(seen).containsExactly(new State.Saving(1), new State.Saved());
    }

    @Test
    void a_write_that_fails_keeps_its_place_and_holds_the_others_back() throws InterruptedException {
        full = true;
        saves.add(write("a"));
        saves.add(write("b"));
        disk();
        assertThat(state()).isEqualTo(new State.Failed("The disk is full.", 2));
        saves.add(write("c"));
        disk();
        assertThat(written).isEmpty();
        assertThat(state()).isEqualTo(new State.Failed("The disk is full.", 3));
        assertThat(saves.drain()).isFalse();
    }

    @Test
    void a_retry_writes_what_waited_once_and_in_order() throws InterruptedException {
        saves.add(write("a"));
        disk();
        full = true;
        saves.add(write("b"));
        saves.add(write("c"));
        disk();
        saves.retry();
        assertThat(state()).isEqualTo(new State.Saving(2));
        disk();
        assertThat(state()).isInstanceOf(State.Failed.class);
        full = false;
        saves.retry();
        saves.retry();
        disk();
        assertThat(written).containsExactly("a", "b", "c");
        assertThat(state()).isEqualTo(new State.Saved());
        assertThat(saves.drain()).isTrue();
    }

    @Test
    void what_is_added_while_a_write_fails_waits_behind_it() {
        full = true;
        Runnable failing = write("a");
        saves.add(() -> {
            if (full) {
                saves.add(write("b"));
            }
            failing.run();
        });
        disk();
        assertThat(state()).isEqualTo(new State.Failed("The disk is full.", 2));
        full = false;
        saves.retry();
        disk();
        assertThat(written).containsExactly("a", "b");
    }

    @Test
    void an_error_of_the_program_is_a_failed_write_too() throws InterruptedException {
        saves.add(() -> {
            throw new StackOverflowError();
        });
        disk();
        assertThat(state()).isEqualTo(new State.Failed("java.lang.StackOverflowError", 1));
        assertThat(saves.drain()).isFalse();
    }

    @Test
    void what_is_added_while_the_disk_works_needs_no_second_start() {
        saves.add(() -> {
            written.add("a");
            saves.add(write("b"));
        });
        disk.removeFirst().run();
        assertThat(disk).isEmpty();
        assertThat(written).containsExactly("a", "b");
    }

    @Test
    @Timeout(20)
    void draining_waits_for_the_disk_and_not_for_the_screen() throws InterruptedException {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            SaveQueue queue = new SaveQueue(action -> {}, thread);
            IntStream.range(0, 100)
                    .forEach(i -> queue.add(() -> {
                        await(go);
                        done.add(i);
                    }));
            go.countDown();
            assertThat(queue.drain()).isTrue();
            assertThat(done)
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        }
    }

    @Test
    @Timeout(20)
    void closing_the_disk_loses_nothing_that_was_added_before() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        SaveQueue queue = new SaveQueue(action -> {}, thread);
        IntStream.range(0, 50)
                .forEach(i -> queue.add(() -> {
                    await(go);
                    done.add(i);
                }));
        go.countDown();
        thread.close();
        assertThat(done).hasSize(50);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
