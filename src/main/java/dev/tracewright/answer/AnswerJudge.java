package dev.tracewright.answer;

import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Judgement.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Suggests whether an output answers a question rightly, and says why; unsure is an honest suggestion. */
public final class AnswerJudge {
    private static final int LONGEST_READ = 60_000;

    private AnswerJudge() {}

    /**
     * Judges {@code output} against {@code datasetAnswer} (see {@link GoldAnswer}). Never suggests true where no answer is
     * given; never throws; pure.
     *
     * @param finish how the output ended; anything cut is flagged
     */
    public static Judgement judge(String question, String datasetAnswer, String output, FinishReason finish) {
        String gold = GoldAnswer.of(datasetAnswer);
        String read = output.length() > LONGEST_READ ? output.substring(0, LONGEST_READ) : output;
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        if (finish == FinishReason.LENGTH || finish == FinishReason.TRUNCATED || finish == FinishReason.CANCELLED) {
            flags.add(Flag.TRUNCATED);
        }
        if (Loop.isIn(read)) {
            flags.add(Flag.DEGENERATE);
        }
        Extraction found = Extraction.of(question, read);
        return new Case(question, gold, read, found, flags).judge();
    }

    private record Case(String question, @Nullable String gold, String output, Extraction found, EnumSet<Flag> flags) {

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
            if (Equality.same(stated.value(), gold)) {
                return whereSame(stated, reasoned, gold);
            }
            boolean reasonedRight = reasoned != null && found.firm() && Equality.same(reasoned.value(), gold);
            if (reasoned != null && reasonedRight && Form.isFinal(question, reasoned.value(), gold)) {
                flags.add(Flag.FORMAT_MISMATCH);
                return says(Suggestion.TRUE, Reason.SAME_BY_REASONING.english(stated.value(), gold));
            }
            return whereOther(stated, gold);
        }

        private Judgement whereSame(Found stated, @Nullable Found reasoned, String answer) {
            if (flags.contains(Flag.TRUNCATED)) {
                return says(Suggestion.UNSURE, Reason.CUT.english());
            }
            if (found.blank()) {
                flags.add(Flag.NEEDS_ANALYSIS);
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
            BigFraction other = reasoned == null || !found.firm() ? null : Equality.number(reasoned.value());
            boolean contradicts = reasoned != null
                    && other != null
                    && Equality.number(answer) != null
                    && !Equality.same(reasoned.value(), answer)
                    && found.others().stream().noneMatch(value -> Equality.same(value.value(), answer));
            if (contradicts && reasoned != null) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.REASONING_DIFFERS.english(stated.value(), reasoned.value()));
            }
            return says(Suggestion.TRUE, Reason.SAME.english(stated.value()));
        }

        private Judgement whereOther(Found stated, String answer) {
            if (isRounded(stated, answer)) {
                flags.add(Flag.ROUNDED);
                return says(Suggestion.UNSURE, Reason.ROUNDED.english(stated.value(), answer));
            }
            if (isOtherUnit(stated.value(), answer)) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.OTHER_UNIT.english(stated.value(), answer));
            }
            boolean among = found.reasoned() == null
                    && found.others().stream().anyMatch(value -> Equality.same(value.value(), answer));
            if (among) {
                flags.add(Flag.NEEDS_ANALYSIS);
                return says(Suggestion.UNSURE, Reason.AMONG_OTHERS.english(answer, stated.value()));
            }
            return says(Suggestion.FALSE, Reason.OTHER.english(stated.value(), answer));
        }

        /** The output says about, ≈ or rounded near the value, and one of the two is the other rounded. */
        private boolean isRounded(Found stated, String answer) {
            BigFraction one = Equality.number(stated.value());
            BigFraction other = Equality.number(answer);
            if (one == null || other == null) {
                return false;
            }
            String near = output.substring(
                            Math.max(0, stated.start() - 200), Math.min(output.length(), stated.end() + 60))
                    .toLowerCase(Locale.ROOT);
            boolean says = List.of("about", "approx", "≈", "round", "nearly", "around").stream()
                    .anyMatch(near::contains);
            return says && (roundsTo(one, stated.value(), other) || roundsTo(other, answer, one));
        }

        private static boolean roundsTo(BigFraction rounded, String written, BigFraction exact) {
            String plain = Normal.of(written);
            int point = plain.indexOf('.');
            int places = point < 0 ? 0 : plain.length() - point - 1;
            if (places > 12
                    || exact.getNumerator().bitLength() > 200
                    || rounded.getNumerator().bitLength() > 200) {
                return false;
            }
            BigDecimal value = exact.bigDecimalValue(places, RoundingMode.HALF_UP);
            return value.compareTo(rounded.bigDecimalValue(places + 2, RoundingMode.HALF_UP)) == 0;
        }

        private static boolean isOtherUnit(String stated, String answer) {
            BigFraction one = Equality.number(stated);
            BigFraction other = Equality.number(answer);
            if (one == null || other == null || one.signum() == 0 || other.signum() == 0) {
                return false;
            }
            String lower = stated.toLowerCase(Locale.ROOT);
            boolean money = lower.contains("cent") || lower.contains("$") || lower.contains("%");
            BigFraction ratio = one.divide(other);
            return money && (ratio.compareTo(BigFraction.of(100)) == 0 || ratio.compareTo(BigFraction.of(1, 100)) == 0);
        }

        private Judgement says(Suggestion suggestion, String why) {
            Found reasoned = found.reasoned() == null ? found.stated() : found.reasoned();
            return new Judgement(gold, found.stated(), reasoned, suggestion, flags, why);
        }
    }
}
