package dev.tracewright.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the pieces of an output offer for comparison: marks, sentence by sentence and as a whole, equations, and place. */
final class OutputReading {
    private static final int OPENING_CHARS = 160;
    private static final int SHORTEST_OPENING = 12;
    private static final int COMPARED_CHARS = 400;
    private static final int COMPARED_WORDS = 80;
    private static final int LONGEST_REMARK = 400;
    private static final Pattern REDUNDANT = Pattern.compile("(?<![a-z])(?=[nuads不无已])("
            + "not necessary|unnecessary|already (been|done|have|know|found|calculated|given|added|listed|simplified|in)|"
            + "no (further|need)|not needed|not required|not applicable|do(es)?(n't| not) need|skip this step|"
            + "不需要|无需|已经)");

    private final String output;
    private final List<Piece> pieces;
    private final List<Set<String>> marks = new ArrayList<>();
    private final List<Set<String>> fresh = new ArrayList<>();
    private final List<Set<String>> openings = new ArrayList<>();
    private final List<List<Set<String>>> sentences = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final int[] equations;
    private final boolean[] redundant;
    private final boolean[] concluded;
    private int lastBody = -1;

    OutputReading(String output, List<Piece> pieces) {
        this.output = output;
        this.pieces = pieces;
        int count = pieces.size();
        equations = new int[count];
        redundant = new boolean[count];
        concluded = new boolean[count];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            read(i, seen);
        }
    }

    private void read(int i, Set<String> seen) {
        Piece piece = pieces.get(i);
        Set<String> all = new HashSet<>();
        List<Set<String>> each = new ArrayList<>();
        for (int[] span : sentences(piece.start(), piece.end())) {
            Set<String> some = Words.of(output, span[0], span[1]);
            some.remove("#" + piece.printed());
            each.add(some);
            all.addAll(some);
        }
        marks.add(all);
        sentences.add(each);
        Set<String> first = new HashSet<>(all);
        first.removeAll(seen);
        fresh.add(first);
        if (piece.role() != Piece.Role.REPETITION) {
            seen.addAll(all);
        }
        Set<String> opening = Words.of(output, piece.start(), openingEnd(piece));
        opening.remove("#" + piece.printed());
        openings.add(opening);
        int compared = Math.min(piece.end(), piece.start() + COMPARED_CHARS);
        words.add(Words.inOrder(output, piece.start(), compared, COMPARED_WORDS));
        String text = output.substring(piece.start(), piece.end());
        plain.add(Formulas.plain(text));
        equations[i] = (int) text.chars().filter(c -> c == '=' || c == '≈').count();
        redundant[i] = text.length() < LONGEST_REMARK
                && REDUNDANT.matcher(text.toLowerCase(Locale.ROOT)).find();
        if (piece.role() == Piece.Role.BODY) {
            lastBody = i;
        }
        concluded[i] = i > 0 && (concluded[i - 1] || isSecondPass(i));
    }

    /** Whether numbering begins again with piece {@code i} after a list whose last item calculated. */
    private boolean isSecondPass(int i) {
        Piece before = pieces.get(i - 1);
        return pieces.get(i).printed() != null
                && pieces.get(i).value() == 1
                && (before.role() == Piece.Role.CONCLUSION || (before.value() > 2 && equations[i - 1] > 0));
    }

    private int openingEnd(Piece piece) {
        int limit = Math.min(piece.end(), piece.start() + OPENING_CHARS);
        for (int at = piece.start() + SHORTEST_OPENING; at < limit; at++) {
            if (output.charAt(at) == '\n') {
                return at;
            }
        }
        return limit;
    }

    private List<int[]> sentences(int from, int to) {
        List<int[]> found = new ArrayList<>();
        int start = from;
        for (int at = from; at < to; at++) {
            if (endsSentence(at, start, to) || at + 1 == to) {
                found.add(new int[] {start, at + 1});
                start = at + 1;
            }
        }
        return found;
    }

    private boolean endsSentence(int at, int start, int to) {
        return switch (output.charAt(at)) {
            case '\n', '。' -> true;
            case '.', '!', '?', ';', ':' ->
                at + 1 < to && Character.isWhitespace(output.charAt(at + 1)) && at - start > SHORTEST_OPENING;
            default -> false;
        };
    }

    List<Piece> pieces() {
        return pieces;
    }

    Piece piece(int i) {
        return pieces.get(i);
    }

    /** The marks of piece {@code i} without its printed number. */
    Set<String> marks(int i) {
        return marks.get(i);
    }

    /** The marks that no earlier piece has, copies of the plan and loops left out. */
    Set<String> fresh(int i) {
        return fresh.get(i);
    }

    /** The marks of the first line, or of its beginning. */
    Set<String> opening(int i) {
        return openings.get(i);
    }

    /** The marks of each sentence. */
    List<Set<String>> sentences(int i) {
        return sentences.get(i);
    }

    /** The first words and numbers in order, in lower case. */
    List<String> words(int i) {
        return words.get(i);
    }

    /** Whether a formula, in plain form, stands in piece {@code i}. */
    boolean hasFormula(int i, String formula) {
        return plain.get(i).contains(formula);
    }

    /** The number of equality signs. */
    int equations(int i) {
        return equations[i];
    }

    /** Whether the piece says that something is unnecessary or already done. */
    boolean callsRedundant(int i) {
        return redundant[i];
    }

    /** Whether the pieces before already went through a list to its end. */
    boolean isAfterwards(int i) {
        return concluded[i];
    }

    boolean isLastBody(int i) {
        return i == lastBody;
    }

    /** Whether piece {@code i} names numbers, all of which stand in an earlier piece already, and calculates nothing. */
    boolean onlyRepeatsNumbers(int i) {
        return !marks.get(i).contains("+equation")
                && marks.get(i).stream().anyMatch(Words::isNumber)
                && fresh.get(i).stream().noneMatch(Words::isNumber);
    }
}
