package dev.tracewright.analysis;

/**
 * How far any number of annotators agree beyond chance, whoever judged what (K. Krippendorff, Content Analysis, 4th edition 2018, chapter
 * 12; nominal data). Answers that fewer than two judged do not count.
 */
final class KrippendorffAlpha {
    private double yes;
    private double no;
    private double apart;

    /** So many answers, each called true and false by so many annotators. */
    void add(long callTrue, long callFalse, long answers) {
        long judges = callTrue + callFalse;
        if (judges < 2) {
            return;
        }
        yes += (double) answers * callTrue;
        no += (double) answers * callFalse;
        apart += (double) answers * callTrue * callFalse / (judges - 1);
    }

    /** 1 for perfect agreement, 0 for what chance gives, less below; NaN where nothing counts, or everybody said the same of everything. */
    double value() {
        return 1 - (yes + no - 1) * apart / (yes * no);
    }
}
