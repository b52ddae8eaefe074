package dev.tracewright.ui.results;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Selection;
import dev.tracewright.store.ResultStore.Facets;
import dev.tracewright.work.ResultsDesk;
import dev.tracewright.work.TaskRunner;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the Results and Inspect screens show of the open session: the filter, what was counted, and whether it is being counted anew. What
 * was there stays until something newer is.
 */
public final class ResultsViewModel {
    /** Counting that takes no longer is not worth a progress bar. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ResultsDesk desk;
    private final Makers makers;
    private final TaskRunner tasks;
    private final BiConsumer<Duration, Runnable> delay;
    private final ReadOnlyObjectWrapper<ResultFilter> filter = new ReadOnlyObjectWrapper<>(ResultFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable ResultsPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyLongWrapper clearings = new ReadOnlyLongWrapper();
    private @Nullable Answered made;
    private long newest;
    private boolean stopped;
    private boolean released;

    /** Whether something is being counted. */
    public enum State {
        /** Nothing is. */
        IDLE,
        /** Something is, since a moment. */
        STARTED,
        /** Something is, for so long that the person should see it. */
        WAITING,
        /** It could not be. */
        FAILED
    }

    /**
     * How counts become sections.
     *
     * @param results those of the Results screen
     * @param inspect those of the Inspect screen
     */
    public record Makers(Function<Answered, List<Section>> results, Function<Answered, List<Section>> inspect) {}

    /**
     * @param desk counts; closed with this
     * @param makers make sections of what was counted
     * @param tasks runs what takes time
     * @param delay runs an action after a while on the screen's thread
     */
    public ResultsViewModel(ResultsDesk desk, Makers makers, TaskRunner tasks, BiConsumer<Duration, Runnable> delay) {
        this.desk = desk;
        this.makers = makers;
        this.tasks = tasks;
        this.delay = delay;
        desk.counting().addListener((property, before, now) -> came(now));
        desk.reading().addListener((property, before, now) -> {
            if (now.trouble() != null && !now.running()) {
                trouble.set(now.trouble());
            }
        });
    }

    /** Which answers are counted, or are being counted. */
    public ReadOnlyObjectProperty<ResultFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What was counted last, or null before the first time. */
    public ReadOnlyObjectProperty<@Nullable ResultsPicture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Whether something is being counted. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong last, as a sentence; empty for nothing. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** How far the reading of unread answers is. */
    public ReadOnlyObjectProperty<ResultsDesk.Reading> reading() {
        return desk.reading();
    }

    /** Counts other answers. */
    public void setFilter(ResultFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            refresh();
        }
    }

    /** Counts every answer again; who adjudicates, whether suggestions count, and which kind of answers, stays as it is. */
    public void clearFilter() {
        ResultFilter now = filter.get();
        clearings.set(clearings.get() + 1);
        setFilter(ResultFilter.ALL
                .withAdjudicators(now.adjudicators())
                .withSuggestions(now.suggestions())
                .withDemonstration(now.demonstration()));
    }

    /** How often the filter was cleared; what is being typed for it goes with it. */
    public ReadOnlyLongProperty clearings() {
        return clearings.getReadOnlyProperty();
    }

    /** Counts again; to be called whenever the screen is shown, because labels may have changed. */
    public void refresh() {
        long mine = ++newest;
        state.set(State.STARTED);
        trouble.set("");
        delay.accept(PATIENCE, () -> {
            if (mine == newest && state.get() == State.STARTED) {
                state.set(State.WAITING);
            }
        });
        desk.load(filter.get());
    }

    private void came(ResultsDesk.Counting counting) {
        Answered answered = counting.answered();
        Facets facets = counting.facets();
        if (released || counting.running()) {
            return;
        }
        if (counting.trouble() != null) {
            failed(counting.trouble());
        } else if (answered != null && facets != null) {
            made = answered;
            tasks.run(
                    () -> new ResultsPicture(
                            answered,
                            facets,
                            makers.results().apply(answered),
                            makers.inspect().apply(answered)),
                    found -> show(answered, found),
                    problem -> failed(Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
        }
    }

    private void show(Answered answered, ResultsPicture found) {
        if (released || !answered.equals(made)) {
            return;
        }
        picture.set(found);
        state.set(State.IDLE);
        ResultsDesk.Reading last = desk.reading().get();
        boolean vain = !last.running() && last.trouble() != null;
        if (answered.unread() > 0 && !stopped && !vain) {
            desk.readOn();
        }
    }

    private void failed(String sentence) {
        trouble.set(sentence);
        state.set(State.FAILED);
    }

    /** Reads the answers of which nothing is known yet, and counts again at the end. */
    public void read() {
        stopped = false;
        trouble.set("");
        desk.readOn();
    }

    /** Stops the reading until the person wants it; what was read counts. */
    public void stopReading() {
        stopped = true;
        desk.stop();
    }

    /** Finds the answers that a number stands for; {@code then} hears them on the screen's thread. */
    public void open(Selection selection, Consumer<ResultsDesk.Opened> then) {
        desk.open(selection, then, trouble::set);
    }

    /** Lets go of the session. */
    public void release() {
        released = true;
        newest++;
        desk.close();
    }
}
