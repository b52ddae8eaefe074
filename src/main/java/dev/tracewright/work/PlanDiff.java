package dev.tracewright.work;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person changed in a plan: which step descends from which of the delegator's, and which words are new or gone. */
public final class PlanDiff {
    /** The share of common words from which on two steps count as one step reworded. */
    private static final double SAME_STEP = 0.34;

    private PlanDiff() {}

    /** What became of a step. */
    public enum Change {
        SAME,
        REWORDED,
        MOVED,
        ADDED
    }

    /**
     * A present step beside the delegator's.
     *
     * @param original position of the delegator's step from 0, or -1 for an added one
     * @param change what became of it
     */
    public record Origin(int original, Change change) {}

    /** A run of words: kept, added or removed. */
    public record Words(Kind kind, String text) {
        /** What became of the words. */
        public enum Kind {
            KEPT,
            ADDED,
            REMOVED
        }
    }

    /** Where each present step comes from; steps of the original that no entry names were deleted. */
    public static List<Origin> origins(Steps original, Steps present) {
        List<String> before = bodies(original);
        List<String> after = bodies(present);
        int[] from = new int[after.size()];
        Arrays.fill(from, -1);
        Set<Integer> used = new HashSet<>();
        double[][] best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(
                        Math.max(best[i + 1][j], best[i][j + 1]),
                        best[i + 1][j + 1] + weight(before.get(i), after.get(j)));
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            double pair = weight(before.get(i), after.get(j));
            if (pair > 0 && best[i][j] == best[i + 1][j + 1] + pair) {
                from[j] = i;
                used.add(i);
                i++;
                j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        List<Origin> origins = new ArrayList<>();
        for (j = 0; j < after.size(); j++) {
            if (from[j] >= 0) {
                boolean same = before.get(from[j]).equals(after.get(j));
                origins.add(new Origin(from[j], same ? Change.SAME : Change.REWORDED));
            } else {
                origins.add(moved(before, after.get(j), used));
            }
        }
        return origins;
    }

    /** The words of {@code after} with those of {@code before} that are gone, in reading order. */
    public static List<Words> words(String before, String after) {
        List<String> left = tokens(before);
        List<String> right = tokens(after);
        List<Words> result = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
            append(result, Words.Kind.KEPT, left.subList(at, delta.getSource().getPosition()));
            append(result, Words.Kind.REMOVED, delta.getSource().getLines());
            append(result, Words.Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        append(result, Words.Kind.KEPT, left.subList(at, left.size()));
        return result;
    }

    private static Origin moved(List<String> before, String body, Set<Integer> used) {
        for (int i = 0; i < before.size(); i++) {
            if (!used.contains(i) && before.get(i).equals(body)) {
                used.add(i);
                return new Origin(i, Change.MOVED);
            }
        }
        return new Origin(-1, Change.ADDED);
    }

    private static void append(List<Words> result, Words.Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            result.add(new Words(kind, String.join("", tokens)));
        }
    }

    private static double weight(String before, String after) {
        if (before.equals(after)) {
            return 1.5;
        }
        Set<String> left = wordSet(before);
        Set<String> right = wordSet(after);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Set<String> common = new HashSet<>(left);
        common.retainAll(right);
        double share = (double) common.size() / Math.max(left.size(), right.size());
        return share >= SAME_STEP ? share : 0;
    }

    private static Set<String> wordSet(String body) {
        Set<String> words = new HashSet<>();
        for (String token : tokens(body.toLowerCase(Locale.ROOT))) {
            if (Character.isLetterOrDigit(token.codePointAt(0))) {
                words.add(token);
            }
        }
        return words;
    }

    /** Words, runs of white space, and single other characters; CJK characters count as words of their own. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int kind = kind(text.codePointAt(at));
            int end = at + Character.charCount(text.codePointAt(at));
            while (kind != 0 && end < text.length() && kind(text.codePointAt(end)) == kind) {
                end += Character.charCount(text.codePointAt(end));
            }
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static int kind(int character) {
        if (Character.isIdeographic(character)) {
            return 0;
        }
        if (Character.isLetterOrDigit(character)) {
            return 1;
        }
        return Character.isWhitespace(character) ? 2 : 0;
    }

    private static List<String> bodies(Steps steps) {
        return steps.steps().stream().map(Step::body).toList();
    }
}
