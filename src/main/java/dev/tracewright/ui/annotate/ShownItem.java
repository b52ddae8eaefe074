package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Steps;
import dev.tracewright.work.ItemClock;
import dev.tracewright.work.ModelDesk;
import dev.tracewright.work.ModelJob;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.PlanEditor;
import dev.tracewright.work.Sheet;
import dev.tracewright.work.TaskRunner;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The item before the person: follows the queue and the running job, reads what is to be shown and draws it. Late results of an
 * abandoned item are dropped by sequence number.
 */
final class ShownItem {
    private final OpenSession session;
    private final TaskRunner tasks;
    private final ModelDesk desk;
    private final ItemClock clock;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyObjectWrapper<OpenSession.@Nullable Item> item = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Sheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Label> label = new ReadOnlyObjectWrapper<>(Label.NONE);
    private final ReadOnlyObjectWrapper<@Nullable String> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper(true);
    private final TraceSelection selection = new TraceSelection(sheet.getReadOnlyProperty());
    private final ChangeListener<@Nullable ItemRow> follow = (property, before, now) -> itemChanged(now);
    private final ChangeListener<@Nullable ModelJob> followJob = (property, before, now) -> jobChanged(now);
    private Runnable leaving = () -> {};

    private @Nullable PlanEditor editor;
    private @Nullable String key;
    private long sequence;
    private boolean refreshing;
    private boolean refreshAgain;

    /** @param clock measures how long an item is before the person */
    ShownItem(OpenSession session, TaskRunner tasks, ModelDesk desk, ItemClock clock) {
        this.session = session;
        this.tasks = tasks;
        this.desk = desk;
        this.clock = clock;
    }

    /** Begins to follow; {@code whenLeft} hears of every other item that comes. */
    void start(Runnable whenLeft) {
        leaving = whenLeft;
        session.queue().current().addListener(follow);
        desk.job().addListener(followJob);
        desk.onText(this::streamed);
        itemChanged(session.queue().current().get());
    }

    /** Lets go of the session. */
    void release() {
        session.queue().current().removeListener(follow);
        desk.job().removeListener(followJob);
        desk.onText(ignored -> {});
        sequence++;
    }

    ReadOnlyObjectWrapper<Phase> phase() {
        return phase;
    }

    ReadOnlyObjectWrapper<OpenSession.@Nullable Item> item() {
        return item;
    }

    ReadOnlyObjectWrapper<@Nullable Sheet> sheet() {
        return sheet;
    }

    ReadOnlyObjectWrapper<Label> label() {
        return label;
    }

    ReadOnlyObjectWrapper<@Nullable String> trouble() {
        return trouble;
    }

    /** Whether somebody else labelled in this session, too; so it is taken to be until an item has been read. */
    ReadOnlyBooleanWrapper several() {
        return several;
    }

    TraceSelection selection() {
        return selection;
    }

    /** The edits to the shown plan; empty where the item has none. */
    Optional<PlanEditor> editor() {
        return Optional.ofNullable(editor);
    }

    /** Whether the item with this key is the one before the person. */
    boolean is(String other) {
        return other.equals(key);
    }

    /** Takes the label over as the queue has it. */
    void refreshLabel() {
        String shown = key;
        if (shown != null) {
            session.queue().find(shown).ifPresent(row -> label.set(row.label()));
        }
    }

    /** Reads the item anew and draws it. */
    void reload() {
        ItemRow row = session.queue().current().get();
        if (row == null) {
            return;
        }
        long mine = ++sequence;
        phase.set(Phase.LOADING);
        tasks.run(
                () -> {
                    OpenSession.Item read = session.read(row);
                    return new Loaded(read, ItemPicture.asRead(session, read), session.othersLabelled());
                },
                loaded -> {
                    if (mine == sequence) {
                        show(loaded);
                    }
                },
                problem -> {
                    if (mine == sequence) {
                        trouble.set(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
                        phase.set(Phase.READY);
                    }
                });
    }

    private void itemChanged(@Nullable ItemRow row) {
        if (row == null) {
            sequence++;
            key = null;
            editor = null;
            item.set(null);
            sheet.set(null);
            label.set(Label.NONE);
            phase.set(Phase.EMPTY);
        } else if (is(row.key())) {
            label.set(row.label());
        } else {
            key = row.key();
            leaving.run();
            trouble.set(null);
            reload();
        }
    }

    private void show(Loaded loaded) {
        OpenSession.Item read = loaded.item();
        selection.clear(); // this and the next two while item, steps and picture still belong together
        several.set(loaded.several());
        refreshLabel();
        editor = read.plan() == null
                ? null
                : new PlanEditor(
                        Objects.requireNonNull(read.original()).steps(),
                        read.plan().steps(),
                        ItemPicture.startOf(read),
                        this::stepsChanged);
        item.set(read);
        sheet.set(loaded.sheet());
        phase.set(Phase.READY);
        clock.restart();
        jobChanged(desk.job().get());
    }

    private void stepsChanged(Steps steps, String action) {
        OpenSession.Item shown = item.get();
        PlanEditor present = editor;
        if (shown == null || present == null || shown.plan() == null) {
            return;
        }
        Sheet before = sheet.get();
        sheet.set(
                before == null
                        ? ItemPicture.of(session, shown, steps)
                        : ItemPicture.edited(session, shown, before, steps));
        selection.keepWithin();
        session.keepDraft(shown.plan().id(), present.isEdited() ? steps : null, action);
    }

    private void jobChanged(@Nullable ModelJob job) {
        if (phase.get() == Phase.EMPTY || phase.get() == Phase.LOADING) {
            return;
        }
        if (job != null && is(job.key())) {
            phase.set(Phase.WAITING);
            streamed(job.key());
        } else if (phase.get() == Phase.WAITING || phase.get() == Phase.STREAMING) {
            phase.set(Phase.READY);
            reload();
        }
    }

    private void streamed(String from) {
        ModelJob job = desk.job().get();
        if (job == null || !is(from) || job.role() == ModelJob.Role.DELEGATE) {
            return;
        }
        if (refreshing) {
            refreshAgain = true;
            return;
        }
        OpenSession.Item shown = item.get();
        String text = job.text().read();
        if (shown == null || text.isEmpty()) {
            return;
        }
        phase.set(Phase.STREAMING);
        refreshing = true;
        long mine = sequence;
        Steps steps = editor == null ? Sheet.NO_STEPS : editor.steps().get();
        tasks.run(
                () -> ItemPicture.coming(shown, steps, text, FinishReason.UNKNOWN),
                picture -> {
                    refreshing = false;
                    if (mine == sequence && phase.get() == Phase.STREAMING) {
                        sheet.set(picture);
                    }
                    if (refreshAgain) {
                        refreshAgain = false;
                        streamed(from);
                    }
                },
                problem -> refreshing = false);
    }

    private record Loaded(OpenSession.Item item, Sheet sheet, boolean several) {}
}
