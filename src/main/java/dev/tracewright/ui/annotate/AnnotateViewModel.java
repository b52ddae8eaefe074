package dev.tracewright.ui.annotate;

import dev.tracewright.llm.ChatModel;
import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Verdict;
import dev.tracewright.work.ItemClock;
import dev.tracewright.work.ItemQueue;
import dev.tracewright.work.ModelDesk;
import dev.tracewright.work.ModelJob;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.PlanEditor;
import dev.tracewright.work.Sheet;
import dev.tracewright.work.TaskRunner;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * What the Annotate screen shows and does, without any control: the item before the person, edits to its steps, its label,
 * and the model call that may be running for it. Late results of an abandoned item are dropped by sequence number.
 */
public final class AnnotateViewModel {
    /** How long a verdict stays on the screen before the next open item comes. */
    public static final Duration VERDICT_SHOWN = Duration.ofMillis(350);

    private final OpenSession session;
    private final TaskRunner tasks;
    private final ModelDesk desk;
    private final BiConsumer<Duration, Runnable> delay;
    private final ItemClock clock = new ItemClock(System::nanoTime);

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyObjectWrapper<OpenSession.@Nullable Item> item = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Sheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Label> label = new ReadOnlyObjectWrapper<>(Label.NONE);
    private final ReadOnlyObjectWrapper<@Nullable String> trouble = new ReadOnlyObjectWrapper<>();
    private final TraceSelection selection = new TraceSelection(sheet.getReadOnlyProperty());
    private final CorrectionsViewModel corrections;
    private final OpinionViewModel opinions;
    private final BooleanProperty autoAdvance = new SimpleBooleanProperty(true);
    private final BooleanProperty allDecided = new SimpleBooleanProperty();
    private final ChangeListener<@Nullable ItemRow> follow = (property, before, now) -> itemChanged(now);
    private final ChangeListener<@Nullable ModelJob> followJob = (property, before, now) -> jobChanged(now);

    private @Nullable PlanEditor editor;
    private @Nullable String shownKey;
    private long sequence;
    private boolean advancing;
    private long advanceTicket;
    private boolean refreshing;
    private boolean refreshAgain;

    /**
     * @param session the open session
     * @param tasks runs what takes time
     * @param desk asks models
     * @param delay runs an action after a while on the screen's thread
     */
    public AnnotateViewModel(
            OpenSession session, TaskRunner tasks, ModelDesk desk, BiConsumer<Duration, Runnable> delay) {
        this.session = session;
        this.tasks = tasks;
        this.desk = desk;
        this.delay = delay;
        this.corrections = new CorrectionsViewModel(this);
        this.opinions = new OpinionViewModel(this, desk.opinions(), tasks);
        session.queue().current().addListener(follow);
        desk.job().addListener(followJob);
        desk.onText(this::streamed);
        itemChanged(session.queue().current().get());
    }

    /** Lets go of the session; to be called when the screen leaves. */
    public void release() {
        session.queue().current().removeListener(follow);
        desk.job().removeListener(followJob);
        desk.onText(key -> {});
        opinions.release();
        sequence++;
    }

    // -- What is shown
    // -------------------------------------------------------------------------------------------------

    public OpenSession session() {
        return session;
    }

    public ItemQueue queue() {
        return session.queue();
    }

