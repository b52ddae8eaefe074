package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.llm.ChatModel;
import dev.tracewright.work.ModelShelf.Choice;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    private static final long SECOND = 1_000_000_000L;
    private long nanos = 5 * SECOND;

    @Test
    void streamed_text_tells_the_screen_once_until_it_reads() {
        StreamedText text = new StreamedText();
        assertThat(text.append("The ")).isTrue();
        assertThat(text.append("answer")).isFalse();
        assertThat(text.read()).isEqualTo("The answer");
        assertThat(text.append(" is 9.")).isTrue();
        assertThat(text.read()).isEqualTo("The answer is 9.");
        text.clear();
        assertThat(text.read()).isEmpty();
        assertThat(text.append("Again")).isTrue();
        assertThat(text.read()).isEqualTo("Again");
    }

    @Test
    void the_clock_counts_only_while_the_window_is_in_front() {
        ItemClock clock = new ItemClock(() -> nanos);
        assertThat(clock.seconds()).isZero();
        clock.restart();
        nanos += 3 * SECOND;
        assertThat(clock.seconds()).isEqualTo(3);
        clock.pause();
        clock.pause();
        nanos += 60 * SECOND;
        assertThat(clock.seconds()).isEqualTo(3);
        clock.resume();
        clock.resume();
        nanos += SECOND / 2;
        assertThat(clock.seconds()).isEqualTo(3.5);
        clock.restart();
        assertThat(clock.seconds()).isZero();
    }

    @Test
    void a_shelf_offers_each_model_for_what_it_can_do() {
        Choice writer = choice("w", ModelShelf.Role.DELEGATOR);
        Choice solver = choice("s", ModelShelf.Role.SOLVER);
        Choice both = choice("b", ModelShelf.Role.BOTH);
        ModelShelf shelf = new ModelShelf();
        shelf.stock(List.of(writer, solver, both));
        assertThat(shelf.delegators()).containsExactly(writer, both);
        assertThat(shelf.solvers()).containsExactly(solver, both);
        assertThat(ModelShelf.find(shelf.solvers(), "b")).contains(both);
        assertThat(ModelShelf.find(shelf.solvers(), "gone")).contains(solver);
        assertThat(ModelShelf.find(List.of(), "b")).isEmpty();
        assertThat(both).hasToString("b · here");
    }

    @Test
    void background_work_comes_back_to_the_screen_whether_it_succeeds_or_not() throws InterruptedException {
        BlockingQueue<Runnable> screen = new ArrayBlockingQueue<>(4);
        BackgroundRunner runner = new BackgroundRunner(screen::add);
        StringBuilder heard = new StringBuilder();
        runner.run(() -> Thread.currentThread().isVirtual(), heard::append, problem -> heard.append("failed"));
        next(screen).run();
        runner.<String>run(
                () -> {
                    throw new StackOverflowError("deep");
                },
                heard::append,
                problem -> heard.append(' ').append(problem.getMessage()));
        next(screen).run();
        runner.later(() -> heard.append(" later"));
        next(screen).run();
        assertThat(heard).hasToString("true deep later");
    }

    @Test
    void real_stamps_are_all_different_and_of_today() {
        Stamps stamps = Stamps.real();
        assertThat(stamps.id()).isNotEqualTo(stamps.id());
        assertThat(stamps.now()).isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }

    private static Runnable next(BlockingQueue<Runnable> screen) throws InterruptedException {
        Runnable action = screen.poll(10, TimeUnit.SECONDS);
        assertThat(action).isNotNull();
        return action == null ? () -> {} : action;
    }

    private static Choice choice(String id, ModelShelf.Role role) {
        ChatModel model = ScriptedModel.saying("9");
        return new Choice(id, id, "here", role, true, () -> model);
    }
}
