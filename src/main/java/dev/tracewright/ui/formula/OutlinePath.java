package dev.tracewright.ui.formula;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes filled shapes one after the other as a single SVG path.
 *
 * <p>All shapes wind the same way round: otherwise a rule that crosses a glyph would punch a hole where both overlap.
 */
final class OutlinePath {
    private static final int DECIMALS = 10_000;

    private static final class Segment {
        private final int kind;
        private final double[] points;

        Segment(int kind, double[] points) {
            this.kind = kind;
            this.points = points;
        }

        double x() {
            return points[points.length - 2];
        }

        double y() {
            return points[points.length - 1];
        }
    }

    private final StringBuilder svg = new StringBuilder(1024);

    void append(Shape shape, AffineTransform transform) {
        Shape oriented = isClockwise(shape, transform) ? shape : reversed(shape);
        double[] point = new double[6];
        for (PathIterator path = oriented.getPathIterator(transform); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> write('M', point, 2);
                case PathIterator.SEG_LINETO -> write('L', point, 2);
                case PathIterator.SEG_QUADTO -> write('Q', point, 4);
                case PathIterator.SEG_CUBICTO -> write('C', point, 6);
                default -> svg.append('Z');
            }
        }
    }

    @Override
    public String toString() {
        return svg.toString();
    }

    private void write(char command, double[] numbers, int count) {
        svg.append(command);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                svg.append(' ');
            }
            write(numbers[i]);
        }
    }

    /** Writes four decimals at most, without trailing zeros. */
    private void write(double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException("An outline has a point that is no number.");
        }
        long scaled = Math.round(number * DECIMALS);
        if (scaled < 0) {
            svg.append('-');
            scaled = -scaled;
        }
        svg.append(scaled / DECIMALS);
        long fraction = scaled % DECIMALS;
        if (fraction == 0) {
            return;
        }
        svg.append('.');
        for (long unit = DECIMALS / 10; fraction > 0; unit /= 10) {
            svg.append((char) ('0' + fraction / unit));
            fraction %= unit;
        }
    }

    /** By the sign of the area that the corner points enclose; holes are smaller than what they are in. */
    private static boolean isClockwise(Shape shape, AffineTransform transform) {
        double area = 0;
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        double[] point = new double[6];
        for (PathIterator path = shape.getPathIterator(transform); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            int last = lastPoint(kind);
            double nextX = kind == PathIterator.SEG_CLOSE ? startX : point[last];
            double nextY = kind == PathIterator.SEG_CLOSE ? startY : point[last + 1];
            if (kind == PathIterator.SEG_MOVETO) {
                area += x * startY - startX * y;
                startX = nextX;
                startY = nextY;
            } else {
                area += x * nextY - nextX * y;
            }
            x = nextX;
            y = nextY;
        }
        area += x * startY - startX * y;
        return area >= 0;
    }

    private static int lastPoint(int kind) {
        return switch (kind) {
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> 0;
        };
    }

    /** The same shape drawn backwards. */
    private static Shape reversed(Shape shape) {
        Path2D.Double back = new Path2D.Double();
        List<Segment> subpath = new ArrayList<>();
        double[] point = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            if (kind == PathIterator.SEG_MOVETO) {
                appendBackwards(subpath, back);
                subpath.clear();
            }
            if (kind != PathIterator.SEG_CLOSE) {
                subpath.add(new Segment(kind, Arrays.copyOf(point, lastPoint(kind) + 2)));
            }
        }
        appendBackwards(subpath, back);
        return back;
    }

    private static void appendBackwards(List<Segment> subpath, Path2D.Double back) {
        if (subpath.isEmpty()) {
            return;
        }
        Segment last = subpath.getLast();
        back.moveTo(last.x(), last.y());
        for (int i = subpath.size() - 1; i > 0; i--) {
            double[] points = subpath.get(i).points;
            Segment to = subpath.get(i - 1);
            switch (subpath.get(i).kind) {
                case PathIterator.SEG_QUADTO -> back.quadTo(points[0], points[1], to.x(), to.y());
                case PathIterator.SEG_CUBICTO ->
                    back.curveTo(points[2], points[3], points[0], points[1], to.x(), to.y());
                default -> back.lineTo(to.x(), to.y());
            }
        }
        back.closePath();
    }
}
