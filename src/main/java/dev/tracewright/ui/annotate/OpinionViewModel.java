package dev.tracewright.ui.annotate;

import dev.tracewright.exchange.OpinionException;
import dev.tracewright.exchange.OpinionJson;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.StoredSuggestion;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.work.Labelling;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.OpinionDesk;
import dev.tracewright.work.OpinionDifferences;
import dev.tracewright.work.OpinionDifferences.Difference;
import dev.tracewright.work.Sheet;
import dev.tracewright.work.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about the alignment of the shown item, difference by difference. The person takes each over or keeps to what
 * stands; either is a correction of theirs that notes what it answers.
 */
public final class OpinionViewModel {
    private final AnnotateViewModel model;
    private final OpinionDesk desk;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Opinion> opinion = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Difference>> differences = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<OpinionDesk.@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ChangeListener<OpenSession.@Nullable Item> itemListener = (property, before, now) -> load();
    private long sequence;

    /**
     * An opinion that came.
     *
     * @param stored what is kept of it
     * @param alignment what it says, or null where its reply could not be read
     */
    public record Opinion(StoredSuggestion stored, @Nullable Alignment alignment) {}

    OpinionViewModel(AnnotateViewModel model, OpinionDesk desk, TaskRunner tasks) {
        this.model = model;
        this.desk = desk;
        this.tasks = tasks;
        model.item().addListener(itemListener);
        model.sheet().addListener((property, before, now) -> compare());
        model.phase().addListener((property, before, now) -> compare());
        desk.onOpinion(responseId -> {
            OpenSession.Item shown = model.item().get();
            if (shown != null
                    && shown.response() != null
                    && shown.response().id().equals(responseId)) {
                load();
            }
        });
    }

    /** Lets go of the session; to be called when the screen leaves. */
    void release() {
        desk.onOpinion(responseId -> {});
        sequence++;
    }

    /** Asks the models. */
    public OpinionDesk desk() {
        return desk;
    }

    /** The latest opinion on the shown item, or null. */
    public ReadOnlyObjectProperty<@Nullable Opinion> opinion() {
        return opinion.getReadOnlyProperty();
    }

    /** Where it says something else than what is in force, from the top down; what was answered is no difference any more. */
    public ReadOnlyObjectProperty<List<Difference>> differences() {
        return differences.getReadOnlyProperty();
    }

    /** Position of the difference that the keys answer, or 0 where there is none. */
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /** How the last asking of this sitting ended, until the person has seen it; or null. */
    public ReadOnlyObjectProperty<OpinionDesk.@Nullable Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether the person is being asked what to send to whom. */
    public BooleanProperty asking() {
        return asking;
    }

    /** Whether the shown item is an answer with steps, about which a model can be asked now. */
    public boolean canAsk() {
        OpenSession.Item shown = model.item().get();
        return shown != null && shown.response() != null && shown.plan() != null && !desk.isBusy();
    }

    /** Asks about the shown answer. */
    public void askAboutShown(ChatModel asked, String place) {
        OpenSession.Item shown = model.item().get();
        if (shown != null && canAsk()) {
            ask(List.of(shown.row()), asked, place);
        }
    }

    /** The answers among those the queue shows about which the model has said nothing yet; handed over when they are known. */
    public void openAmongShown(String modelName, Consumer<List<ItemRow>> reader) {
        List<ItemRow> shown = List.copyOf(model.queue().shown());
        tasks.run(
                () -> desk.without(shown, modelName),
                reader,
                problem -> outcome.set(new OpinionDesk.Outcome(0, 0, String.valueOf(problem.getMessage()), true)));
    }

    /** Asks about each of these answers, one after the other. */
    public void ask(List<ItemRow> rows, ChatModel asked, String place) {
        asking.set(false);
        outcome.set(null);
        desk.ask(rows, asked, place, outcome::set);
    }

    /** Stops asking and keeps what came. */
    public void stop() {
        desk.stop();
    }

    public void dismissOutcome() {
        outcome.set(null);
    }

    /** Goes to the difference {@code by} further on, round and round, and selects its place; first of all to the present one. */
    public void move(int by) {
        int count = differences.get().size();
        if (count > 0) {
            if (difference().filter(this::isSelected).isPresent()) {
                current.set(Math.floorMod(current.get() + by, count));
            }
            select();
        }
    }

