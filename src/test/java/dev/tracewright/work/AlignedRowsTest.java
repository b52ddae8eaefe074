package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Segment;
import dev.tracewright.work.AlignedRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignedRowsTest {
    private static Segment segment(Segment.Kind kind, Integer... steps) {
        return new Segment(0, 1, kind, null, List.of(steps), true, "");
    }

    private static Segment step(Integer... steps) {
        return segment(Segment.Kind.STEP, steps);
    }

    private static Row row(int step, Integer... segments) {
        return new Row(step, List.of(segments));
    }

    @Test
    void each_segment_stands_beside_its_step() {
        assertThat(AlignedRows.of(2, List.of(segment(Segment.Kind.PREAMBLE), step(1), step(2))))
                .containsExactly(row(0, 0), row(1, 1), row(2, 2));
    }

    @Test
    void several_segments_of_a_step_stand_together() {
        assertThat(AlignedRows.of(1, List.of(step(1), segment(Segment.Kind.RESTATEMENT, 1), step(1))))
                .containsExactly(row(1, 0, 1, 2));
    }

    @Test
    void a_segment_that_performs_several_steps_stands_beside_the_last_of_them() {
        assertThat(AlignedRows.of(3, List.of(step(1, 2), step(3)))).containsExactly(row(1), row(2, 0), row(3, 1));
    }

    @Test
    void work_out_of_order_gets_a_row_of_its_own_in_its_place() {
        assertThat(AlignedRows.of(3, List.of(step(2), step(1), step(3))))
                .containsExactly(row(1), row(2, 0), row(0, 1), row(3, 2));
    }

    @Test
    void a_second_pass_does_not_move_the_steps() {
        assertThat(AlignedRows.of(2, List.of(step(1), step(2), step(1), step(2))))
                .extracting(Row::step)
                .containsSubsequence(1, 2)
                .hasSize(4);
    }

    @Test
    void a_step_that_comes_back_after_something_else_gets_no_second_row_of_its_number() {
        assertThat(AlignedRows.of(1, List.of(step(1), step(), step(1))))
                .containsExactly(row(1, 0), row(0, 1), row(0, 2));
    }

    @Test
    void steps_that_nothing_performs_come_before_the_conclusion() {
        assertThat(AlignedRows.of(3, List.of(step(1), segment(Segment.Kind.CONCLUSION), segment(Segment.Kind.EXTRA))))
                .containsExactly(row(1, 0), row(2), row(3), row(0, 1), row(0, 2));
    }

    @Test
    void without_output_there_are_only_steps_and_without_steps_only_output() {
        assertThat(AlignedRows.of(2, List.of())).containsExactly(row(1), row(2));
        assertThat(AlignedRows.of(0, List.of(step(), step(4)))).containsExactly(row(0, 0), row(0, 1));
        assertThat(AlignedRows.of(0, List.of())).isEmpty();
    }

    @Test
    void every_step_and_every_segment_appears_exactly_once_and_in_order() {
        Random random = new Random(3);
        Segment.Kind[] kinds = Segment.Kind.values();
        for (int round = 0; round < 2_000; round++) {
            int stepCount = random.nextInt(8);
            List<Segment> segments = new ArrayList<>();
            for (int i = random.nextInt(10); i > 0; i--) {
                Integer[] performed = random.ints(random.nextInt(3), -1, stepCount + 3)
                        .boxed()
                        .toArray(Integer[]::new);
                segments.add(segment(kinds[random.nextInt(kinds.length)], performed));
            }
            List<Row> rows = AlignedRows.of(stepCount, segments);
            assertThat(rows.stream().mapToInt(Row::step).filter(step -> step != 0))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, stepCount).boxed().toList());
            assertThat(rows.stream().flatMap(row -> row.segments().stream()))
                    .containsExactlyElementsOf(
                            IntStream.range(0, segments.size()).boxed().toList());
            for (Row row : rows) {
                if (row.step() == 0) {
                    assertThat(row.segments()).hasSize(1);
                } else {
                    assertThat(row.segments())
                            .allMatch(at -> segments.get(at).steps().contains(row.step()));
                }
            }
        }
    }
}
