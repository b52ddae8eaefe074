package dev.tracewright.answer;

import dev.tracewright.trace.Candidate;
import dev.tracewright.trace.Candidate.Where;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Judgement.Suggestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Suggests whether an output answers a question rightly, and says why; unsure is an honest suggestion. */
public final class AnswerJudge {
    /** How much of an output's end is read, so that no output takes long. */
    private static final int LONGEST_READ = 60_000;

    private static final int LONGEST_NUMBER = 200;

    /** "3 bolts and some of a fourth" is not 3. */
    private static final Pattern VAGUE = Pattern.compile(
            "[^.,;\\n]{0,24}?\\b(?:and|plus) (?:some|a fraction|a part|part|a little|a bit|an unknown)\\b");

    private AnswerJudge() {}

    /**
     * Judges {@code output} against {@code datasetAnswer} (see {@link GoldAnswer}). Never suggests true where no answer is
     * given; never throws; pure.
     *
     * @param finish how the output ended; anything cut is flagged
     */
    public static Judgement judge(String question, String datasetAnswer, String output, FinishReason finish) {
        String gold = GoldAnswer.of(datasetAnswer);
        int skipped = Math.max(0, output.length() - LONGEST_READ);
        String read = output.substring(skipped);
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        if (finish == FinishReason.LENGTH || finish == FinishReason.TRUNCATED || finish == FinishReason.CANCELLED) {
            flags.add(Flag.TRUNCATED);
        }
        List<Sentence> sentences = Sentence.of(read);
        if (Loop.isIn(read, sentences)) {
            flags.add(Flag.DEGENERATE);
        }
        Extraction found = Extraction.of(question, read, sentences);
        return new Case(question, gold, read, skipped, found, flags).judge();
    }

