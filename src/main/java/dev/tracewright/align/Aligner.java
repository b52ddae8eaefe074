package dev.tracewright.align;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;

/** Lays a solver's output beside the delegated steps, by content, because printed numbers often lie. */
public final class Aligner {
    private Aligner() {}

    /**
     * The alignment of {@code output} with {@code steps}: segments cover the output in order without gaps (none for the empty
     * string), and every step has a status. Pure and quick enough to run while the output streams; never throws.
     */
    public static Alignment align(Steps steps, String output) {
        PlanReading plan = new PlanReading(steps);
        List<Piece> pieces = Restatements.joinRestatedList(plan, output, Segmenter.cut(output));
        Signals signals = new Signals(plan, new OutputReading(output, pieces));
        Lattice lattice = new Lattice(new Weighing(signals, Signal.weights()));
        List<Work> works = new Linking(signals, lattice).link();
        List<Segment> segments = new ArrayList<>();
        for (Work work : works) {
            segments.add(work.segment());
        }
        return new Alignment(segments, Statuses.of(steps.size(), works));
    }
}
