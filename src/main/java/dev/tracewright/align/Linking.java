package dev.tracewright.align;

import dev.tracewright.trace.Segment.Kind;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns the main step of every piece into segments: joins prose that serves one step, lets steps without a segment merge
 * into a neighbour's, and tells conclusions, restatements and additions from work.
 */
final class Linking {
    private static final double MERGES_FROM = 0.34;
    private static final int LONGEST_STATEMENT = 240;
    private static final double SURE_MARGIN = 0.2;
    private static final List<String> REDUNDANT = List.of(
            "not necessary",
            "unnecessary",
            "already been",
            "already done",
            "already have",
            "already know",
            "already found",
            "already calculated",
            "no need to",
            "not needed",
            "not required",
            "not applicable",
            "don't need to",
            "do not need to",
            "does not need",
            "skip this step");

    private final String output;
    private final List<Piece> pieces;
    private final Evidence evidence;
    private final int steps;
    private final boolean[] statesAnswer;

    Linking(Steps steps, String output, List<Piece> pieces, Evidence evidence) {
        this.output = output;
        this.pieces = new ArrayList<>(pieces);
        this.evidence = evidence;
        this.steps = steps.size();
        this.statesAnswer = new boolean[steps.size()];
        for (int j = 0; j < steps.size(); j++) {
            statesAnswer[j] = asksForStatement(steps.steps().get(j).body());
        }
    }

    /** The segments with their links; {@code main} holds each piece's main step (from 0) or a negative number. */
    List<Work> link(int[] main) {
        concludeWithLastItem(main);
        List<List<Integer>> performs = new ArrayList<>();
        boolean[] done = new boolean[steps];
        boolean[] copy = new boolean[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            List<Integer> own = new ArrayList<>();
            if (main[i] >= 0) {
                copy[i] = Restatements.isCopyOfWork(evidence, i, main[i]);
                if (!copy[i]) {
                    own.add(main[i]);
                    done[main[i]] = true;
                }
            }
            performs.add(own);
        }
        merge(main, performs, done);
        concludeLastSteps(performs, done);
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            add(works, work(i, main[i], performs.get(i), copy[i]));
        }
        return works;
    }

    /** A printed last item that has no step of its own left and only states the answer is a conclusion. */
    private void concludeWithLastItem(int[] main) {
        int last = pieces.size() - 1;
        while (last > 0 && pieces.get(last).role() != Piece.Role.BODY) {
            last--;
        }
        if (last < 1 || pieces.get(last).printed() == null) {
            return;
        }
        Piece piece = pieces.get(last);
        boolean workIsDone = main[last] < 0 || main[last] == main[last - 1];
        if (workIsDone && piece.end() - piece.start() <= LONGEST_STATEMENT && evidence.onlyRepeatsNumbers(last)) {
            pieces.set(last, piece.withRole(Piece.Role.CONCLUSION));
            main[last] = Assignment.NOTHING;
        }
    }

    /** A step without a segment may have been done inside the segments around its place. */
    private void merge(int[] main, List<List<Integer>> performs, boolean[] done) {
        for (int step = 0; step < steps; step++) {
            if (done[step]) {
                continue;
            }
            int bestPiece = -1;
            double best = MERGES_FROM;
            for (int i = 0; i < pieces.size(); i++) {
                if (performs.get(i).isEmpty() || !isNear(main, i, step)) {
                    continue;
                }
                double own = evidence.ownCoverage(i, step, List.of(main[i]));
                if (own > best) {
                    best = own;
                    bestPiece = i;
                }
            }
            if (bestPiece >= 0) {
                performs.get(bestPiece).add(step);
                performs.get(bestPiece).sort(null);
                done[step] = true;
            }
        }
    }

    /** Whether no piece in between performs a step that lies between the piece's own and {@code step}. */
    private boolean isNear(int[] main, int i, int step) {
        int low = Math.min(main[i], step);
        int high = Math.max(main[i], step);
        for (int other : main) {
            if (other > low && other < high) {
                return false;
            }
        }
        return true;
    }

    /** A concluding piece performs the last steps where these only ask to state the answer. */
    private void concludeLastSteps(List<List<Integer>> performs, boolean[] done) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).role() != Piece.Role.CONCLUSION) {
                continue;
            }
            for (int step = steps - 1; step >= 0 && !done[step] && statesAnswer[step]; step--) {
                performs.get(i).addFirst(step);
                done[step] = true;
            }
        }
    }

    private Work work(int i, int main, List<Integer> performed, boolean copy) {
        Piece piece = pieces.get(i);
        boolean redundant = main >= 0 && callsRedundant(piece);
        Kind kind = kind(piece, performed, copy);
        String reason = performed.isEmpty() || main < 0 ? "" : evidence.reason(i, main);
        return new Work(
                piece.start(),
                piece.end(),
                kind,
                piece.printed(),
                List.copyOf(performed),
                main,
                redundant,
                main < 0 || margin(i, main) >= SURE_MARGIN,
                reason);
    }

    private Kind kind(Piece piece, List<Integer> performed, boolean copy) {
        return switch (piece.role()) {
            case PREAMBLE -> Kind.PREAMBLE;
            case CONCLUSION -> Kind.CONCLUSION;
            case FAREWELL -> Kind.EXTRA;
            case REPETITION -> piece.printed() == null ? Kind.RESTATEMENT : Kind.EXTRA;
            case BODY -> copy && performed.isEmpty() ? Kind.RESTATEMENT : Kind.STEP;
        };
    }

    /** How much better the main step is than the next best one. */
    private double margin(int i, int main) {
        double second = 0;
        for (int j = 0; j < steps; j++) {
            if (j != main) {
                second = Math.max(second, evidence.score(i, j));
            }
        }
        return evidence.score(i, main) - second;
    }

    private boolean callsRedundant(Piece piece) {
        String body = output.substring(piece.start(), piece.end()).toLowerCase(Locale.ROOT);
        return body.length() < 400 && REDUNDANT.stream().anyMatch(body::contains);
    }

    /** Neighbouring pieces of prose that serve the same step are one segment. */
    private void add(List<Work> works, Work work) {
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

    private static boolean asksForStatement(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        return lower.contains("answer")
                || lower.contains("final result")
                || lower.contains("conclude")
                || lower.contains("the result")
                || lower.contains("solution")
                || lower.startsWith("write");
    }
}
