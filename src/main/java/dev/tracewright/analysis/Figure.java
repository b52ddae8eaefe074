package dev.tracewright.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as marks on a plane, so that the window, SVG and PNG show the same thing.
 *
 * @param id a stable name for files and tests, such as {@code accuracy-gsm8k}
 * @param title what it shows
 * @param subtitle how to read it
 * @param width of the plane, in pixels at 100 %
 * @param height of the plane, in pixels at 100 %
 * @param marks what is drawn, later ones over earlier ones; y grows downwards; title and subtitle are not among them
 * @param table the same figures for those who read tables
 */
public record Figure(
        String id, String title, String subtitle, double width, double height, List<Mark> marks, DataTable table) {
    public Figure {
        marks = List.copyOf(marks);
    }

    /** What a colour means; each theme says which it is. */
    public enum Ink {
        /** Words and whiskers. */
        TEXT,
        /** Words of less weight. */
        MUTED,
        /** Grid lines and axes. */
        GRID,
        /** Words on a dark patch of heat. */
        ON_HEAT,
        /** The series, told apart by lightness as well as by hue. */
        STANDARD,
        CHAIN_OF_THOUGHT,
        PLAN_AND_SOLVE,
        TRACE_OF_THOUGHT,
        /** A further series. */
        CORRECTED,
        /** Heat from 0 to 1, one hue from light to dark (and the other way round on a dark ground). */
        HEAT
    }

    /** Where a text stands relative to its x. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** One thing that is drawn. */
    public sealed interface Mark permits Box, Rule, Words {}

    /**
     * A filled rectangle.
     *
     * @param heat how hot it is, from 0 to 1; of no meaning unless {@code ink} is {@link Ink#HEAT}
     * @param hint what a person sees who points at it, or null
     * @param opens the answers it stands for, or null
     */
    public record Box(
            double x,
            double y,
            double width,
            double height,
            Ink ink,
            double heat,
            @Nullable String hint,
            @Nullable Selection opens)
            implements Mark {}

    /** A straight line; {@code weight} is its width in pixels. */
    public record Rule(double x1, double y1, double x2, double y2, Ink ink, double weight) implements Mark {}

    /** A line of text; {@code y} is its base line, {@code size} in pixels. */
    public record Words(double x, double y, String text, double size, boolean bold, Anchor anchor, Ink ink)
            implements Mark {}
}
