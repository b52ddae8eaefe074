package dev.tracewright.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines that open a delegated plan's steps. A plan is one list, which allows more than a solver's output does: the
 * outer of two lists holds the steps, formulas and code inside a step hold none, and unclear markers count where they count up.
 */
final class PlanOutline {
    private static final int LONGEST_BLOCK = 60;

    private final List<Line> lines;
    private final List<Integer> items;
    private final Marker.@Nullable Kind kind;

    private PlanOutline(List<Line> lines, List<Integer> items, Marker.@Nullable Kind kind) {
        this.lines = lines;
        this.items = items;
        this.kind = kind;
    }

    /** The outline of {@code text}; without items where no line opens one. */
    static PlanOutline of(String text) {
        List<Line> lines = withoutBlocks(text, Line.of(text));
        Outline clear = Outline.ofList(text, lines);
        List<Integer> letters = outerLetters(text, lines);
        if (!letters.isEmpty() && isInside(clear, letters)) {
            return new PlanOutline(lines, letters, Marker.Kind.LETTER);
        }
        if (clear.kind() == Marker.Kind.NUMBER) {
            List<Integer> bullets = outerBullets(lines, clear.items());
            if (!bullets.isEmpty()) {
                return new PlanOutline(lines, bullets, Marker.Kind.BULLET);
            }
            return withZero(text, lines, withoutStrays(lines, clear.items()), clear.kind());
        }
        if (clear.kind() == Marker.Kind.WORD) {
            return withZero(text, lines, clear.items(), clear.kind());
        }
        PlanOutline loose = loose(text, lines, clear);
        return loose != null ? loose : new PlanOutline(lines, clear.items(), clear.kind());
    }

    List<Line> lines() {
        return lines;
    }