    private boolean isSelected(Difference found) {
        return switch (found) {
            case OpinionDifferences.OfStatus status ->
                status.step() == model.selectedStep().get();
            case OpinionDifferences.OfLinks links ->
                links.position() == model.selection().segment().get();
        };
    }

    /** Takes the current difference over as a correction of the person's. */
    public void takeOver() {
        answer(true);
    }

    /** Keeps to what stands; the difference is answered. */
    public void keep() {
        answer(false);
    }

    /** The difference that the keys answer. */
    public Optional<Difference> difference() {
        List<Difference> open = differences.get();
        return current.get() < open.size() ? Optional.of(open.get(current.get())) : Optional.empty();
    }

    /** What the opinion says of a step where that is another status than the one in force. */
    Optional<StepStatus> statusOf(int step) {
        return differences.get().stream()
                .filter(found -> found instanceof OpinionDifferences.OfStatus status && status.step() == step)
                .map(found -> ((OpinionDifferences.OfStatus) found).opinion())
                .findFirst();
    }

    /** The steps that the opinion gives a passage where these are others than those in force. */
    Optional<List<Integer>> linksOf(int position) {
        return differences.get().stream()
                .filter(found -> found instanceof OpinionDifferences.OfLinks links && links.position() == position)
                .map(found -> ((OpinionDifferences.OfLinks) found).opinion())
                .findFirst();
    }

    /** What a correction by the person's own hand answers: the opinion that is before them, if there is one. */
    Labelling.@Nullable Answer before() {
        Opinion shown = opinion.get();
        return shown == null || shown.alignment() == null
                ? null
                : new Labelling.Answer(shown.stored().id(), null);
    }

    private void answer(boolean take) {
        Opinion shown = opinion.get();
        Difference found = difference().orElse(null);
        if (shown == null || found == null) {
            return;
        }
        Correction correction = take ? found.theirs() : found.ours();
        String source = take ? shown.stored().source() : null;
        model.corrections()
                .correct(correction, new Labelling.Answer(shown.stored().id(), source));
        select();
    }

    private void select() {
        difference().ifPresent(found -> {
            switch (found) {
                case OpinionDifferences.OfStatus status -> model.selectStep(status.step());
                case OpinionDifferences.OfLinks links -> model.selection().selectSegment(links.position());
            }
        });
    }

    private void load() {
        long mine = ++sequence;
        OpenSession.Item shown = model.item().get();
        if (shown == null || shown.response() == null || shown.plan() == null) {
            show(null);
            return;
        }
        String id = shown.response().id();
        tasks.run(
                () -> Optional.ofNullable(desk.latest(id)).map(OpinionViewModel::read),
                read -> {
                    if (mine == sequence) {
                        show(read.orElse(null));
                    }
                },
                problem -> {
                    if (mine == sequence) {
                        show(null);
                    }
                });
    }

    private static Opinion read(StoredSuggestion stored) {
        if (stored.json() == null) {
            return new Opinion(stored, null);
        }
        try {
            return new Opinion(stored, OpinionJson.kept(stored.json()));
        } catch (OpinionException e) {
            return new Opinion(stored, null);
        }
    }

    private void show(@Nullable Opinion now) {
        opinion.set(now);
        current.set(0);
        compare();
    }

    private void compare() {
        Opinion shown = opinion.get();
        Sheet sheet = model.sheet().get();
        OpenSession.Item item = model.item().get();
        Alignment alignment = shown == null ? null : shown.alignment();
        Response response = item == null ? null : item.response();
        boolean comparable = response != null && model.phase().get() == Phase.READY && !model.stepsDifferFromOutput();
        List<Difference> found = List.of();
        if (comparable
                && sheet != null
                && shown != null
                && alignment != null
                && response != null
                && response.id().equals(shown.stored().responseId())) {
            found = OpinionDifferences.of(sheet, alignment, shown.stored().id());
        }
        if (!found.equals(differences.get())) {
            differences.set(found);
        }
        current.set(Math.clamp(current.get(), 0, Math.max(0, found.size() - 1)));
    }
}
