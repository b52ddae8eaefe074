package dev.tracewright.analysis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far any number of annotators agree beyond chance, whoever judged what (K. Krippendorff, Content Analysis, 4th edition 2018, chapter
 * 12; nominal data). Answers that fewer than two judged do not count.
 */
final class KrippendorffAlpha {
    private long yes;
    private long no;
    /** The pairs of judgements that differ, by how many judged; whole numbers, so that the order of adding changes nothing. */
    private final SortedMap<Long, Long> apart = new TreeMap<>();

    /** So many answers, each called true and false by so many annotators. */
    void add(long callTrue, long callFalse, long answers) {
        long judges = callTrue + callFalse;
        if (judges < 2) {
            return;
        }
        yes += answers * callTrue;
        no += answers * callFalse;
        apart.merge(judges, answers * callTrue * callFalse, Long::sum);
    }

    /** 1 for perfect agreement, 0 for what chance gives, less below; NaN where nothing counts, or everybody said the same of everything. */
    double value() {
        double differing = 0;
        for (Map.Entry<Long, Long> pairs : apart.entrySet()) {
            differing += (double) pairs.getValue() / (pairs.getKey() - 1);
        }
        return 1 - (yes + no - 1) * differing / ((double) yes * no);
    }
}