    /** @param skipped how many characters stand before {@code output}, to which the places in {@code found} refer */
    private record Case(
            String question, @Nullable String gold, String output, int skipped, Extraction found, EnumSet<Flag> flags) {

        Judgement judge() {
            Found stated = found.stated();
            Found reasoned = found.reasoned();
            if (stated == null) {
                flags.add(Flag.NO_FINAL_ANSWER);
                Reason why = flags.contains(Flag.TRUNCATED)
                        ? Reason.CUT
                        : flags.contains(Flag.DEGENERATE) ? Reason.LOOPS : Reason.NO_ANSWER;
                return says(Suggestion.FALSE, why.english());
            }
            if (gold == null) {
                return says(Suggestion.UNSURE, Reason.NO_GOLD.english());
            }
            if (same(stated, gold)) {
                return whereSame(stated, reasoned, gold);
            }
            boolean reasonedRight = reasoned != null && found.firm() && same(reasoned, gold);
            if (reasoned != null && reasonedRight && Form.isFinal(question, reasoned.value(), gold)) {
                flags.add(Flag.FORMAT_MISMATCH);
                if (isCutAtComma(stated.value(), reasoned.value())) {
                    flags.add(Flag.NEEDS_ANALYSIS);
                    return says(Suggestion.UNSURE, Reason.CUT_NUMBER.english(stated.value(), gold));
                }
                return says(Suggestion.TRUE, Reason.SAME_BY_REASONING.english(stated.value(), gold));
            }
            return whereOther(stated, gold);
        }

        /** "11" for 11,050: a line that stops at the comma says too little to be sure of what it means. */
        private static boolean isCutAtComma(String stated, String reasoned) {
            BigFraction one = Equality.number(stated);
            BigFraction other = Equality.number(reasoned);
            if (one == null
                    || other == null
                    || other.getNumerator().bitLength() > LONGEST_NUMBER
                    || other.compareTo(BigFraction.of(1000)) < 0) {
                return false;
            }
            BigFraction thousands = other.divide(1000);
            return one.compareTo(thousands) <= 0
                    && thousands.subtract(one).compareTo(BigFraction.ONE) < 0
                    && one.getDenominator().equals(java.math.BigInteger.ONE);
        }

        private Judgement whereSame(Found stated, @Nullable Found reasoned, String answer) {
            if (flags.contains(Flag.TRUNCATED)) {
                return says(Suggestion.UNSURE, Reason.CUT.english());
            }
            if (found.blank()) {
                flags.add(Flag.NEEDS_ANALYSIS);
                flags.add(Flag.NO_FINAL_ANSWER);
                return says(Suggestion.UNSURE, Reason.BLANK.english(stated.value()));
            }
            if (!Form.isWorkedOut(stated.value(), answer)) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.UNEVALUATED.english(stated.value(), answer));
            }
            if (!Form.isFinal(question, stated.value(), answer)) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.OTHER_FORM.english(stated.value(), answer));
            }
            if (VAGUE.matcher(output).region(stated.end(), output.length()).lookingAt()) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.VAGUE.english(stated.value()));
            }
            boolean contradicts = reasoned != null
                    && found.firm()
                    && Equality.number(reasoned.value()) != null
                    && Equality.number(answer) != null
                    && !Equality.same(reasoned.value(), answer)
                    && !isAmong(answer)
                    && !Rounding.rounds(reasoned.value(), answer);
            if (contradicts && reasoned != null) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.REASONING_DIFFERS.english(stated.value(), reasoned.value()));
            }
            if (found.extra()) {
                flags.add(Flag.EXTRA_INFORMATION);
            }
            return says(Suggestion.TRUE, Reason.SAME.english(stated.value()));
        }

        private static boolean same(Found value, String answer) {
            return Equality.same(value.value(), answer) || Compound.same(value.value(), answer);
        }

        private Judgement whereOther(Found stated, String answer) {
            if (isRounded(stated, answer)) {
                flags.add(Flag.ROUNDED);
                return says(Suggestion.UNSURE, Reason.ROUNDED.english(stated.value(), answer));
            }
            if (Units.otherUnit(stated.value(), answer)) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.OTHER_UNIT.english(stated.value(), answer));
            }
            if (found.blank()) {
                flags.add(Flag.NO_FINAL_ANSWER);
            }
            boolean among = found.reasoned() == null && isAmong(answer);
            if (among) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.AMONG_OTHERS.english(answer, stated.value()));
            }
            if (concludedBefore(stated, answer)) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.GOES_ON.english(answer, stated.value()));
            }
            return says(Suggestion.FALSE, Reason.OTHER.english(stated.value(), answer));
        }

        /** Whether the output concludes the answer and then goes on, without concluding again. */
        private boolean concludedBefore(Found stated, String answer) {
            Where lastPlace = found.candidates().isEmpty()
                    ? Where.RESULT
                    : found.candidates().getFirst().where();
            return lastPlace == Where.RESULT
                    && found.candidates().stream()
                            .anyMatch(one -> one.where() == Where.CONCLUSION
                                    && one.found().end() < stated.start()
                                    && Equality.same(one.found().value(), answer));
        }

        /** Whether the answer stands beside the concluding value in the same sentence. */
        private boolean isAmong(String answer) {
            return found.candidates().stream()
                    .anyMatch(one -> one.where() == Where.BESIDE
                            && Equality.same(one.found().value(), answer)
                            && Form.isWorkedOut(one.found().value(), answer)
                            && Form.isFinal(question, one.found().value(), answer));
        }

        /** The output says about, ≈ or rounded near the value, and one of the two is the other rounded. */
        private boolean isRounded(Found stated, String answer) {
            String near = output.substring(
                            Math.max(0, stated.start() - 200), Math.min(output.length(), stated.end() + 60))
                    .toLowerCase(Locale.ROOT);
            boolean says = List.of("about", "approx", "≈", "round", "nearly", "around").stream()
                    .anyMatch(near::contains);
            return says && Rounding.rounds(stated.value(), answer);
        }

        private Judgement says(Suggestion suggestion, String why) {
            Found reasoned = found.reasoned() == null ? found.stated() : found.reasoned();
            List<Candidate> candidates = found.candidates().stream()
                    .map(one -> new Candidate(Objects.requireNonNull(placed(one.found())), one.where()))
                    .toList();
            return new Judgement(gold, placed(found.stated()), placed(reasoned), suggestion, flags, why, candidates);
        }

        /** The value with its place in the whole output. */
        private @Nullable Found placed(@Nullable Found one) {
            return one == null || skipped == 0
                    ? one
                    : new Found(one.value(), skipped + one.start(), skipped + one.end());
        }
    }
}
