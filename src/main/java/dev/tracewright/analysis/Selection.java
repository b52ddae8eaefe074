package dev.tracewright.analysis;

import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that a number stands for, said so that they can be found again; conditions that are null, 0 or empty hold for any.
 *
 * @param title what these answers are, for the person who opens them
 * @param cells the cells of which one holds them
 * @param said what was said of them
 * @param traced what was found in them
 * @param paired where there is one: of the problems that this answer's cell and the paired one both answered (in the same
 *     repetition), those where people say that of the other
 */
public record Selection(
        String title,
        Set<Cell> cells,
        Said said,
        Traced traced,
        @Nullable Paired paired) {
    public Selection {
        cells = Set.copyOf(cells);
    }

    /**
     * What was said of an answer.
     *
     * @param outcomes what people say, or, where the filter counts suggestions and nobody has labelled, the program
     * @param flag a personal flag that is set
     * @param strict what exact-match grading says
     */
    public record Said(
            Set<Outcome> outcomes,
            @Nullable Flag flag,
            @Nullable Verdict strict) {
        /** Anything. */
        public static final Said ANYTHING = new Said(Set.of(), null, null);

        public Said {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /**
     * What was found in an answer and in the steps it followed. Any condition leaves out answers that were not read.
     *
     * @param finding what was found
     * @param without what was looked for and not found
     * @param position a step's number, from 1, or 0 for any
     * @param status what became of that step, or of some step where {@code position} is 0
     * @param never what became of no step
     * @param steps how many delegated steps there are, or 0 for any
     * @param firstFalse where the first false equation stands, as in {@link StepPattern#firstFalse()}, or 0 for anywhere or nowhere
     * @param orLater whether {@code position}, {@code steps} and {@code firstFalse} stand for all further numbers, too
     */
    public record Traced(
            @Nullable Finding finding,
            @Nullable Finding without,
            int position,
            @Nullable StepStatus status,
            @Nullable StepStatus never,
            int steps,
            int firstFalse,
            boolean orLater) {
        public Traced {
            orLater &= position > 0 || steps > 0 || firstFalse > 0;
        }

        /** Exactly these numbers. */
        public Traced(
                @Nullable Finding finding,
                @Nullable Finding without,
                int position,
                @Nullable StepStatus status,
                @Nullable StepStatus never,
                int steps,
                int firstFalse) {
            this(finding, without, position, status, never, steps, firstFalse, false);
        }

        /** These numbers and all further ones. */
        public Traced andLater() {
            return new Traced(finding, without, position, status, never, steps, firstFalse, true);
        }

        /** Anything. */
        public static final Traced ANYTHING = new Traced(null, null, 0, null, null, 0, 0);
    }

    /**
     * The other side of a comparison by problem.
     *
     * @param cell the other cell
     * @param outcome what people say of its answer, or the program, as in {@link Said#outcomes()}
     */
    public record Paired(Cell cell, Outcome outcome) {}

    /** Every answer of these cells. */
    public static Selection of(String title, Set<Cell> cells) {
        return new Selection(title, cells, Said.ANYTHING, Traced.ANYTHING, null);
    }

    /** Those of them of which this was said. */
    public Selection said(Said wanted) {
        return new Selection(title, cells, wanted, traced, paired);
    }

    /** Those of them in which this was found. */
    public Selection traced(Traced wanted) {
        return new Selection(title, cells, said, wanted, paired);
    }

    /** Those of them whose problem the other cell answered so. */
    public Selection against(Cell other, Outcome outcome) {
        return new Selection(title, cells, said, traced, new Paired(other, outcome));
    }
}
