package dev.tracewright.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which lines of a text open its top-level items, because models list things in many styles and nest them.
 *
 * @param kind how the items are announced, or null where nothing announces them
 * @param items indices of the lines that open an item, ascending
 */
record Outline(Marker.@Nullable Kind kind, List<Integer> items) {
    private static final Outline NONE = new Outline(null, List.of());

    /** The outline of a text in which any kind of list counts: numbers before headings before letters before bullets. */
    static Outline ofList(String text, List<Line> lines) {
        Outline numbered = ofNumbers(lines);
        if (numbered.kind != null) {
            return numbered;
        }
        Outline headings = ofHeadings(text, lines);
        if (headings.kind != null) {
            return headings;
        }
        Outline letters = ofLetters(lines);
        return letters.kind != null ? letters : ofBullets(lines);
    }

    /** The outline by "Step N" or printed numbers alone. */
    static Outline ofNumbers(List<Line> lines) {
        List<Integer> words = indices(lines, marker -> marker.kind() == Marker.Kind.WORD);
        List<Integer> numbers = indices(lines, marker -> marker.kind() == Marker.Kind.NUMBER);
        boolean oneWordAmongNumbers = words.size() == 1
                && numbers.size() > 1
                && (marker(lines, words.getFirst()).value() != 1 || words.getFirst() > numbers.getFirst());
        if (!words.isEmpty() && !oneWordAmongNumbers) {
            return ofWords(lines, words);
        }
        return numbers.isEmpty() ? NONE : new Outline(Marker.Kind.NUMBER, topNumbers(lines, numbers));
    }

    /** Markdown headings or lines in bold, where there are at least two of a level with text under the first. */
    static Outline ofHeadings(String text, List<Line> lines) {
        for (int level = 1; level <= 6; level++) {
            String style = "#".repeat(level);
            List<Integer> headings = indices(
                    lines,
                    marker -> marker.kind() == Marker.Kind.HEADING
                            && marker.style().equals(style));
            if (headings.size() > 1) {
                return new Outline(Marker.Kind.HEADING, headings);
            }
        }
        List<Integer> bold = indices(lines, marker -> marker.kind() == Marker.Kind.BOLD_LINE);
        if (bold.size() > 1 && !hasTextBetween(text, lines, bold.get(0), bold.get(1))) {
            bold = bold.subList(1, bold.size());
        }
        return bold.size() > 1 ? new Outline(Marker.Kind.BOLD_LINE, List.copyOf(bold)) : NONE;
    }

    private static Outline ofWords(List<Line> lines, List<Integer> words) {
        String style = marker(lines, words.getFirst()).style();
        for (int index : words) {
            if (marker(lines, index).style().equals("step")) {
                style = "step";
            }
        }
        List<Integer> items = new ArrayList<>();
        for (int index : words) {
            if (marker(lines, index).style().equals(style)) {
                items.add(index);
            }
        }
        return new Outline(Marker.Kind.WORD, items);
    }

    private static List<Integer> topNumbers(List<Line> lines, List<Integer> numbers) {
        Line first = lines.get(numbers.getFirst());
        String style = marker(lines, numbers.getFirst()).style();
        Set<String> listsOfTheirOwn = new HashSet<>();
        List<Integer> items = new ArrayList<>();
        int last = 0;
        boolean nested = false;
        for (int index : numbers) {
            Line line = lines.get(index);
            Marker marker = marker(lines, index);
            boolean continues = marker.value() == last + 1 && !nested;
            boolean sameIndent = line.indent() <= first.indent() + 1;
            boolean sameStyle = marker.style().equals(style);
            if (!sameStyle && marker.value() == 1) {
                listsOfTheirOwn.add(marker.style());
            }
            boolean drifted = !listsOfTheirOwn.contains(marker.style()) && continues && last > 0;
            if ((sameIndent && (sameStyle || drifted)) || (sameStyle && continues)) {
                items.add(index);
                last = marker.value();
                nested = false;
            } else if (marker.value() == 1) {
                nested = true;
            }
        }
        return items;
    }

    private static Outline ofLetters(List<Line> lines) {
        List<Integer> letters = indices(lines, marker -> marker.kind() == Marker.Kind.LETTER);
        if (letters.size() < 2 || (marker(lines, letters.getFirst()).value() > 1 && !startsRoman(lines, letters))) {
            return NONE;
        }
        String style = marker(lines, letters.getFirst()).style();
        int indent = lines.get(letters.getFirst()).indent();
        List<Integer> items = new ArrayList<>();
        for (int index : letters) {
            if (marker(lines, index).style().equals(style) && lines.get(index).indent() <= indent + 1) {
                items.add(index);
            }
        }
        return items.size() < 2 ? NONE : new Outline(Marker.Kind.LETTER, items);
    }

    /** "i." is the letter nine or the roman one; followed by "ii." it is the roman one. */
    private static boolean startsRoman(List<Line> lines, List<Integer> letters) {
        return marker(lines, letters.get(0)).value() == 9
                && marker(lines, letters.get(1)).script() == Numeral.ROMAN;
    }

    private static Outline ofBullets(List<Line> lines) {
        List<Integer> bullets = indices(lines, marker -> marker.kind() == Marker.Kind.BULLET);
        if (bullets.isEmpty()) {
            return NONE;
        }
        int indent = bullets.stream()
                .mapToInt(index -> lines.get(index).indent())
                .min()
                .orElse(0);
        List<Integer> items = new ArrayList<>();
        for (int index : bullets) {
            if (lines.get(index).indent() <= indent + 1) {
                items.add(index);
            }
        }
        return new Outline(Marker.Kind.BULLET, items);
    }

    private static List<Integer> indices(List<Line> lines, Predicate<Marker> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Marker marker = lines.get(i).marker();
            if (marker != null && wanted.test(marker)) {
                found.add(i);
            }
        }
        return found;
    }

    private static Marker marker(List<Line> lines, int index) {
        Marker marker = lines.get(index).marker();
        if (marker == null) {
            throw new IllegalStateException("line " + index + " opens no item");
        }
        return marker;
    }

    private static boolean hasTextBetween(String text, List<Line> lines, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!lines.get(i).isBlank(text)) {
                return true;
            }
        }
        return false;
    }
}
