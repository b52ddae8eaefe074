package dev.tracewright.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recognises outputs that repeat themselves without end, as small models do. */
final class Loop {
    private static final int REPEATS = 6;
    private static final int SHORTEST = 12;

    private Loop() {}

    /** Whether one sentence or line of some length comes again and again and fills much of the text. */
    static boolean isIn(String output, List<Sentence> sentences) {
        Map<String, Integer> times = new HashMap<>();
        for (Sentence sentence : sentences) {
            if (sentence.text().length() >= SHORTEST) {
                int count = times.merge(sentence.text(), 1, Integer::sum);
                if (count >= REPEATS && (long) count * sentence.text().length() * 4 > output.length()) {
                    return true;
                }
            }
        }
        return false;
    }
}
