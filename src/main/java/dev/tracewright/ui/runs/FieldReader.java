package dev.tracewright.ui.runs;

import dev.tracewright.experiment.StudyPlanException;
import dev.tracewright.ui.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a person typed into the form of a study, and gathers every fault instead of stopping at the first. */
final class FieldReader {
    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The whole number in a field that may be empty; null where it is, or where there is a fault. */
    @Nullable
    Long whole(String place, String text) {
        return read(place, text, "runs.fault.whole", Long::valueOf);
    }

    /** The same for a number of 32 bits. */
    @Nullable
    Integer small(String place, String text) {
        return read(place, text, "runs.fault.whole", Integer::valueOf);
    }

    /** The whole number in a field that must not be empty; 1 where there is a fault. */
    int count(String place, String text) {
        Integer count = small(place, text);
        if (count == null && text.isBlank()) {
            faults.add(new Fault(place, Texts.of("runs.fault.empty")));
        }
        return count == null ? 1 : count;
    }

    @Nullable
    Double fraction(String place, String text) {
        return read(place, text, "runs.fault.number", Double::valueOf);
    }

    @Nullable
    BigDecimal amount(String place, String text) {
        return read(place, text, "runs.fault.number", BigDecimal::new);
    }

    private <T> @Nullable T read(String place, String text, String fault, Function<String, T> reader) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (NumberFormatException e) {
            faults.add(new Fault(place, Texts.of(fault, text.strip())));
            return null;
        }
    }

    /** Makes a part of the plan, or null where it cannot be; its fault stands at its own place, or at {@code place}. */
    <T> @Nullable T make(String place, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (StudyPlanException e) {
            add(e.place(), e);
        } catch (IllegalArgumentException e) {
            add(place, e);
        }
        return null;
    }

    private void add(String place, IllegalArgumentException e) {
        faults.add(new Fault(place, Objects.requireNonNullElse(e.getMessage(), e.toString())));
    }
}