    public ModelDesk desk() {
        return desk;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OpenSession.@Nullable Item> item() {
        return item.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Sheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** The annotator's label of the shown item. */
    public ReadOnlyObjectProperty<Label> label() {
        return label.getReadOnlyProperty();
    }

    /** One sentence on what went wrong last with the shown item, or null. */
    public ReadOnlyObjectProperty<@Nullable String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** What is selected and lit in the shown item. */
    public TraceSelection selection() {
        return selection;
    }

    /** Number of the selected step from 1, or 0. */
    public ReadOnlyIntegerProperty selectedStep() {
        return selection.step();
    }

    /** What the person says about status and links. */
    public CorrectionsViewModel corrections() {
        return corrections;
    }

    /** What a model says about status and links. */
    public OpinionViewModel opinions() {
        return opinions;
    }

    /** Whether the next open item follows a verdict by itself. */
    public BooleanProperty autoAdvance() {
        return autoAdvance;
    }

    /** Whether the last verdict left nothing open among the shown items; cleared by the next step a person takes. */
    public BooleanProperty allDecided() {
        return allDecided;
    }

    /** The edits to the shown plan; empty where the item has none. */
    public Optional<PlanEditor> editor() {
        return Optional.ofNullable(editor);
    }

    public ItemClock clock() {
        return clock;
    }

    /** Whether a verdict can be given now: an answer is on the screen and nothing is on its way. */
    public boolean canJudge() {
        OpenSession.Item shown = item.get();
        return phase.get() == Phase.READY && !advancing && shown != null && shown.response() != null;
    }

    /** Whether the shown item is an answer, and not a problem that nobody has solved yet. */
    public boolean hasResponse() {
        OpenSession.Item shown = item.get();
        return shown != null && shown.response() != null;
    }

    /** Whether the steps differ from those that the shown output was solved with. */
    public boolean stepsDifferFromOutput() {
        OpenSession.Item shown = item.get();
        return shown != null && shown.response() != null && editor != null && editor.isEdited();
    }

    // -- Labelling
    // -----------------------------------------------------------------------------------------------------

    /** Gives a verdict, shows it for a moment, and goes on to the next open item if that is wanted. */
    public void judge(Verdict verdict) {
        relabel(current -> current.withVerdict(verdict), true);
    }

    /** Reasoned right, formatted wrong: true by the paper's rule, flagged for analysis (paper, section 4.1). */
    public void judgeReasonedRight() {
        relabel(current -> current.withVerdict(Verdict.TRUE).withFlag(Flag.FORMAT_MISMATCH, true), true);
    }

    /** Takes the verdict away and leaves flags and note. */
    public void clearVerdict() {
        relabel(current -> current.withVerdict(null), false);
    }

    public void toggle(Flag flag) {
        relabel(current -> current.toggled(flag), false);
    }

    public void note(String note) {
        relabel(current -> current.withNote(note.strip()), false);
    }

    /** Takes back the last label or correction of this sitting, whichever item it was on, and goes there. */
    public void undoLabel() {
        session.labelling().undo().ifPresent(key -> {
            advanceTicket++;
            advancing = false;
            queue().select(key);
            refreshLabel();
            refreshCorrections();
        });
    }

    private void relabel(UnaryOperator<Label> change, boolean advance) {
        OpenSession.Item shown = item.get();
        if (!canJudge() || shown == null) {
            return;
        }
        session.labelling().label(shown.row().key(), change.apply(label.get()), clock.seconds());
        refreshLabel();
        if (advance && autoAdvance.get()) {
            advancing = true;
            long mine = ++advanceTicket;
            delay.accept(VERDICT_SHOWN, () -> {
                if (mine == advanceTicket && advancing) {
                    nextOpen();
                }
            });
        }
    }

    private void refreshLabel() {
        String key = shownKey;
        if (key != null) {
            queue().find(key).ifPresent(row -> label.set(row.label()));
        }
    }

    /** Draws the shown item anew with the corrections as they stand; where its steps are edited there is nothing to draw. */
    void refreshCorrections() {
        OpenSession.Item shown = item.get();
        Sheet present = sheet.get();
        if (shown != null && present != null && phase.get() == Phase.READY && corrections.possible()) {
            sheet.set(present.corrected(shown.problem(), session.labelling().inForce(shown)));
        }
    }

    // -- Going about
    // ---------------------------------------------------------------------------------------------------

    public void nextOpen() {
        advancing = false;
        Optional<ItemRow> next = queue().nextOpen();
        allDecided.set(next.isEmpty());
        next.ifPresent(row -> queue().select(row.key()));
    }

    public void move(int by) {
        advancing = false;
        allDecided.set(false);
        queue().move(by);
    }

    /** Selects the step {@code by} further on, or the passage of the output where one is selected. */
    public void moveStep(int by) {
        selection.move(by);
    }

    /** Selects a step (from 1; 0 for none) and lights what performs it. */
    public void selectStep(int step) {
        selection.selectStep(step);
    }

    // -- Steps and models
    // ----------------------------------------------------------------------------------------------

    /** Changes the steps; does nothing where there is no plan or a model is at work on it. */
    public void editSteps(Consumer<PlanEditor> change) {
        PlanEditor present = editor;
        if (present != null && phase.get() == Phase.READY) {
            change.accept(present);
        }
    }

    /** Asks a solver for an answer: with the steps as they stand for Trace-of-Thought, without any for the others. */
    public void solve(ChatModel solver, Approach approach) {
        OpenSession.Item shown = item.get();
        if (shown == null || phase.get() != Phase.READY || desk.isBusy()) {
            return;
        }
        trouble.set(null);
        Plan base = shown.plan();
        Steps edited = editor != null && editor.isEdited() ? editor.steps().get() : null;
        desk.solve(
                shown,
                base,
                edited,
                approach,
                solver,
                message -> failed(shown.row().key(), message));
    }

    /** Asks a delegator for the steps of a problem. */
    public void delegate(ChatModel delegator) {
        OpenSession.Item shown = item.get();
        if (shown == null || phase.get() != Phase.READY || desk.isBusy()) {
            return;
        }
        trouble.set(null);
        desk.delegate(shown, delegator, message -> failed(shown.row().key(), message));
    }

    /** Starts a plan of the person's own for a problem without one, with one empty step. */
    public void writeSteps() {
        OpenSession.Item shown = item.get();
        if (shown != null && phase.get() == Phase.READY && shown.plan() == null) {
            session.writePlan(shown);
            reload();
        }
    }

    /** Reads what everybody said about the shown item and hands it over. */
    void readHistory(Consumer<Said> reader) {
        OpenSession.Item shown = item.get();
        if (shown != null && shown.response() != null) {
            Said.read(session, tasks, shown.response().id(), reader, trouble::set);
        }
    }

    /** Stops the running model call and keeps what came; without one, what is going on about second opinions. */
    public void stop() {
        ModelJob job = desk.job().get();
        if (job != null) {
            job.cancellation().cancel();
        } else if (desk.opinions().isBusy()) {
            opinions.stop();
        } else {
            opinions.asking().set(false);
        }
    }

    /** Whether there is anything to stop. */
    public boolean canStop() {
        return desk.isBusy() || desk.opinions().isBusy() || opinions.asking().get();
    }

    /** Clears the sentence about what went wrong. */
    public void dismissTrouble() {
        trouble.set(null);
    }

    private void failed(String key, String message) {
        if (key.equals(shownKey)) {
            trouble.set(message);
        }
    }

    // -- Following the queue and the running job
    // -----------------------------------------------------------------------

    private void itemChanged(@Nullable ItemRow row) {
        if (row == null) {
            sequence++;
            shownKey = null;
            editor = null;
            item.set(null);
            sheet.set(null);
            label.set(Label.NONE);
            phase.set(Phase.EMPTY);
        } else if (row.key().equals(shownKey)) {
            label.set(row.label());
        } else {
            shownKey = row.key();
            advancing = false;
            trouble.set(null);
            reload();
        }
    }

    private void reload() {
        ItemRow row = queue().current().get();
        if (row == null) {
            return;
        }
        long mine = ++sequence;
        phase.set(Phase.LOADING);
        tasks.run(
                () -> {
                    OpenSession.Item read = session.read(row);
                    return new Loaded(read, ItemPicture.asRead(session, read));
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

    private void show(Loaded loaded) {
        OpenSession.Item read = loaded.item();
        selection.clear();
        editor = read.plan() == null
                ? null
                : new PlanEditor(
                        Objects.requireNonNull(read.original()).steps(),
                        read.plan().steps(),
                        ItemPicture.startOf(read),
                        this::stepsChanged);
        item.set(read);
        sheet.set(loaded.sheet());
        refreshLabel();
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
        if (job != null && job.key().equals(shownKey)) {
            phase.set(Phase.WAITING);
            streamed(job.key());
        } else if (phase.get() == Phase.WAITING || phase.get() == Phase.STREAMING) {
            phase.set(Phase.READY);
            reload();
        }
    }

    private void streamed(String key) {
        ModelJob job = desk.job().get();
        if (job == null || !key.equals(shownKey) || job.role() == ModelJob.Role.DELEGATE) {
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
                        streamed(key);
                    }
                },
                problem -> refreshing = false);
    }

    private record Loaded(OpenSession.Item item, Sheet sheet) {}
}
