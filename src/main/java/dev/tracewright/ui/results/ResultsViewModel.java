package dev.tracewright.ui.results;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Selection;
import dev.tracewright.work.TaskRunner;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the Results and Inspect screens show of the open session: the filter, what was counted, and whether it is being counted anew. What
 * was there stays until something newer is; what comes too late is dropped.
 */
public final class ResultsViewModel {
    /** Counting that takes no longer is not worth a progress bar. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ResultsSource source;
    private final Makers makers;
    private final TaskRunner tasks;
    private final BiConsumer<Duration, Runnable> delay;
    private final ReadOnlyObjectWrapper<ResultFilter> filter = new ReadOnlyObjectWrapper<>(ResultFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable ResultsPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<ResultsSource.@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private long newest;
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
     * @param source the counts
     * @param makers make sections of them
     * @param tasks runs what takes time
     * @param delay runs an action after a while on the screen's thread
     */
    public ResultsViewModel(
            ResultsSource source, Makers makers, TaskRunner tasks, BiConsumer<Duration, Runnable> delay) {
        this.source = source;
        this.makers = makers;
        this.tasks = tasks;
        this.delay = delay;
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

    /** How far the reading of unread answers is, or null while none is going on. */
    public ReadOnlyObjectProperty<ResultsSource.@Nullable Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Whether the person has stopped the reading, so that it does not begin again by itself. */
    public ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /** Counts other answers. */
    public void setFilter(ResultFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            refresh();
        }
    }

    /** Counts again; to be called whenever the screen is shown, because labels may have changed. */
    public void refresh() {
        long mine = ++newest;
        ResultFilter wanted = filter.get();
        state.set(State.STARTED);
        delay.accept(PATIENCE, () -> {
            if (mine == newest && state.get() == State.STARTED) {
                state.set(State.WAITING);
            }
        });
        tasks.run(() -> count(wanted), found -> arrived(mine, found), problem -> failed(mine, problem));
    }

    private ResultsPicture count(ResultFilter wanted) {
        Answered answered = source.load(wanted);
        return new ResultsPicture(
                answered,
                source.facets(),
                makers.results().apply(answered),
                makers.inspect().apply(answered));
    }

    private void arrived(long mine, ResultsPicture found) {
        if (mine != newest || released) {
            return;
        }
        trouble.set("");
        picture.set(found);
        state.set(State.IDLE);
        if (found.answered().unread() > 0 && !stopped.get()) {
            read();
        }
    }

    private void failed(long mine, Throwable problem) {
        if (mine == newest && !released) {
            trouble.set(sentence(problem));
            state.set(State.FAILED);
        }
    }

    private static String sentence(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    // -- Reading what nobody has read
    // ----------------------------------------------------------------------------------

    /** Reads the answers of which nothing is known yet, and counts again at the end. */
    public void read() {
        ResultsPicture shown = picture.get();
        if (reading.get() != null || shown == null || released) {
            return;
        }
        stopped.set(false);
        reading.set(new ResultsSource.Reading(0, shown.answered().unread()));
        tasks.run(
                () -> {
                    source.read(progress -> tasks.later(() -> {
                        if (reading.get() != null) {
                            reading.set(progress);
                        }
                    }));
                    return true;
                },
                done -> readingEnded(""),
                problem -> readingEnded(sentence(problem)));
    }

    /** Stops the reading; what was read counts. */
    public void stopReading() {
        stopped.set(true);
        source.stopReading();
    }

    private void readingEnded(String problem) {
        ResultsSource.Reading last = reading.get();
        reading.set(null);
        if (released) {
            return;
        }
        boolean nothing = last != null && last.read() == 0;
        if (!problem.isEmpty() || nothing) {
            stopped.set(true); // it would only fail again
        }
        refresh();
        trouble.set(problem);
    }

    // -- Opening
    // -------------------------------------------------------------------------------------------------------

    /** Finds the answers that a number stands for; {@code then} hears them on the screen's thread. */
    public void open(Selection selection, Consumer<ResultsSource.Opened> then) {
        ResultFilter wanted = filter.get();
        tasks.run(
                () -> source.open(wanted, selection),
                opened -> {
                    if (!released) {
                        then.accept(opened);
                    }
                },
                problem -> trouble.set(sentence(problem)));
    }

    /** Lets go of the session. */
    public void release() {
        released = true;
        newest++;
        source.stopReading();
    }
}
