package dev.tracewright.trace;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one annotator says about one response; the current state of that annotator's label events.
 *
 * @param verdict true or false, or null while the annotator has not decided (flags and a note may already stand)
 * @param flags the personal flags that are set
 * @param note the annotator's note; empty for none
 */
public record Label(@Nullable Verdict verdict, Set<Flag> flags, String note) {
    /** Nothing said yet. */
    public static final Label NONE = new Label(null, Set.of(), "");

    public Label {
        EnumSet<Flag> ordered = EnumSet.noneOf(Flag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    public Label withVerdict(@Nullable Verdict newVerdict) {
        return new Label(newVerdict, flags, note);
    }

    /** The same label with {@code flag} set where it was not, and cleared where it was. */
    public Label toggled(Flag flag) {
        return withFlag(flag, !flags.contains(flag));
    }

    /** The same label with {@code flag} set or cleared. */
    public Label withFlag(Flag flag, boolean set) {
        EnumSet<Flag> changed = EnumSet.noneOf(Flag.class);
        changed.addAll(flags);
        if (set) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        return new Label(verdict, changed, note);
    }

    public Label withNote(String newNote) {
        return new Label(verdict, flags, newNote);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
