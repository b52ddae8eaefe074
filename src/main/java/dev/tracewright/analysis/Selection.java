package dev.tracewright.analysis;

import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers that a number stands for, said so that they can be found again; conditions that are null, 0 or empty hold for any.
 *
 * @param title what these answers are, for the person who opens them
 * @param cells the cells of which one holds them
 * @param said what was said of them
 * @param traced what was found in them
 * @param length how long their outputs are
 * @param measured what is known of them
 * @param paired where there is one: of the problems that this answer's cell and the cell it is compared with both answered (in the
 *     same repetition), those where people say that of the other
 */
public record Selection(
        String title,
        Set<Cell> cells,
        Said said,
        Traced traced,
        @Nullable LengthBand length,
        @Nullable Measured measured,
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
     * @param bySuggestion whether only those are meant that are true or false because the program says so and nobody has decided; none
     *     where the filter does not count suggestions
     * @param judges by how many annotators at least, apart from adjudicators
     * @param differing whether these must differ
     * @param verdicts for each of some annotators, one of which verdicts it is that they gave
     */
    public record Said(
            Set<Outcome> outcomes,
            @Nullable Flag flag,
            Set<Verdict> strict,
            boolean bySuggestion,
            int judges,
            boolean differing,
            Map<String, Set<Verdict>> verdicts) {
        /** Anything. */
        public static final Said ANYTHING = new Said(Set.of(), null, Set.of(), false, 0, false, Map.of());

        /** True or false. */
        public static final Said JUDGED = of(Outcome.TRUE, Outcome.FALSE);

        public Said {
            outcomes = Set.copyOf(outcomes);
            strict = Set.copyOf(strict);
            verdicts = Map.copyOf(verdicts);
        }

        /** One of these. */
        public static Said of(Outcome... outcomes) {
            return ANYTHING.amounting(Set.of(outcomes));
        }

        /** Something, by two annotators or more. */
        public static Said bySeveral() {
            return new Said(Set.of(), null, Set.of(), false, 2, false, Map.of());
        }

        /** Different verdicts, by several annotators; where {@code unsettled}, only those that no adjudicator has settled. */
        public static Said differently(boolean unsettled) {
            Said differing = new Said(Set.of(), null, Set.of(), false, 2, true, Map.of());
            return unsettled ? differing.amounting(Set.of(Outcome.DISPUTED)) : differing;
        }

        /** One of these, by each of these annotators. */
        public static Said by(Map<String, Set<Verdict>> verdicts) {
            return new Said(Set.of(), null, Set.of(), false, 0, false, verdicts);
        }

        private Said amounting(Set<Outcome> wanted) {
            return new Said(wanted, flag, strict, bySuggestion, judges, differing, verdicts);
        }

        /** The same, flagged so. */
        public Said flagged(Flag wanted) {
            return new Said(outcomes, wanted, strict, bySuggestion, judges, differing, verdicts);
        }

        /** The same, of which exact-match grading says one of these. */
        public Said strictly(Verdict... wanted) {
            return new Said(outcomes, flag, Set.of(wanted), bySuggestion, judges, differing, verdicts);
        }

        /** The same, by suggestion only. */
        public Said suggested() {
            return new Said(outcomes, flag, strict, true, judges, differing, verdicts);
        }
    }

    /** A figure that is known of an answer. */
    public enum Measured {
        /** Tokens sent. */
        PROMPT_TOKENS,
        /** Tokens received. */
        OUTPUT_TOKENS,
        /** Tokens sent, received or both. */
        TOKENS,
        /** Time of the model. */
        TIME
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

        /** That there are steps. */
        public static final Traced STEPS = position(1);

        /** That there is a step in this position, from 1. */
        public static Traced position(int position) {
            return new Traced(null, null, position, null, null, 0, 0);
        }
    }

    /**
     * The other side of a comparison by problem.
     *
     * @param others for each of the cells, the one it is compared with; a cell without one has none of the answers
     * @param outcomes what people say of its answer, or the program, as in {@link Said#outcomes()}
     */
    public record Paired(Map<Cell, Cell> others, Set<Outcome> outcomes) {
        public Paired {
            others = Map.copyOf(others);
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** Every answer of these cells. */
    public static Selection of(String title, Set<Cell> cells) {
        return new Selection(title, cells, Said.ANYTHING, Traced.ANYTHING, null, null, null);
    }

    /** The same, called so. */
    Selection titled(String words) {
        return new Selection(words, cells, said, traced, length, measured, paired);
    }

    /** Those of them of which this was said. */
    public Selection said(Said wanted) {
        return new Selection(title, cells, wanted, traced, length, measured, paired);
    }

    /** Those of them in which this was found. */
    public Selection traced(Traced wanted) {
        return new Selection(title, cells, said, wanted, length, measured, paired);
    }

    /** Those of them whose outputs are so long. */
    public Selection length(LengthBand wanted) {
        return new Selection(title, cells, said, traced, wanted, measured, paired);
    }

    /** Those of them of which this is known. */
    public Selection measured(Measured wanted) {
        return new Selection(title, cells, said, traced, length, wanted, paired);
    }

    /** Those of them whose problem the other cell answered so. */
    public Selection against(Cell other, Outcome... outcomes) {
        return against(cells.stream().collect(Collectors.toMap(cell -> cell, cell -> other)), outcomes);
    }

    /** Those of them whose problem the cell answered so that theirs is compared with. */
    public Selection against(Map<Cell, Cell> others, Outcome... outcomes) {
        return new Selection(title, cells, said, traced, length, measured, new Paired(others, Set.of(outcomes)));
    }
}
