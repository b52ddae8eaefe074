package dev.tracewright.ui.figure;

import java.util.Arrays;
import java.util.List;
import javafx.scene.text.Text;

/** How wide the columns of a table are; measured once until it is laid out anew, because every entry asks. */
final class TableColumns {
    private static final double PAD_EMS = 0.75;
    private static final double STARS_EMS = 0.3;
    /** How much wider than its entries a column may become where there is room, so that the eye finds the way along a row. */
    private static final double GROWTH_EMS = 8;

    private final double em;
    private final double[] needed;
    private final double[] stars;

    /** @param em how many pixels an em has */
    TableColumns(List<Text> heads, List<List<TableEntry>> rows, double em) {
        this.em = em;
        needed = new double[heads.size()];
        stars = new double[heads.size()];
        for (int i = 0; i < needed.length; i++) {
            double widest = heads.get(i).prefWidth(-1);
            for (List<TableEntry> entries : rows) {
                TableEntry entry = entries.get(i);
                widest = Math.max(widest, entry.text().prefWidth(-1));
                if (entry.stars() != null) {
                    stars[i] = Math.max(stars[i], entry.stars().prefWidth(-1) + STARS_EMS * em);
                }
            }
            needed[i] = Math.ceil(widest + stars[i] + 2 * PAD_EMS * em);
        }
    }

    /** The space at both sides of a column. */
    double pad() {
        return PAD_EMS * em;
    }

    /** The space before stars. */
    double starsGap() {
        return STARS_EMS * em;
    }

    /** The room for stars in a column, which stands behind all its entries so that the figures keep their right edge. */
    double stars(int at) {
        return stars[at];
    }

    /** The width that all of them need, with the space at both sides of each. */
    double total() {
        return Arrays.stream(needed).sum();
    }

    /**
     * The left edges of the columns, and the right edge of the last one.
     *
     * @param width the width that there is
     */
    double[] lefts(double width) {
        double[] lefts = new double[needed.length + 1];
        double room = needed.length == 0 ? 0 : Math.max(0, width - total()) / needed.length;
        double growth = Math.floor(Math.min(room, GROWTH_EMS * em));
        for (int i = 0; i < needed.length; i++) {
            lefts[i + 1] = lefts[i] + needed[i] + growth;
        }
        return lefts;
    }
}
