package dev.tracewright.work;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.store.ResultStore.Facets;
import dev.tracewright.store.ResultStore.Selected;
import dev.tracewright.store.SessionStore;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the screens get what results are made of: the answers of a session counted for a filter, those that a figure stands for, and
 * the reading of what has not been read. To be used on the screen's thread, which never waits: everything is done in the background,
 * one count at a time, and a count that is not wanted any more when it comes is dropped.
 */
public final class ResultsDesk implements AutoCloseable {
    /** How many answers of a figure are opened at most. */
    public static final int MOST_OPENED = 20_000;

    private final SessionStore store;
    private final @Nullable String annotator;
    private final TaskRunner tasks;
    private final BooleanSupplier saved;
    private final ReadOnlyObjectWrapper<Counting> counting =
            new ReadOnlyObjectWrapper<>(new Counting(null, null, false, null));
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading(false, 0, 0, null));
    private @Nullable ResultFilter wanted;
    private boolean busy;
    private boolean again;
    private volatile boolean stopped;
    private volatile boolean closed;

    /**
     * What is counted.
     *
     * @param answered the last count, or null while there is none
     * @param facets what there is to filter by, as old as the count, or null while there is none
     * @param running whether a newer count is on its way
     * @param trouble why the last count failed, in one sentence, or null
     */
    public record Counting(
            @Nullable Answered answered,
            @Nullable Facets facets,
            boolean running,
            @Nullable String trouble) {}

    /**
     * How far the reading of answers is.
     *
     * @param running whether answers are being read
     * @param read how many answers were read this time
     * @param total how many there were to read
     * @param trouble why the session, or the last answer that could not be read, could not, in one sentence; or null
     */
    public record Reading(
            boolean running,
            long read,
            long total,
            @Nullable String trouble) {}

    private record Counted(Answered answered, Facets facets) {}

    /**
     * @param store the session; stays open
     * @param annotator whose corrections count before those of others, or null
     * @param saved waits until what the person did is on disk, as far as it gets there; asked in the background before each count
     */
    public ResultsDesk(SessionStore store, @Nullable String annotator, TaskRunner tasks, BooleanSupplier saved) {
        this.store = store;
        this.annotator = annotator;
        this.tasks = tasks;
        this.saved = saved;
    }

    /** The results of an open session; labels that were given before a count are in it. */
    public static ResultsDesk of(OpenSession session, TaskRunner tasks) {
        return new ResultsDesk(session.store(), session.annotator(), tasks, () -> drained(session));
    }

    private static boolean drained(OpenSession session) {
        try {
            return session.saves().drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Reads what has not been read, then counts; blocks. Stops reading early when {@code stopped} says so, and counts what there is.
     *
     * @param progress hears how far the reading is, from the calling thread
     */
    public static Answered readAndCount(
            SessionStore store,
            @Nullable String annotator,
            ResultFilter filter,
            Consumer<Reading> progress,
            BooleanSupplier stopped)
            throws InterruptedException {
        new AnswerReader(store.results(), annotator)
                .readOn(at -> progress.accept(new Reading(true, at.read(), at.total(), at.trouble())), stopped);
        return store.results().count(filter);
    }

    /** What is counted; changes on the screen's thread. */
    public ReadOnlyObjectProperty<Counting> counting() {
        return counting.getReadOnlyProperty();
    }

    /** How far the reading is; changes on the screen's thread. */
    public ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Counts for this filter; a count that is under way for another is dropped when it comes. */
    public void load(ResultFilter filter) {
        wanted = filter;
        Counting now = counting.get();
        counting.set(new Counting(now.answered(), now.facets(), true, null));
        if (busy) {
            again = true;
        } else {
            count(filter);
        }
    }

    /** Counts once more for the filter of the last {@link #load}; does nothing before the first. */
    public void refresh() {
        if (wanted != null) {
            load(wanted);
        }
    }

    /** Drops the count that is under way; what was counted before stays. */
    public void cancel() {
        again = false;
        Counting now = counting.get();
        Answered before = now.answered();
        wanted = before == null ? null : before.filter();
        counting.set(new Counting(before, now.facets(), false, null));
    }

    private void count(ResultFilter filter) {
        busy = true;
        again = false;
        tasks.run(
                () -> {
                    var _ = saved.getAsBoolean();
                    return new Counted(
                            store.results().count(filter), store.results().facets(filter.demonstration()));
                },
                counted -> came(new Counting(counted.answered(), counted.facets(), false, null)),
                problem -> came(
                        new Counting(counting.get().answered(), counting.get().facets(), false, sentence(problem))));
    }

    private void came(Counting counted) {
        busy = false;
        if (closed) {
            return;
        }
        ResultFilter next = wanted;
        if (again && next != null) {
            count(next);
        } else if (counting.get().running()) {
            counting.set(counted);
        }
    }

    /**
     * Finds the answers that a figure stands for, as they were counted last.
     *
     * @param found hears what to show in the queue, and how many answers there are, which may be more than {@link #MOST_OPENED}
     * @param failed hears one sentence
     */
    public void open(Selection selection, Consumer<Opened> found, Consumer<String> failed) {
        Answered answered = counting.get().answered();
        ResultFilter filter = answered == null ? ResultFilter.ALL : answered.filter();
        tasks.run(
                () -> store.results().select(selection, filter, MOST_OPENED),
                selected -> {
                    if (!closed) {
                        found.accept(opened(selection, selected));
                    }
                },
                problem -> {
                    if (!closed) {
                        failed.accept(sentence(problem));
                    }
                });
    }

    /**
     * Answers that a figure stands for.
     *
     * @param only what to show in the queue
     * @param first the first of them in queue order, or null where there are none
     * @param count how many there are
     */
    public record Opened(QueueFilter.Only only, @Nullable String first, long count) {}

    private static Opened opened(Selection selection, Selected selected) {
        List<String> ids = selected.responseIds();
        return new Opened(
                new QueueFilter.Only(selection.title(), new HashSet<>(ids)),
                ids.isEmpty() ? null : ids.getFirst(),
                selected.count());
    }

    /** Reads what has not been read, and counts anew when it ends; does nothing while it reads. */
    public void readOn() {
        if (reading.get().running() || closed) {
            return;
        }
        stopped = false;
        reading.set(new Reading(true, 0, 0, null));
        AnswerReader reader = new AnswerReader(store.results(), annotator);
        tasks.run(
                () -> {
                    var _ = saved.getAsBoolean();
                    reader.readOn(
                            at -> tasks.later(() -> reading.set(
                                    new Reading(reading.get().running(), at.read(), at.total(), at.trouble()))),
                            () -> stopped);
                    return true;
                },
                done -> tasks.later(() -> ended(reading.get().trouble())),
                problem -> tasks.later(() -> ended(sentence(problem))));
    }

    /** Stops reading; what was read stays read. */
    public void stop() {
        stopped = true;
    }

    private void ended(@Nullable String trouble) {
        Reading now = reading.get();
        reading.set(new Reading(false, now.read(), now.total(), trouble));
        if (!closed) {
            refresh();
        }
    }

    private static String sentence(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    /** Stops everything; what is still under way is dropped. */
    @Override
    public void close() {
        closed = true;
        stopped = true;
    }
}
