package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about answers: labels, and corrections of what the rules found. Each act is on its way to the disk when the
 * method returns, and the acts of this sitting can be taken back one by one, whichever kind they were.
 */
public final class Labelling {
    private final SessionStore store;
    private final String annotator;
    private final Stamps stamps;
    private final ItemQueue queue;
    private final SaveQueue saves;
    private final Consumer<String> changed;
    private final Deque<Act> done = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Act> last = new ReadOnlyObjectWrapper<>();
    /** Corrections in force of the responses that were corrected in this sitting, whatever the disk does. */
    private final Map<String, List<CorrectionEvent>> corrected = new ConcurrentHashMap<>();

    /** One act that can be taken back. */
    public sealed interface Act {
        /** The item it was about. */
        String key();
    }

    /**
     * A label was given, changed or cleared.
     *
     * @param key the item
     * @param before the label before
     * @param after the label after
     */
    public record Labelled(String key, Label before, Label after) implements Act {}

    /**
     * A status or a link was set, or left to the rules again.
     *
     * @param key the item
     * @param before what was in force at this place before, or null where the rules were
     * @param after what the person said
     */
    public record Corrected(String key, @Nullable CorrectionEvent before, Correction after) implements Act {}

    /**
     * Delegated steps were reviewed.
     *
     * @param key the item
     * @param takeBack takes the review back as far as that is possible
     */
    public record Reviewed(String key, Runnable takeBack) implements Act {}

    /**
     * The second opinion that a correction answers.
     *
     * @param id its key
     * @param source the model whose word was taken over, or null where the person kept to their own
     */
    public record Answer(String id, @Nullable String source) {}

    Labelling(
            SessionStore store,
            String annotator,
            Stamps stamps,
            ItemQueue queue,
            SaveQueue saves,
            Consumer<String> changed) {
        this.store = store;
        this.annotator = annotator;
        this.stamps = stamps;
        this.queue = queue;
        this.saves = saves;
        this.changed = changed;
    }

    /** What {@link #undo} would take back, or null. */
    public ReadOnlyObjectProperty<@Nullable Act> last() {
        return last.getReadOnlyProperty();
    }

    /** Sets the label of an item and keeps it; {@code seconds} is how long the person had it before them. */
    public void label(String key, Label label, double seconds) {
        ItemRow row = queue.find(key).orElse(null);
        if (row == null || row.responseId() == null || row.label().equals(label)) {
            return;
        }
        remember(new Labelled(key, row.label(), label));
        write(row.responseId(), key, label, false, seconds);
    }

    /**
     * Corrects the alignment of an item and keeps the correction; does nothing where it says what is in force already.
     *
     * @param item the item as it was read
     * @param answer the second opinion that was before the person, or null
     */
    public void correct(OpenSession.Item item, Correction correction, @Nullable Answer answer) {
        if (item.response() == null) {
            return;
        }
        CorrectionEvent before = standing(inForce(item), correction);
        String opinionId = answer == null ? null : answer.id();
        String source = answer == null ? null : answer.source();
        boolean same = before == null
                ? !correction.overrules()
                : before.correction().equals(correction) && Objects.equals(before.opinionId(), opinionId);
        if (same) {
            return;
        }
        remember(new Corrected(item.row().key(), before, correction));
        write(inForce(item), item.response().id(), correction, false, source, opinionId);
        changed.accept(item.row().key());
    }

    /** The person's corrections of an item that are in force, in the order in which they were made. */
    public List<CorrectionEvent> inForce(OpenSession.Item item) {
        return item.response() == null
                ? List.of()
                : corrected.getOrDefault(item.response().id(), item.corrections());
    }

    /** Takes the last act back; returns the item it was about. */
    public Optional<String> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Act act = done.pop();
        last.set(done.peek());
        switch (act) {
            case Labelled labelled -> write(responseOf(act), act.key(), labelled.before(), true, 0);
            case Reviewed reviewed -> reviewed.takeBack().run();
            case Corrected correction -> {
                String responseId = responseOf(act);
                CorrectionEvent before = correction.before();
                write(
                        Objects.requireNonNull(corrected.get(responseId)),
                        responseId,
                        before == null ? withdrawn(correction.after()) : before.correction(),
                        true,
                        before == null ? null : before.source(),
                        before == null ? null : before.opinionId());
                changed.accept(act.key());
            }
        }
        return Optional.of(act.key());
    }

    private String responseOf(Act act) {
        return Objects.requireNonNull(queue.find(act.key()).orElseThrow().responseId());
    }

    /** The corrections of a response as they stand, on disk or on their way; blocks, so call it off the screen. */
    List<CorrectionEvent> read(String responseId) {
        List<CorrectionEvent> known = corrected.get(responseId);
        return known == null ? store.corrections(responseId, annotator) : known;
    }

    /** Notes an act that {@link #undo} takes back before those that came earlier. */
    void remember(Act act) {
        done.push(act);
        last.set(act);
    }

    private static @Nullable CorrectionEvent standing(List<CorrectionEvent> inForce, Correction correction) {
        return inForce.stream()
                .filter(event -> event.correction().sameTarget(correction))
                .findFirst()
                .orElse(null);
    }

    private static Correction withdrawn(Correction correction) {
        return switch (correction) {
            case Correction.OfStatus status -> new Correction.OfStatus(status.step(), null);
            case Correction.OfLinks links -> new Correction.OfLinks(links.start(), links.end(), null);
        };
    }

    private void write(
            List<CorrectionEvent> inForce,
            String responseId,
            Correction correction,
            boolean undo,
            @Nullable String source,
            @Nullable String opinionId) {
        CorrectionEvent event = new CorrectionEvent(
                stamps.id(), responseId, annotator, correction, undo, source, opinionId, stamps.now());
        corrected.put(
                responseId,
                CorrectionEvent.inForce(
                        Stream.concat(inForce.stream(), Stream.of(event)).toList()));
        saves.add(() -> store.addCorrection(event));
    }

    private void write(String responseId, String key, Label label, boolean undo, double seconds) {
        long now = stamps.now();
        LabelEvent event = new LabelEvent(stamps.id(), responseId, annotator, label, undo, seconds, now);
        queue.update(key, row -> row.withLabel(label, now));
        saves.add(() -> store.addLabel(event));
    }
}