    /** The markers of the steps in order. */
    List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        for (int index : items) {
            markers.add(marker(lines, index));
        }
        return markers;
    }

    /** Whether nothing else than numbers announces steps, so that a list may run on within a line. */
    boolean mayRunOn() {
        return items.isEmpty() || (items.size() == 1 && (kind == Marker.Kind.NUMBER || kind == Marker.Kind.WORD));
    }

    /** The lines without the markers of lines inside displayed formulas and code, which are no items. */
    private static List<Line> withoutBlocks(String text, List<Line> lines) {
        List<Line> plain = new ArrayList<>(lines);
        boolean listed = false;
        for (int i = 0; i < plain.size(); i++) {
            listed |= plain.get(i).marker() != null;
            String closing = listed ? closingOf(contentOf(text, plain.get(i))) : "";
            int end = closing.isEmpty() ? -1 : blockEnd(text, plain, i, closing);
            for (int inside = i + 1; inside <= end; inside++) {
                plain.set(inside, withMarker(plain.get(inside), null));
            }
            i = Math.max(i, end);
        }
        return plain;
    }

    private static String contentOf(String text, Line line) {
        return text.substring(line.textStart(text), line.end()).strip();
    }

    /** What closes the block that a line opens and leaves open; empty where it opens none. */
    private static String closingOf(String line) {
        if (line.startsWith("```") || line.startsWith("~~~")) {
            return line.substring(0, 3);
        }
        int dollars = line.lastIndexOf("$$");
        if (dollars >= 0 && (line.length() == 2 || (line.indexOf("$$") == dollars && line.endsWith("$$")))) {
            return "$$";
        }
        int bracket = line.lastIndexOf("\\[");
        return bracket >= 0 && line.indexOf("\\]", bracket) < 0 ? "\\]" : "";
    }

    private static int blockEnd(String text, List<Line> lines, int opening, String closing) {
        for (int i = opening + 1; i < Math.min(lines.size(), opening + LONGEST_BLOCK); i++) {
            if (contentOf(text, lines.get(i)).contains(closing)) {
                return i;
            }
        }
        return -1;
    }

    /** Letters or Roman numerals that count up from the first at the margin of the first, at least two. */
    private static List<Integer> outerLetters(String text, List<Line> lines) {
        List<Integer> items = new ArrayList<>();
        Line first = null;
        String style = "";
        boolean roman = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Marker marker = line.marker();
            if (marker == null || marker.kind() != Marker.Kind.LETTER) {
                continue;
            }
            String token =
                    text.substring(marker.numberStart(), marker.numberEnd()).toLowerCase(Locale.ROOT);
            if (first == null) {
                first = line;
                style = marker.style();
                roman = token.equals("i");
            }
            boolean alike =
                    line.indent() <= first.indent() + 1 && marker.style().equals(style);
            Numeral script = roman ? Numeral.ROMAN : Numeral.LETTER;
            if (alike && script.read(token) == items.size() + 1) {
                items.add(i);
            }
        }
        return items.size() > 1 ? items : List.of();
    }

    /** Bullets at a margin under which all numbers are indented, the first of them under the first bullet. */
    private static List<Integer> outerBullets(List<Line> lines, List<Integer> numbers) {
        List<Integer> bullets = new ArrayList<>();
        int margin = numbers.stream()
                .mapToInt(index -> lines.get(index).indent())
                .min()
                .orElse(0);
        for (int i = 0; i < lines.size(); i++) {
            Marker marker = lines.get(i).marker();
            if (marker != null
                    && marker.kind() == Marker.Kind.BULLET
                    && lines.get(i).indent() == 0) {
                bullets.add(i);
            }
        }
        boolean outer = margin > 1
                && bullets.size() > 1
                && bullets.get(0) < numbers.getFirst()
                && numbers.getFirst() < bullets.get(1);
        return outer ? bullets : List.of();
    }

    /** Whether the clear list, if there is one, stands under the first of the outer items. */
    private static boolean isInside(Outline clear, List<Integer> outer) {
        if (clear.kind() == null) {
            return true;
        }
        int first = clear.items().getFirst();
        return (clear.kind() == Marker.Kind.NUMBER || clear.kind() == Marker.Kind.BULLET)
                && first > outer.get(0)
                && first < outer.get(1);
    }

    /** Without numbers that the list passes over to return to its count: a line of text that begins with "52. ". */
    private static List<Integer> withoutStrays(List<Line> lines, List<Integer> numbers) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int value = marker(lines, numbers.get(i)).value();
            int before = items.isEmpty() ? 0 : marker(lines, items.getLast()).value();
            int after =
                    i + 1 < numbers.size() ? marker(lines, numbers.get(i + 1)).value() : 0;
            boolean stray = value > numbers.size() && before > 0 && after == before + 1;
            if (!stray) {
                items.add(numbers.get(i));
            }
        }
        return items;
    }

    /** With the step 0 before step 1, where there is one. */
    private static PlanOutline withZero(String text, List<Line> lines, List<Integer> numbers, Marker.Kind kind) {
        int first = numbers.getFirst();
        if (marker(lines, first).value() == 1) {
            for (int i = first - 1; i >= 0; i--) {
                Marker zero = LooseMarkers.zero(
                        text, lines.get(i).start(), lines.get(i).end());
                if (zero != null && zero.kind() == kind) {
                    lines.set(i, withMarker(lines.get(i), zero));
                    List<Integer> items = new ArrayList<>(numbers);
                    items.addFirst(i);
                    return new PlanOutline(lines, items, kind);
                }
            }
        }
        return new PlanOutline(lines, numbers, kind);
    }

    private static @Nullable PlanOutline loose(String text, List<Line> lines, Outline clear) {
        if (clear.kind() != null && clear.kind() != Marker.Kind.BULLET) {
            return null;
        }
        PlanOutline numbers = loose(lines, line -> LooseMarkers.number(text, line.start(), line.end()));
        if (numbers.items.size() > 1
                && (clear.items().isEmpty()
                        || numbers.items.getFirst() < clear.items().getFirst())) {
            return numbers;
        }
        PlanOutline bullets = loose(lines, line -> LooseMarkers.bullet(text, line.start(), line.end()));
        return clear.items().isEmpty() && bullets.items.size() > 1 ? bullets : null;
    }

    /** The loose markers of one style that count up from 1, or that are bullets. */
    private static PlanOutline loose(List<Line> lines, Function<Line, @Nullable Marker> reader) {
        List<Line> marked = new ArrayList<>(lines);
        List<Integer> items = new ArrayList<>();
        Line first = null;
        String style = "";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Marker marker = line.marker() == null ? reader.apply(line) : null;
            if (marker == null) {
                continue;
            }
            if (first == null) {
                first = line;
                style = marker.style();
            }
            boolean next = marker.value() == 0 || marker.value() == items.size() + 1;
            if (next && marker.style().equals(style) && line.indent() <= first.indent() + 1) {
                marked.set(i, withMarker(line, marker));
                items.add(i);
            }
        }
        Marker.Kind kind =
                items.isEmpty() ? null : marker(marked, items.getFirst()).kind();
        return new PlanOutline(marked, items, kind);
    }

    private static Line withMarker(Line line, @Nullable Marker marker) {
        return new Line(line.start(), line.end(), line.next(), line.indent(), marker);
    }

    private static Marker marker(List<Line> lines, int index) {
        Marker marker = lines.get(index).marker();
        if (marker == null) {
            throw new IllegalStateException("line " + index + " opens no item");
        }
        return marker;
    }
}
