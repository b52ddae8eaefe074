package dev.tracewright.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.CellProgress;
import dev.tracewright.experiment.RunProgress.Phase;
import dev.tracewright.experiment.RunProgress.Use;
import dev.tracewright.trace.Approach;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Cells lie in rows by who is asked and in columns by how, and each tells how fast it is lately. */
class RunMatrixTest {
    private static final ModelRef OWL = MadeStudies.OWL;
    private static final ModelRef HARE = MadeStudies.HARE;
    private static final Cell STEPS = new Cell(null, "paper/delegation@1", null, null, OWL, Arm.ORIGINAL);
    private static final Cell PLAIN = new Cell(Approach.STANDARD, "paper/standard@1", null, null, HARE, Arm.ORIGINAL);
    private static final Cell TRACE =
            new Cell(Approach.TRACE_OF_THOUGHT, "paper/solution@1", "paper/delegation@1", OWL, HARE, Arm.ORIGINAL);
    private static final Cell CORRECTED =
            new Cell(Approach.TRACE_OF_THOUGHT, "paper/solution@1", "paper/delegation@1", OWL, HARE, Arm.CORRECTED);

    private static CellProgress progress(Cell cell, int done, int failed) {
        return new CellProgress(cell, 100, done, failed, 0, 0, new Use(0, 0, 0, 0, null, 0));
    }

    private static RunProgress run(Phase phase, CellProgress... cells) {
        return new RunProgress(phase, List.of(cells), new Use(0, 0, 0, 0, null, 0), 0, null, List.of(), null);
    }

    @Test
    void rows_are_models_with_whose_steps_they_follow_and_columns_ways_of_prompting() {
        RunMatrix matrix = RunMatrix.of(List.of(
                progress(STEPS, 0, 0), progress(PLAIN, 0, 0), progress(TRACE, 0, 0), progress(CORRECTED, 0, 0)));
        assertThat(matrix.rows())
                .containsExactly(
                        new RunMatrix.Row(OWL, null), new RunMatrix.Row(HARE, null), new RunMatrix.Row(HARE, OWL));
        assertThat(matrix.columns()).hasSize(4);
        assertThat(RunMatrix.cell(matrix.rows().get(2), matrix.columns().get(3)))
                .isEqualTo(CORRECTED);
        assertThat(RunMatrix.cell(matrix.rows().get(0), matrix.columns().get(1)))
                .as("a place without a cell")
                .isNotIn(STEPS, PLAIN, TRACE, CORRECTED);
    }

    @Test
    void a_cell_tells_its_rate_since_the_start_and_the_time_that_is_left() {
        Speedometer speed = new Speedometer();
        speed.look(run(Phase.RUNNING, progress(PLAIN, 10, 0)), 0);
        Map<Cell, CellState> later = speed.look(run(Phase.RUNNING, progress(PLAIN, 38, 2)), 30_000_000_000L);
        CellState state = Objects.requireNonNull(later.get(PLAIN));
        assertThat(state.perMinute()).isEqualTo(60);
        assertThat(state.left()).isEqualTo(Duration.ofSeconds(60));
        assertThat(RunWords.small(state)).isEqualTo("2 failed · 60 a minute · 60 s left");
    }

    @Test
    void a_rate_is_forgotten_in_a_pause_and_old_looks_do_not_count() {
        Speedometer speed = new Speedometer();
        speed.look(run(Phase.RUNNING, progress(PLAIN, 0, 0)), 0);
        for (int second = 1; second <= 200; second++) {
            int done = second <= 100 ? 0 : (second - 100) / 2;
            speed.look(run(Phase.RUNNING, progress(PLAIN, done, 0)), second * 1_000_000_000L);
        }
        CellState lately =
                Objects.requireNonNull(speed.look(run(Phase.RUNNING, progress(PLAIN, 50, 0)), 200_500_000_000L)
                        .get(PLAIN));
        assertThat(lately.perMinute()).isBetween(28.0, 32.0);
        CellState paused =
                Objects.requireNonNull(speed.look(run(Phase.PAUSED, progress(PLAIN, 50, 0)), 201_000_000_000L)
                        .get(PLAIN));
        assertThat(paused.perMinute()).isZero();
        assertThat(paused.left()).isNull();
    }
}
