package dev.tracewright.align;

import dev.tracewright.trace.Segment.Kind;
import java.util.ArrayList;
import java.util.List;

/** Turns what every piece does into segments: tells conclusions, restatements and additions from work, and joins prose. */
final class Linking {
    private static final double SURE_FROM = 0.6;

    private final Signals signals;
    private final OutputReading output;
    private final List<Choice> choices;
    private final double[][] probability;

    Linking(Signals signals, Lattice lattice) {
        this.signals = signals;
        this.output = signals.output();
        choices = lattice.best();
        probability = lattice.linkProbabilities();
    }

    /** The segments in order. */
    List<Work> link() {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            add(works, work(i, choices.get(i)));
        }
        return works;
    }

    private Work work(int i, Choice choice) {
        Piece piece = output.piece(i);
        List<Integer> performed = choice.performs() ? choice.steps() : List.of();
        boolean remark = output.callsRedundant(i) && piece.role() == Piece.Role.BODY;
        return new Work(
                piece.start(),
                piece.end(),
                kind(i, choice, remark),
                piece.printed(),
                performed,
                choice.steps().isEmpty() ? -1 : choice.steps().getFirst(),
                remark,
                isSure(i, performed),
                performed.isEmpty() ? "" : Reasons.of(signals, i, performed));
    }

    private Kind kind(int i, Choice choice, boolean remark) {
        Piece piece = output.piece(i);
        if (choice.performs() && piece.role() != Piece.Role.CONCLUSION) {
            return Kind.STEP;
        }
        return switch (piece.role()) {
            case PREAMBLE -> Kind.PREAMBLE;
            case CONCLUSION -> Kind.CONCLUSION;
            case FAREWELL -> Kind.EXTRA;
            case REPETITION -> piece.printed() == null ? Kind.RESTATEMENT : Kind.EXTRA;
            case BODY -> {
                if (choice.kind() == Choice.Kind.REPEATS) {
                    yield remark ? Kind.STEP : Kind.RESTATEMENT;
                }
                yield output.isLastBody(i) && output.onlyRepeatsNumbers(i) ? Kind.CONCLUSION : Kind.STEP;
            }
        };
    }

    /** A set of links is sure where each link is probable and no further one is. */
    private boolean isSure(int i, List<Integer> performed) {
        for (int j = 0; j < probability[i].length; j++) {
            if (performed.contains(j) ? probability[i][j] < SURE_FROM : probability[i][j] > SURE_FROM) {
                return false;
            }
        }
        return true;
    }

    /** Neighbouring pieces of prose that serve the same step are one segment. */
    private static void add(List<Work> works, Work work) {
        if (!works.isEmpty()) {
            Work last = works.getLast();
            boolean prose = last.printed() == null && work.printed() == null;
            if (prose
                    && last.kind() == work.kind()
                    && (work.steps().isEmpty() || last.steps().equals(work.steps()))) {
                works.set(works.size() - 1, last.until(work.end()));
                return;
            }
        }
        works.add(work);
    }
}
