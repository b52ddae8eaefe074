package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Segment;
import dev.tracewright.work.Sheet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in a trace and what lights up with it: a step lights every segment that performs it, a segment every step it
 * performs. What the pointer is on lights up in the same way, more faintly and without being selected.
 */
public final class TraceSelection {
    private static final int NO_SEGMENT = -1;

    private final ReadOnlyObjectProperty<@Nullable Sheet> sheet;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper segment = new ReadOnlyIntegerWrapper(NO_SEGMENT);
    private final ReadOnlyObjectWrapper<@Nullable AnswerValue> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper hoveredStep = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper hoveredSegment = new ReadOnlyIntegerWrapper(NO_SEGMENT);

    TraceSelection(ReadOnlyObjectProperty<@Nullable Sheet> sheet) {
        this.sheet = sheet;
    }

    /** Number of the selected step from 1, or 0. */
    public ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    /** Position of the selected segment of the output, or -1. */
    public ReadOnlyIntegerProperty segment() {
        return segment.getReadOnlyProperty();
    }

    /** Number of the step under the pointer, or 0. */
    public ReadOnlyIntegerProperty hoveredStep() {
        return hoveredStep.getReadOnlyProperty();
    }

    /** Position of the segment under the pointer, or -1. */
    public ReadOnlyIntegerProperty hoveredSegment() {
        return hoveredSegment.getReadOnlyProperty();
    }

    /** The value of the answer whose place is lit, or null. */
    ReadOnlyObjectProperty<@Nullable AnswerValue> value() {
        return value.getReadOnlyProperty();
    }

    /** Lights the place of a value; null for none. */
    void lightValue(@Nullable AnswerValue newValue) {
        value.set(newValue);
    }

    /** The pointer comes to a step or leaves it. */
    void hoverStep(int ofStep, boolean there) {
        if (there || hoveredStep.get() == ofStep) {
            hoveredStep.set(there ? ofStep : 0);
        }
    }

    /** The pointer comes to a segment or leaves it. */
    void hoverSegment(int position, boolean there) {
        if (there || hoveredSegment.get() == position) {
            hoveredSegment.set(there ? position : NO_SEGMENT);
        }
    }

    /** Selects a step (from 1; 0 for none). */
    public void selectStep(int newStep) {
        segment.set(NO_SEGMENT);
        step.set(newStep);
    }

    /** Selects a segment of the output. */
    public void selectSegment(int position) {
        step.set(0);
        segment.set(position);
    }

    /** Selects nothing. */
    void clear() {
        hoveredStep.set(0);
        hoveredSegment.set(NO_SEGMENT);
        value.set(null);
        selectStep(0);
    }

    /** Lets go of a step or segment that is no longer there. */
    void keepWithin() {
        step.set(Math.min(step.get(), steps()));
        if (segment.get() >= segments().size()) {
            segment.set(NO_SEGMENT);
        }
    }

    /** Goes {@code by} further on the side that is selected, stopping at its ends. */
    public void move(int by) {
        if (segment.get() >= 0 && !segments().isEmpty()) {
            selectSegment(Math.clamp(segment.get() + by, 0, segments().size() - 1));
        } else if (steps() > 0) {
            selectStep(Math.clamp(step.get() + by, 1, steps()));
        }
    }

    /** Goes from the selected step to the first text that performs it, or to the first text where none does. */
    public void toOutput() {
        List<Segment> all = segments();
        if (segment.get() >= 0 || all.isEmpty()) {
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).steps().contains(step.get())) {
                selectSegment(i);
                return;
            }
        }
        selectSegment(0);
    }

    /** Goes from the selected text to the first step it performs, or to the first step where it performs none. */
    public void toSteps() {
        List<Segment> all = segments();
        int position = segment.get();
        if (position < 0 || position >= all.size() || steps() == 0) {
            return;
        }
        List<Integer> performed = all.get(position).steps();
        selectStep(performed.isEmpty() ? 1 : Math.min(performed.getFirst(), steps()));
    }

    /** The selected segment, or the first in the selected step's row, or the first that performs that step anywhere. */
    OptionalInt meantSegment() {
        Sheet shown = sheet.get();
        if (shown == null || segment.get() >= segments().size()) {
            return OptionalInt.empty();
        }
        if (segment.get() >= 0) {
            return OptionalInt.of(segment.get());
        }
        int wanted = step.get();
        return wanted == 0
                ? OptionalInt.empty()
                : IntStream.concat(
                                shown.rows().stream()
                                        .filter(row -> row.step() == wanted)
                                        .flatMapToInt(
                                                row -> row.segments().stream().mapToInt(Integer::intValue)),
                                IntStream.range(0, segments().size())
                                        .filter(i -> segments().get(i).steps().contains(wanted)))
                        .findFirst();
    }

    /** Whether a step is lit: selected itself, or performed by the selected segment. */
    public boolean lights(int ofStep) {
        return isLit(ofStep, step.get(), segment.get());
    }

    /** Whether a segment is lit: selected itself, or performing the selected step. */
    public boolean lightsSegment(int position) {
        return isSegmentLit(position, step.get(), segment.get());
    }

    /** Whether a step belongs to what is under the pointer. */
    public boolean isNear(int ofStep) {
        return isLit(ofStep, hoveredStep.get(), hoveredSegment.get());
    }

    /** Whether a segment belongs to what is under the pointer. */
    public boolean isSegmentNear(int position) {
        return isSegmentLit(position, hoveredStep.get(), hoveredSegment.get());
    }

    private boolean isLit(int ofStep, int byStep, int bySegment) {
        List<Segment> all = segments();
        return ofStep != 0
                && (ofStep == byStep
                        || (bySegment >= 0
                                && bySegment < all.size()
                                && all.get(bySegment).steps().contains(ofStep)));
    }

    private boolean isSegmentLit(int position, int byStep, int bySegment) {
        List<Segment> all = segments();
        return position == bySegment
                || (byStep != 0
                        && position < all.size()
                        && all.get(position).steps().contains(byStep));
    }

    private int steps() {
        Sheet shown = sheet.get();
        return shown == null ? 0 : shown.steps().size();
    }

    private List<Segment> segments() {
        Sheet shown = sheet.get();
        return shown == null ? List.of() : shown.alignment().segments();
    }
}
