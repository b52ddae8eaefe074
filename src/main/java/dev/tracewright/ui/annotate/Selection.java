package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Segment;
import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** What is selected on the screen, a step or a passage of the output, and what lights up with it. */
final class Selection {
    private final ReadOnlyObjectProperty<@Nullable Sheet> sheet;
    private final IntegerProperty step = new SimpleIntegerProperty();
    private final IntegerProperty segment = new SimpleIntegerProperty(-1);

    Selection(ReadOnlyObjectProperty<@Nullable Sheet> sheet) {
        this.sheet = sheet;
    }

    IntegerProperty step() {
        return step;
    }

    IntegerProperty segment() {
        return segment;
    }

    void clear() {
        segment.set(-1);
        step.set(0);
    }

    void selectStep(int number) {
        segment.set(-1);
        step.set(number);
    }

    void selectSegment(int position) {
        step.set(0);
        segment.set(position);
    }

    /** Goes {@code by} steps further, or passages where one is selected. */
    void move(int by) {
        Sheet shown = sheet.get();
        if (shown == null) {
            return;
        }
        if (segment.get() >= 0) {
            int last = shown.alignment().segments().size() - 1;
            selectSegment(Math.clamp(segment.get() + by, 0, Math.max(0, last)));
        } else if (shown.steps().size() > 0) {
            selectStep(Math.clamp(step.get() + by, 1, shown.steps().size()));
        }
    }

    /** Goes from the selected step to the passage that performs it, or the next one where none does. */
    void goToOutput() {
        Sheet shown = sheet.get();
        if (shown != null && segment.get() < 0 && !shown.alignment().segments().isEmpty()) {
            selectSegment(beside(shown, step.get()).orElseGet(() -> behind(shown, step.get())));
        }
    }

    /** Goes from the selected passage to the first step it performs, or the one it stands behind. */
    void goToSteps() {
        Sheet shown = sheet.get();
        int position = segment.get();
        if (shown == null || position < 0 || shown.steps().size() == 0) {
            return;
        }
        List<Segment> segments = shown.alignment().segments();
        int wanted = 0;
        for (int i = 0; i <= Math.min(position, segments.size() - 1); i++) {
            for (int number : segments.get(i).steps()) {
                wanted = i == position ? segments.get(i).steps().getFirst() : Math.max(wanted, number);
            }
        }
        selectStep(Math.clamp(wanted, 1, shown.steps().size()));
    }

    /** The selected passage, or the one that performs the selected step. */
    OptionalInt meantSegment() {
        Sheet shown = sheet.get();
        if (shown == null) {
            return OptionalInt.empty();
        }
        if (segment.get() >= 0) {
            return segment.get() < shown.alignment().segments().size()
                    ? OptionalInt.of(segment.get())
                    : OptionalInt.empty();
        }
        return step.get() == 0 ? OptionalInt.empty() : beside(shown, step.get());
    }

    /** Whether a step is lit: selected itself, or performed by the selected segment. */
    boolean isStepLit(int number) {
        Sheet shown = sheet.get();
        int position = segment.get();
        return number != 0
                && (number == step.get()
                        || (shown != null
                                && position >= 0
                                && position < shown.alignment().segments().size()
                                && shown.alignment()
                                        .segments()
                                        .get(position)
                                        .steps()
                                        .contains(number)));
    }

    /** Whether a segment is lit: selected itself, or performing the selected step. */
    boolean isSegmentLit(int position, Segment of) {
        return position == segment.get() || of.steps().contains(step.get());
    }

    /** The first passage in the step's row, else the first that performs it anywhere. */
    private static OptionalInt beside(Sheet shown, int number) {
        for (AlignedRows.Row row : shown.rows()) {
            if (row.step() == number && number != 0 && !row.segments().isEmpty()) {
                return OptionalInt.of(row.segments().getFirst());
            }
        }
        List<Segment> segments = shown.alignment().segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).steps().contains(number)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The first passage below the step's row, else the last above it. */
    private static int behind(Sheet shown, int number) {
        int found = 0;
        boolean below = false;
        for (AlignedRows.Row row : shown.rows()) {
            below |= row.step() == number;
            if (!row.segments().isEmpty()) {
                found = row.segments().getFirst();
                if (below) {
                    return found;
                }
            }
        }
        return found;
    }
}
