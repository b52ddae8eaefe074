package dev.tracewright.align;

import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How strongly each piece of an output speaks for each delegated step: shared wording weighed by rarity among the steps,
 * shared numbers and operations, the piece's opening words, and the printed number.
 */
final class Evidence {
    private static final double COVERAGE = 1.3;
    private static final double OPENING = 1.2;
    private static final double PRINTED = 0.3;
    private static final int OPENING_CHARS = 160;

    private final String output;
    private final List<Piece> pieces;
    private final List<Set<String>> stepMarks = new ArrayList<>();
    private final List<Set<String>> pieceMarks = new ArrayList<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final double[] stepWeight;
    private final double[][] coverage;
    private final double[][] score;

    Evidence(Steps steps, String output, List<Piece> pieces) {
        this.output = output;
        this.pieces = pieces;
        String delegated = steps.text();
        for (int j = 0; j < steps.size(); j++) {
            int from = steps.start(j) + steps.steps().get(j).marker().length();
            stepMarks.add(Words.of(delegated, from, steps.end(j)));
        }
        weigh();
        stepWeight = new double[steps.size()];
        for (int j = 0; j < steps.size(); j++) {
            stepWeight[j] = total(stepMarks.get(j));
        }
        coverage = new double[pieces.size()][steps.size()];
        score = new double[pieces.size()][steps.size()];
        for (int i = 0; i < pieces.size(); i++) {
            compare(i);
        }
    }

    /** A mark that many steps share tells little about which one is meant. */
    private void weigh() {
        Map<String, Integer> frequency = new HashMap<>();
        for (Set<String> marks : stepMarks) {
            for (String mark : marks) {
                frequency.merge(mark, 1, Integer::sum);
            }
        }
        frequency.forEach((mark, count) -> weights.put(mark, Math.log(1.0 + (stepMarks.size() + 0.5) / count)));
    }

    private double total(Set<String> marks) {
        double sum = 0;
        for (String mark : marks) {
            sum += weight(mark);
        }
        return sum;
    }

    private double weight(String mark) {
        return weights.getOrDefault(mark, 0.7);
    }

    private void compare(int i) {
        Piece piece = pieces.get(i);
        int from = piece.start();
        Set<String> marks = Words.of(output, from, piece.end());
        pieceMarks.add(marks);
        Set<String> opening = Words.of(output, from, openingEnd(piece));
        if (piece.printed() != null) {
            opening.remove("#" + piece.printed());
        }
        double openingWeight = total(opening);
        for (int j = 0; j < stepMarks.size(); j++) {
            Set<String> wanted = stepMarks.get(j);
            double covered = 0;
            double opened = 0;
            for (String mark : wanted) {
                if (marks.contains(mark)) {
                    covered += weight(mark);
                }
                if (opening.contains(mark)) {
                    opened += weight(mark);
                }
            }
            coverage[i][j] = stepWeight[j] == 0 ? 0 : covered / stepWeight[j];
            double title =
                    openingWeight == 0 || stepWeight[j] == 0 ? 0 : opened / Math.sqrt(openingWeight * stepWeight[j]);
            score[i][j] = COVERAGE * coverage[i][j] + OPENING * title + (piece.names(j + 1) ? PRINTED : 0);
        }
    }

    private int openingEnd(Piece piece) {
        int limit = Math.min(piece.end(), piece.start() + OPENING_CHARS);
        for (int at = piece.start() + 12; at < limit; at++) {
            if (output.charAt(at) == '\n') {
                return at;
            }
        }
        return limit;
    }

    /** How well piece {@code i} (from 0) matches step {@code j} (from 0); about 0 to 3. */
    double score(int i, int j) {
        return score[i][j];
    }

    /** The share, 0 to 1, of step {@code j}'s weighed marks that piece {@code i} contains. */
    double coverage(int i, int j) {
        return coverage[i][j];
    }

    /** The share of what step {@code j} names and {@code others} do not that piece {@code i} contains. */
    double ownCoverage(int i, int j, List<Integer> others) {
        double all = 0;
        double found = 0;
        for (String mark : stepMarks.get(j)) {
            boolean shared =
                    others.stream().anyMatch(other -> stepMarks.get(other).contains(mark));
            double weight = shared ? 0.15 * weight(mark) : weight(mark);
            all += weight;
            found += pieceMarks.get(i).contains(mark) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    /** Marks of piece {@code i} that step {@code j} does not have: what the solver brought itself. */
    long newNumbers(int i, int j) {
        return pieceMarks.get(i).stream()
                .filter(mark -> mark.startsWith("#"))
                .filter(mark -> !stepMarks.get(j).contains(mark))
                .filter(mark -> !mark.equals("#" + pieces.get(i).printed()))
                .count();
    }

    /** Whether piece {@code i} names numbers, all of which stand in an earlier piece already, and calculates nothing. */
    boolean onlyRepeatsNumbers(int i) {
        Set<String> marks = pieceMarks.get(i);
        long numbers = marks.stream().filter(mark -> mark.startsWith("#")).count() - printedMarks(i);
        return numbers > 0
                && !marks.contains("+equation")
                && marks.stream()
                        .filter(mark -> mark.startsWith("#")
                                && !mark.equals("#" + pieces.get(i).printed()))
                        .allMatch(
                                mark -> pieceMarks.subList(0, i).stream().anyMatch(earlier -> earlier.contains(mark)));
    }

    /** How many of piece {@code i}'s marks are only its printed number: 0 or 1. */
    int printedMarks(int i) {
        return pieceMarks.get(i).contains("#" + pieces.get(i).printed()) ? 1 : 0;
    }

    Set<String> stepMarks(int j) {
        return stepMarks.get(j);
    }

    Set<String> pieceMarks(int i) {
        return pieceMarks.get(i);
    }

    /** The strongest reason for linking piece {@code i} with step {@code j}, in a few words. */
    String reason(int i, int j) {
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        stepMarks.get(j).stream()
                .filter(mark -> pieceMarks.get(i).contains(mark))
                .sorted((a, b) -> Double.compare(weight(b), weight(a)))
                .forEach(mark -> {
                    if (mark.startsWith("#")) {
                        numbers.add(mark.substring(1));
                    } else if (mark.length() > 2 && mark.charAt(0) != '+') {
                        words.add(mark);
                    }
                });
        List<String> parts = new ArrayList<>();
        if (pieces.get(i).names(j + 1)) {
            parts.add("printed number " + pieces.get(i).printed());
        }
        if (!words.isEmpty()) {
            parts.add("same words: " + String.join(", ", words.subList(0, Math.min(3, words.size()))));
        }
        if (!numbers.isEmpty()) {
            parts.add("same numbers: " + String.join(", ", numbers.subList(0, Math.min(3, numbers.size()))));
        }
        return parts.isEmpty() ? "place in the order" : String.join("; ", parts);
    }
}
