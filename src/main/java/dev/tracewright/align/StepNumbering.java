package dev.tracewright.align;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Edits a plan step by step in the plan's own style: markers are renumbered as they are written, and text that the edit does
 * not touch stays as the delegator wrote it. Numbers inside step texts ("as in step 3") are text and stay.
 */
public final class StepNumbering {
    private static final String NEW_MARKER = "1. ";

    private StepNumbering() {}

    /**
     * A new step before {@code index} (from 0; {@code size()} appends), marked like its neighbours.
     *
     * @throws IndexOutOfBoundsException outside 0 to {@code size()}
     */
    public static Steps insert(Steps steps, int index, String body) {
        List<Step> edited = new ArrayList<>(steps.steps());
        Objects.checkIndex(index, edited.size() + 1);
        if (edited.isEmpty()) {
            edited.add(
                    new Step(NEW_MARKER, body.stripTrailing(), steps.closing().isEmpty() ? "" : "\n\n"));
            String introduction = steps.introduction();
            boolean joins = !introduction.isEmpty() && !introduction.endsWith("\n");
            return new Steps(joins ? introduction + "\n\n" : introduction, edited, steps.closing());
        }
        boolean last = index == edited.size();
        Step model = edited.get(last ? index - 1 : index);
        int value = valueOf(model, isRoman(edited)) + (last && !countsNothing(edited) ? 1 : 0);
        String marker = renumbered(withoutRange(closedEmphasis(model.marker())), value, isRoman(edited));
        String gap = last ? model.gap() : usualGap(edited, Math.max(0, index - 1));
        if (last) {
            edited.set(index - 1, new Step(model.marker(), model.body(), usualGap(edited, index - 2)));
        }
        shift(edited, index, 1);
        edited.add(index, new Step(marker, body.stripTrailing(), gap));
        return new Steps(steps.introduction(), edited, steps.closing());
    }

    /** The plan without the step at {@code index} (from 0). */
    public static Steps remove(Steps steps, int index) {
        List<Step> edited = new ArrayList<>(steps.steps());
        Step removed = edited.get(index);
        shift(edited, index + 1, -1);
        edited.remove(index);
        if (index == edited.size() && index > 0) {
            Step before = edited.get(index - 1);
            edited.set(index - 1, new Step(before.marker(), before.body(), removed.gap()));
        }
        return new Steps(steps.introduction(), edited, steps.closing());
    }

