package dev.tracewright.store;

import dev.tracewright.analysis.Outcome;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The short forms in which the tables of results keep what is said of an answer and what was found in it. They stand in session files:
 * a code is never given another meaning.
 */
final class Codes {
    /** Added to a said code where the verdict is true. */
    static final int TRUE = 8;

    /** Added to a said code where the verdict is false. */
    static final int FALSE = 16;

    private static final List<Flag> FLAGS = List.of(Flag.EXTRA_INFORMATION, Flag.FORMAT_MISMATCH, Flag.NEEDS_ANALYSIS);

    private static final List<Finding> FINDINGS = List.of(
            Finding.SKIPPED_STEP,
            Finding.MERGED_STEPS,
            Finding.ORDER_BROKEN,
            Finding.FALSE_ARITHMETIC,
            Finding.LEAK,
            Finding.ADDED_WORK,
            Finding.UNSURE_LINK);

    private static final Map<StepStatus, Character> LETTERS = Map.of(
            StepStatus.FOLLOWED, 'f',
            StepStatus.MERGED, 'm',
            StepStatus.SKIPPED, 's',
            StepStatus.EXPANDED, 'e',
            StepStatus.NOTED_REDUNDANT, 'n',
            StepStatus.RESTATED_ONLY, 'r');

    private static final Map<Character, StepStatus> STATUSES =
            LETTERS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Codes() {}

    /** Verdict and personal flags of a label; 0 where it says neither. */
    static int said(Label label) {
        int said = label.verdict() == null ? 0 : label.verdict() == Verdict.TRUE ? TRUE : FALSE;
        for (Flag flag : label.flags()) {
            said |= bit(flag);
        }
        return said;
    }

    /** The bit of a personal flag in a said code; 0 for a flag that people do not set. */
    static int bit(Flag flag) {
        return bit(FLAGS.indexOf(flag));
    }

    static Set<Flag> flags(int said) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        FLAGS.stream().filter(flag -> (said & bit(flag)) != 0).forEach(flags::add);
        return flags;
    }

    /** Whether a said code has a verdict. */
    static boolean decided(int said) {
        return (said & (TRUE | FALSE)) != 0;
    }

    /** What the verdicts in several said codes, or-ed together, amount to. */
    static Outcome outcome(int said) {
        return switch (said & (TRUE | FALSE)) {
            case TRUE -> Outcome.TRUE;
            case FALSE -> Outcome.FALSE;
            case TRUE | FALSE -> Outcome.DISPUTED;
            default -> Outcome.UNLABELLED;
        };
    }

    static int findings(Collection<Finding> findings) {
        int bits = 0;
        for (Finding finding : findings) {
            bits |= bit(FINDINGS.indexOf(finding));
        }
        return bits;
    }

    static boolean has(int findings, Finding finding) {
        return (findings & bit(FINDINGS.indexOf(finding))) != 0;
    }

    private static int bit(int index) {
        return index < 0 ? 0 : 1 << index;
    }

    /** One letter for each step, in order. */
    static String statuses(List<StepStatus> statuses) {
        StringBuilder letters = new StringBuilder();
        statuses.forEach(status -> letters.append(letter(status)));
        return letters.toString();
    }

    static char letter(StepStatus status) {
        Character letter = LETTERS.get(status);
        if (letter == null) {
            throw new IllegalStateException("there is no letter for the status " + status);
        }
        return letter;
    }

    /** @throws IllegalArgumentException naming the letter that is none */
    static List<StepStatus> statuses(String letters) {
        return letters.chars().mapToObj(letter -> status((char) letter)).toList();
    }

    private static StepStatus status(char letter) {
        StepStatus status = STATUSES.get(letter);
        if (status == null) {
            throw new IllegalArgumentException("there is no status with the letter " + letter);
        }
        return status;
    }

    static String suggestion(@Nullable Suggestion suggestion) {
        return suggestion == null ? "" : suggestion.key();
    }

    /** @throws IllegalArgumentException when it is none */
    static @Nullable Suggestion suggestion(String key) {
        return switch (key) {
            case "" -> null;
            case "true" -> Suggestion.TRUE;
            case "false" -> Suggestion.FALSE;
            case "unsure" -> Suggestion.UNSURE;
            default -> throw new IllegalArgumentException("'" + key + "' is no suggestion");
        };
    }

    static String verdict(@Nullable Verdict verdict) {
        return verdict == null ? "" : verdict == Verdict.TRUE ? "true" : "false";
    }

    /** @throws IllegalArgumentException when it is none */
    static @Nullable Verdict verdict(String key) {
        return switch (key) {
            case "" -> null;
            case "true" -> Verdict.TRUE;
            case "false" -> Verdict.FALSE;
            default -> throw new IllegalArgumentException("'" + key + "' is no verdict");
        };
    }
}
