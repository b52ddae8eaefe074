package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.work.Doubts;
import dev.tracewright.work.ItemQueue;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Says so when the person just judged an answer otherwise than another one with the same value to the same problem, and leads
 * between the two. It asks for nothing: work goes on, and what is not changed stays as it is.
 */
public final class ContradictionViewModel {
    private final ItemQueue queue;
    private final Doubts doubts;
    private final ReadOnlyObjectWrapper<@Nullable Contradiction> shown = new ReadOnlyObjectWrapper<>();
    private final Subscription following;
    private @Nullable String labelled;
    private @Nullable String leftFrom;

    /**
     * Two verdicts that do not go together.
     *
     * @param labelled the answer that was labelled last
     * @param other the answer with the same value and the other verdict
     * @param more how many further ones there are like the other
     */
    public record Contradiction(Doubts.Decided labelled, Doubts.Decided other, int more) {}

    /** Where {@link #go} leads. */
    public enum Way {
        TO_THE_OTHER,
        TO_THE_LABELLED,
        BACK
    }

    ContradictionViewModel(ItemQueue queue, Doubts doubts) {
        this.queue = queue;
        this.doubts = doubts;
        following = doubts.changes().subscribe(now -> look());
    }

    void release() {
        following.unsubscribe();
    }

    /** The contradiction that the last verdict made and that still stands, or null. */
    public ReadOnlyObjectProperty<@Nullable Contradiction> shown() {
        return shown.getReadOnlyProperty();
    }

    /** A verdict was given; says so at once, or as soon as the other answers are read. */
    void judged(String key) {
        labelled = key;
        leftFrom = null;
        look();
    }

    /** Where the next {@link #go} leads from the item that is shown. */
    public Way way() {
        Contradiction present = shown.get();
        String at = at();
        if (present == null || at.equals(present.other().row().key())) {
            return Way.TO_THE_LABELLED;
        }
        return at.equals(present.labelled().row().key()) && leftFrom != null ? Way.BACK : Way.TO_THE_OTHER;
    }

    /** Goes to the other answer, from there to the one labelled last, and from there back to where the person was. */
    public void go() {
        Contradiction present = shown.get();
        if (present == null) {
            return;
        }
        String from = leftFrom;
        switch (way()) {
            case TO_THE_OTHER -> {
                boolean elsewhere = !at().equals(present.labelled().row().key());
                leftFrom = elsewhere ? at() : null;
                queue.select(present.other().row().key());
            }
            case TO_THE_LABELLED -> queue.select(present.labelled().row().key());
            case BACK -> {
                leftFrom = null;
                queue.select(Objects.requireNonNull(from));
            }
        }
    }

    /** Leaves both verdicts as they are and says no more about them. */
    public void keepBoth() {
        labelled = null;
        leftFrom = null;
        look();
    }

    private String at() {
        ItemRow row = queue.current().get();
        return row == null ? "" : row.key();
    }

    private void look() {
        String key = labelled;
        List<Doubts.Decided> others = key == null ? List.of() : doubts.against(key);
        if (key == null || others.isEmpty()) {
            shown.set(null);
            return;
        }
        Contradiction before = shown.get();
        Doubts.Decided other = others.stream()
                .filter(candidate -> before != null
                        && candidate.row().key().equals(before.other().row().key()))
                .findFirst()
                .orElse(others.getFirst());
        doubts.decided(key).ifPresent(one -> shown.set(new Contradiction(one, other, others.size() - 1)));
    }
}
