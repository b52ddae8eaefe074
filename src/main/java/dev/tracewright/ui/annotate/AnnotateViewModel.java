package dev.tracewright.ui.annotate;

import dev.tracewright.llm.ChatModel;
import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Approach;
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
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the Annotate screen shows and does, without any control: the item before the person, edits to its steps, its label,
 * and the model call that may be running for it.
 */
public final class AnnotateViewModel {
    /** How long a verdict stays on the screen before the next open item comes. */
    public static final Duration VERDICT_SHOWN = Duration.ofMillis(350);

    private final OpenSession session;
    private final TaskRunner tasks;
    private final ModelDesk desk;
    private final BiConsumer<Duration, Runnable> delay;
    private final ItemClock clock = new ItemClock(System::nanoTime);

    private final ShownItem current;
    private final AnswerViewModel answer;
    private final ContradictionViewModel contradictions;
    private final CorrectionsViewModel corrections;
    private final OpinionViewModel opinions;
    private final ReviewViewModel reviews;
    private final RefineViewModel refinement;
    private final BooleanProperty autoAdvance = new SimpleBooleanProperty(true);
    private final BooleanProperty allDecided = new SimpleBooleanProperty();

    private boolean advancing;
    private long advanceTicket;

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
        this.current = new ShownItem(session, tasks, desk, clock);
        this.answer = new AnswerViewModel(this, current.several());
        this.contradictions =
                new ContradictionViewModel(session.queue(), session.findings().doubts());
        this.corrections = new CorrectionsViewModel(this);
        this.opinions = new OpinionViewModel(this, desk.opinions(), tasks);
        this.refinement = new RefineViewModel(this, desk.verifier());
        this.reviews = new ReviewViewModel(this, session.reviews(), current::reload);
        current.start(() -> advancing = false);
    }

    /** Lets go of the session; to be called when the screen leaves. */
    public void release() {
        current.release();
        contradictions.release();
        opinions.release();
        reviews.release();
        refinement.release();
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
        return current.phase().getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OpenSession.@Nullable Item> item() {
        return current.item().getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Sheet> sheet() {
        return current.sheet().getReadOnlyProperty();
    }

    /** The annotator's label of the shown item. */
    public ReadOnlyObjectProperty<Label> label() {
        return current.label().getReadOnlyProperty();
    }

    /** One sentence on what went wrong last with the shown item, or null. */
    public ReadOnlyObjectProperty<@Nullable String> trouble() {
        return current.trouble().getReadOnlyProperty();
    }

    /** What is selected and lit in the shown item. */
    public TraceSelection selection() {
        return current.selection();
    }

    /** Number of the selected step from 1, or 0. */
    public ReadOnlyIntegerProperty selectedStep() {
        return current.selection().step();
    }

    /** The values a verdict rests on, and whether they are shown yet. */
    public AnswerViewModel answer() {
        return answer;
    }

    /** Verdicts that do not go together. */
    public ContradictionViewModel contradictions() {
        return contradictions;
    }

    /** What the person says about status and links. */
    public CorrectionsViewModel corrections() {
        return corrections;
    }

    /** What a model says about status and links. */
    public OpinionViewModel opinions() {
        return opinions;
    }

    /** What a verifier proposes for the steps. */
    public RefineViewModel refinement() {
        return refinement;
    }

    /** What studies wait for. */
    public ReviewViewModel reviews() {
        return reviews;
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
        return current.editor();
    }

    public ItemClock clock() {
        return clock;
    }

    /** Whether a verdict can be given now: an answer is on the screen and nothing is on its way. */
    public boolean canJudge() {
        OpenSession.Item shown = current.item().get();
        return current.phase().get() == Phase.READY && !advancing && shown != null && shown.response() != null;
    }

    /** Whether the shown item is an answer, and not a problem that nobody has solved yet. */
    public boolean hasResponse() {
        OpenSession.Item shown = current.item().get();
        return shown != null && shown.response() != null;
    }

    /** Whether the steps differ from those that the shown output was solved with. */
    public boolean stepsDifferFromOutput() {
        OpenSession.Item shown = current.item().get();
        return shown != null
                && shown.response() != null
                && current.editor().filter(PlanEditor::isEdited).isPresent();
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

    /** Takes back the last label, correction or review of this sitting, whichever item it was on, and goes there. */
    public void undoLabel() {
        session.labelling().undo().ifPresent(key -> {
            advanceTicket++;
            advancing = false;
            queue().select(key);
            current.refreshLabel();
            refreshCorrections();
        });
    }

    private void relabel(UnaryOperator<Label> change, boolean advance) {
        OpenSession.Item shown = current.item().get();
        if (!canJudge() || shown == null) {
            return;
        }
        Label before = current.label().get();
        Label after = change.apply(before);
        session.labelling().label(shown.row().key(), after, clock.seconds());
        current.refreshLabel();
        if (isJudgedAnew(before, after)) {
            contradictions.judged(shown.row().key());
        }
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

    /** Whether there is a verdict that is another, or is about another value. */
    private static boolean isJudgedAnew(Label before, Label after) {
        boolean sameValue =
                before.flags().contains(Flag.FORMAT_MISMATCH) == after.flags().contains(Flag.FORMAT_MISMATCH);
        return after.verdict() != null && !(sameValue && after.verdict() == before.verdict());
    }

    /** Draws the shown item anew with the corrections as they stand; where its steps are edited there is nothing to draw. */
    void refreshCorrections() {
        OpenSession.Item shown = current.item().get();
        Sheet present = current.sheet().get();
        if (shown != null && present != null && current.phase().get() == Phase.READY && corrections.possible()) {
            current.sheet()
                    .set(present.corrected(shown.problem(), session.labelling().inForce(shown)));
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
        current.selection().move(by);
    }

    /** Selects a step (from 1; 0 for none) and lights what performs it. */
    public void selectStep(int step) {
        current.selection().selectStep(step);
    }

    // -- Steps and models
    // ----------------------------------------------------------------------------------------------

    /** Changes the steps; does nothing where there is no plan or a model is at work on it. */
    public void editSteps(Consumer<PlanEditor> change) {
        if (current.phase().get() == Phase.READY) {
            current.editor().ifPresent(change);
        }
    }

    /** Asks a solver for an answer: with the steps as they stand for Trace-of-Thought, without any for the others. */
    public void solve(ChatModel solver, Approach approach) {
        OpenSession.Item shown = current.item().get();
        if (shown == null || current.phase().get() != Phase.READY || desk.isBusy()) {
            return;
        }
        current.trouble().set(null);
        Plan base = shown.plan();
        Steps edited = current.editor()
                .filter(PlanEditor::isEdited)
                .map(editor -> editor.steps().get())
                .orElse(null);
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
        OpenSession.Item shown = current.item().get();
        if (shown == null || current.phase().get() != Phase.READY || desk.isBusy()) {
            return;
        }
        current.trouble().set(null);
        desk.delegate(shown, delegator, message -> failed(shown.row().key(), message));
    }

    /** Starts a plan of the person's own for a problem without one, with one empty step. */
    public void writeSteps() {
        OpenSession.Item shown = current.item().get();
        if (shown != null && current.phase().get() == Phase.READY && shown.plan() == null) {
            session.writePlan(shown);
            current.reload();
        }
    }

    /** Reads what everybody said about the shown item and hands it over. */
    void readHistory(Consumer<Said> reader) {
        OpenSession.Item shown = current.item().get();
        if (shown != null && shown.response() != null) {
            Said.read(session, tasks, shown.response().id(), reader, current.trouble()::set);
        }
    }

    /** Stops the running model call and keeps what came; without one, what is going on about opinions or steps. */
    public void stop() {
        ModelJob job = desk.job().get();
        if (job != null) {
            job.cancellation().cancel();
        } else if (desk.opinions().isBusy() || desk.verifier().isBusy()) {
            opinions.stop();
            desk.verifier().stop();
        } else {
            opinions.asking().set(false);
            refinement.asking().set(false);
        }
    }

    /** Whether there is anything to stop. */
    public boolean canStop() {
        boolean asking = opinions.asking().get() || refinement.asking().get();
        return desk.isBusy() || desk.opinions().isBusy() || desk.verifier().isBusy() || asking;
    }

    /** Clears the sentence about what went wrong. */
    public void dismissTrouble() {
        current.trouble().set(null);
    }

    private void failed(String key, String message) {
        if (current.is(key)) {
            current.trouble().set(message);
        }
    }
}