    /** The step at {@code from} moved so that it stands at {@code to} (both from 0); numbers and gaps belong to places. */
    public static Steps move(Steps steps, int from, int to) {
        List<Step> edited = new ArrayList<>(steps.steps());
        boolean roman = isRoman(edited);
        edited.add(Objects.checkIndex(to, edited.size()), edited.remove(from));
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            Step place = steps.steps().get(i);
            Step moved = edited.get(i);
            String marker = renumbered(moved.marker(), valueOf(place, roman), roman);
            edited.set(i, new Step(marker, moved.body(), place.gap()));
        }
        return new Steps(steps.introduction(), edited, steps.closing());
    }

    /** The step at {@code index} cut in two before the character at {@code offsetInBody} of its body. */
    public static Steps split(Steps steps, int index, int offsetInBody) {
        String body = steps.steps().get(index).body();
        String second = body.substring(offsetInBody).strip();
        Steps shortened = edit(steps, index, body.substring(0, offsetInBody));
        return insert(shortened, index + 1, second);
    }

    /** The step at {@code index} joined with the one after it. */
    public static Steps mergeWithNext(Steps steps, int index) {
        Step first = steps.steps().get(index);
        Step second = steps.steps().get(index + 1);
        String emphasis = openEmphasis(second.marker());
        boolean lines = !emphasis.isEmpty()
                || first.body().indexOf('\n') >= 0
                || second.body().indexOf('\n') >= 0;
        String body = first.body() + (lines ? "\n" : " ") + emphasis + second.body();
        Steps removed = remove(steps, index + 1);
        List<Step> edited = new ArrayList<>(removed.steps());
        edited.set(index, edited.get(index).withBody(body));
        return new Steps(removed.introduction(), edited, removed.closing());
    }

    /** The plan with another body at {@code index}; a title's bold that the new body does not close is closed before it. */
    public static Steps edit(Steps steps, int index, String body) {
        List<Step> edited = new ArrayList<>(steps.steps());
        Step old = edited.get(index);
        String emphasis = openEmphasis(old.marker());
        boolean closes = emphasis.isEmpty() || body.contains(emphasis);
        edited.set(
                index, new Step(closes ? old.marker() : closedEmphasis(old.marker()), body.stripTrailing(), old.gap()));
        return new Steps(steps.introduction(), edited, steps.closing());
    }

    /** Adds {@code by} to the numbers from {@code from} on, up to where the numbering starts again. */
    private static void shift(List<Step> steps, int from, int by) {
        boolean roman = isRoman(steps);
        if (countsNothing(steps)) {
            return;
        }
        int before = from > 0 ? valueOf(steps.get(from - 1), roman) : 0;
        for (int i = from; i < steps.size(); i++) {
            Step step = steps.get(i);
            int value = valueOf(step, roman);
            if (i > from - (by < 0 ? 1 : 0) && i > 0 && value <= before) {
                return;
            }
            before = value;
            steps.set(i, new Step(renumbered(step.marker(), value + by, roman), step.body(), step.gap()));
        }
    }

    private static Marker read(String marker) {
        String line = marker + "X";
        Marker read = marker.isBlank() ? null : MarkerReader.read(line, 0, line.length());
        if (read == null && !marker.isBlank()) {
            Marker zero = LooseMarkers.zero(line, 0, line.length());
            String title = line + "X";
            read = zero != null ? zero : LooseMarkers.number(title, 0, title.length());
        }
        return read != null ? read : new Marker(Marker.Kind.BULLET, 0, 0, 0, 0, Numeral.NONE, 0, 0, "");
    }

    private static int valueOf(Step step, boolean roman) {
        Marker marker = read(step.marker());
        return roman ? Numeral.ROMAN.read(token(step.marker(), marker).toLowerCase(Locale.ROOT)) : marker.value();
    }

    private static String token(String marker, Marker read) {
        return marker.substring(read.numberStart(), Math.min(marker.length(), read.numberEnd()));
    }

    /** The marker with another number, written in its own script. */
    private static String renumbered(String marker, int value, boolean roman) {
        Marker read = read(marker);
        if (read.script() == Numeral.NONE) {
            return marker;
        }
        Numeral script = roman ? Numeral.ROMAN : read.script();
        String token = token(marker, read);
        int old = roman ? Numeral.ROMAN.read(token.toLowerCase(Locale.ROOT)) : read.value();
        if (old == value) {
            return marker;
        }
        String written = script.write(value, token);
        if (read.lastValue() > read.value()) {
            written += token.replaceAll("^\\d+|\\d+$", "") + (read.lastValue() + value - old);
        }
        return marker.substring(0, read.numberStart())
                + written
                + marker.substring(Math.min(marker.length(), read.numberEnd()));
    }

    /** A list that begins with "i." counts in Roman numerals; elsewhere "i" is the ninth letter. */
    private static boolean isRoman(List<Step> steps) {
        if (steps.isEmpty()) {
            return false;
        }
        String marker = steps.getFirst().marker();
        Marker read = read(marker);
        return read.kind() == Marker.Kind.LETTER && token(marker, read).equalsIgnoreCase("i");
    }

    /** Bullets, and lists whose every item says "1.", are not counted. */
    private static boolean countsNothing(List<Step> steps) {
        Marker first = read(steps.getFirst().marker());
        boolean equal = steps.stream().allMatch(step -> read(step.marker()).value() == first.value());
        return first.script() == Numeral.NONE || (equal && steps.size() > 1);
    }

    /** "Step 2-3: " as "Step 2: ". */
    private static String withoutRange(String marker) {
        Marker read = read(marker);
        String first = token(marker, read).replaceAll("(?<=\\d)\\D.*", "");
        return read.lastValue() > read.value()
                ? marker.substring(0, read.numberStart()) + first + marker.substring(read.numberEnd())
                : marker;
    }

    private static String usualGap(List<Step> steps, int like) {
        if (like >= 0 && like < steps.size() - 1) {
            return steps.get(like).gap();
        }
        return steps.size() > 1 ? steps.getFirst().gap() : "\n";
    }

    /** The emphasis that the marker opens and leaves open, as in "**Step 2: Title**". */
    private static String openEmphasis(String marker) {
        for (String emphasis : List.of("**", "__")) {
            int first = marker.indexOf(emphasis);
            if (first >= 0 && marker.indexOf(emphasis, first + 2) < 0) {
                return emphasis;
            }
        }
        return "";
    }

    private static String closedEmphasis(String marker) {
        String emphasis = openEmphasis(marker);
        String text = marker.stripTrailing();
        return emphasis.isEmpty() ? marker : text + emphasis + " ";
    }
}
