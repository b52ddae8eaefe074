package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderBreakTest {
    @Test
    void an_earlier_step_done_after_a_later_one_breaks_the_order_where_it_is_done() {
        assertThat(OrderBreak.in(done("1", "3", "2"))).containsExactly(new OrderBreak(2, 2, 3));
    }

    @Test
    void the_delegated_order_breaks_nothing_even_with_steps_left_out() {
        assertThat(OrderBreak.in(done("1", "2", "4"))).isEmpty();
    }

    @Test
    void going_back_to_repeat_a_step_breaks_nothing() {
        assertThat(OrderBreak.in(done("1", "2", "1", "2", "3"))).isEmpty();
        assertThat(OrderBreak.in(done("1 2", "3", "1"))).isEmpty();
    }

    @Test
    void steps_done_together_have_no_order_among_themselves() {
        assertThat(OrderBreak.in(done("2 1", "3"))).isEmpty();
    }

    @Test
    void a_merged_passage_breaks_the_order_for_the_step_that_comes_too_late() {
        assertThat(OrderBreak.in(done("2 3", "1 4"))).containsExactly(new OrderBreak(1, 1, 3));
    }

    @Test
    void work_that_slips_in_early_and_is_done_in_its_place_breaks_nothing() {
        assertThat(OrderBreak.in(done("1 3", "2", "3"))).isEmpty();
        assertThat(OrderBreak.in(done("1 3", "2"))).containsExactly(new OrderBreak(1, 2, 3));
    }

    @Test
    void what_is_only_restated_or_announced_breaks_nothing() {
        List<Segment> segments = new ArrayList<>();
        segments.add(segment(Segment.Kind.RESTATEMENT, List.of(3)));
        segments.add(segment(Segment.Kind.PREAMBLE, List.of(2)));
        segments.addAll(done("1", "2", "3"));
        assertThat(OrderBreak.in(segments)).isEmpty();
    }

    @Test
    void in_any_order_of_single_steps_exactly_those_behind_a_higher_one_break_it() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Integer> order = new ArrayList<>(
                    IntStream.rangeClosed(1, 1 + random.nextInt(7)).boxed().toList());
            Collections.shuffle(order, random);
            List<OrderBreak> expected = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                int highest = order.subList(0, i).stream().max(Integer::compare).orElse(0);
                if (highest > order.get(i)) {
                    expected.add(new OrderBreak(i, order.get(i), highest));
                }
            }
            assertThat(OrderBreak.in(order.stream()
                            .map(step -> segment(Segment.Kind.STEP, List.of(step)))
                            .toList()))
                    .as(order.toString())
                    .isEqualTo(expected);
        }
    }

    /** One segment for each text, which names the steps it performs. */
    private static List<Segment> done(String... steps) {
        return Arrays.stream(steps)
                .map(numbers -> segment(
                        Segment.Kind.STEP,
                        Arrays.stream(numbers.split(" ", -1))
                                .map(Integer::valueOf)
                                .toList()))
                .toList();
    }

    private static Segment segment(Segment.Kind kind, List<Integer> steps) {
        return new Segment(0, 1, kind, null, steps, true, "");
    }
}
