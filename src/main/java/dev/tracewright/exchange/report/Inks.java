package dev.tracewright.exchange.report;

import dev.tracewright.analysis.Figure.Ink;
import java.util.List;
import java.util.Locale;

/**
 * Which colour an ink is on paper and on a dark screen. The series differ in lightness in equal steps (on paper 83, 71, 61, 43, 20 of 100),
 * so that they stay apart in grey print and for eyes that do not tell hues; heat is one hue of steadily changing lightness.
 *
 * @param ground what is drawn on
 */
record Inks(
        int ground,
        int text,
        int muted,
        int grid,
        int onHeat,
        int standard,
        int chainOfThought,
        int planAndSolve,
        int traceOfThought,
        int corrected,
        List<Integer> heat) {
    /** How much wider than a line of {@link Ink#TEXT} the ground around it is, in pixels, so that whiskers are seen on dark bars. */
    static final double HALO = 1.5;

    /** White paper. */
    static final Inks PRINT = new Inks(
            0xFFFFFF,
            0x1F2328,
            0x57606A,
            0xDFE3E8,
            0xFFFFFF,
            0xC8CED5,
            0x82B1E8,
            0xB98A2F,
            0x0B61D0,
            0x3B1E6D,
            List.of(0xFCF9F3, 0xE0BF89, 0xB1873C, 0x7E571C, 0x432B12));

    /** A dark screen. */
    static final Inks NIGHT = new Inks(
            0x0D1117,
            0xE6EDF3,
            0x9AA4AF,
            0x2D333B,
            0x14110B,
            0x6E7681,
            0xA5CBF7,
            0xD4A72C,
            0x4493F8,
            0xEADCFF,
            List.of(0x262119, 0x5A431F, 0x8F6B2B, 0xCBA250, 0xF9D998));

    /** The colour as 0xRRGGBB; {@code heat} from 0 to 1 counts for {@link Ink#HEAT} only, and what lies outside is taken for the end. */
    int of(Ink ink, double heat) {
        return switch (ink) {
            case TEXT -> text;
            case MUTED -> muted;
            case GRID -> grid;
            case ON_HEAT -> onHeat;
            case STANDARD -> standard;
            case CHAIN_OF_THOUGHT -> chainOfThought;
            case PLAN_AND_SOLVE -> planAndSolve;
            case TRACE_OF_THOUGHT -> traceOfThought;
            case CORRECTED -> corrected;
            case HEAT -> heated(heat);
        };
    }

    /** The same as CSS and SVG write it. */
    String hex(Ink ink, double heat) {
        return hex(of(ink, heat));
    }

    static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    private int heated(double wanted) {
        double place = (Double.isNaN(wanted) ? 0 : Math.clamp(wanted, 0.0, 1.0)) * (heat.size() - 1);
        int below = Math.min((int) place, heat.size() - 2);
        double part = place - below;
        int from = heat.get(below);
        int to = heat.get(below + 1);
        return mix(from, to, part, 16) | mix(from, to, part, 8) | mix(from, to, part, 0);
    }

    private static int mix(int from, int to, double part, int shift) {
        int a = (from >> shift) & 0xFF;
        int b = (to >> shift) & 0xFF;
        return (int) Math.round(a + (b - a) * part) << shift;
    }
}
