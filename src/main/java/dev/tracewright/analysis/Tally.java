package dev.tracewright.analysis;

import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Verdict;
import org.jspecify.annotations.Nullable;

/** What was said of a number of answers, added up; what nobody has labelled and what is disputed is never among the false. */
final class Tally {
    private final boolean suggestions;
    private long answers;
    private long right;
    private long wrong;
    private long disputed;
    private long unlabelled;
    private long suggested;
    private long flaggedRight;
    private long flaggedWrong;
    private long strictSuggested;
    /** Judged answers by verdict and by what exact matching says; true first. */
    private final long[] strict = new long[4];

    private Effort effort = Effort.NONE;

    /**
     * Of no answer.
     *
     * @param suggestions whether the program's suggestion stands in where nobody has labelled
     */
    Tally(boolean suggestions) {
        this.suggestions = suggestions;
    }

    /** What an answer counts as. */
    static Outcome outcome(Outcome people, @Nullable Suggestion suggestion, boolean suggestions) {
        if (people != Outcome.UNLABELLED || !suggestions || suggestion == null) {
            return people;
        }
        return switch (suggestion) {
            case TRUE -> Outcome.TRUE;
            case FALSE -> Outcome.FALSE;
            case UNSURE -> Outcome.UNLABELLED;
        };
    }

    void add(AnswerGroup group) {
        long count = group.count();
        Outcome outcome = outcome(group.outcome(), group.suggestion(), suggestions);
        answers += count;
        switch (outcome) {
            case DISPUTED -> disputed += count;
            case UNLABELLED -> unlabelled += count;
            case TRUE, FALSE -> judged(group, outcome == Outcome.TRUE, outcome != group.outcome());
        }
    }

    private void judged(AnswerGroup group, boolean hit, boolean bySuggestion) {
        long count = group.count();
        boolean flagged = group.flags().contains(Flag.NEEDS_ANALYSIS);
        if (hit) {
            right += count;
            flaggedRight += flagged ? count : 0;
        } else {
            wrong += count;
            flaggedWrong += flagged ? count : 0;
        }
        suggested += bySuggestion ? count : 0;
        if (group.strict() != null) {
            strict[(hit ? 0 : 2) + (group.strict() == Verdict.TRUE ? 0 : 1)] += count;
            strictSuggested += bySuggestion ? count : 0;
        }
    }

    /** Adds what these answers took together. */
    void add(Effort more) {
        effort = effort.plus(more);
    }

    void add(Tally other) {
        answers += other.answers;
        right += other.right;
        wrong += other.wrong;
        disputed += other.disputed;
        unlabelled += other.unlabelled;
        suggested += other.suggested;
        flaggedRight += other.flaggedRight;
        flaggedWrong += other.flaggedWrong;
        strictSuggested += other.strictSuggested;
        for (int i = 0; i < strict.length; i++) {
            strict[i] += other.strict[i];
        }
        effort = effort.plus(other.effort);
    }

    long answers() {
        return answers;
    }

    /** How many of the judged answers are true. */
    Proportion accuracy() {
        return new Proportion(right, right + wrong);
    }

    long disputed() {
        return disputed;
    }

    long unlabelled() {
        return unlabelled;
    }

    /** How many of the judged answers are judged by the program's suggestion. */
    long suggested() {
        return suggested;
    }

    /** Of the judged answers that exact matching judged too, how many are judged by suggestion. */
    long strictSuggested() {
        return strictSuggested;
    }

    /** The judged answers that are flagged as needing analysis. */
    VerdictSensitivity.Flagged flagged() {
        return new VerdictSensitivity.Flagged(flaggedRight, flaggedWrong);
    }

    /** How many answers were judged so and exact matching says so of them. */
    long strict(boolean hit, boolean exact) {
        return strict[(hit ? 0 : 2) + (exact ? 0 : 1)];
    }

    Effort effort() {
        return effort;
    }
}
