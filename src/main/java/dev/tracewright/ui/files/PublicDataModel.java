package dev.tracewright.ui.files;

import dev.tracewright.exchange.PublicDataset;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.DownloadProgress;
import dev.tracewright.work.DatasetShelf;
import dev.tracewright.work.DatasetShelf.Standing;
import dev.tracewright.work.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The public data sets as the window shows them: what is here, what is on its way, what went wrong. A download goes on while
 * nobody looks at it. Everything happens on the screen's thread.
 */
public final class PublicDataModel {
    private final DatasetShelf shelf;
    private final TaskRunner tasks;
    private final List<Entry> entries;
    private Consumer<Entry> ended = entry -> {};

    /** What a data set waits for. */
    public enum State {
        /** It is not known yet what is here. */
        LOOKING,
        NOT_HERE,
        PART,
        RUNNING,
        HERE,
        /** A file of its name is here which is another one. */
        OTHER
    }

    /**
     * How a data set stands.
     *
     * @param state what it waits for
     * @param done bytes that are here; 0 where that does not matter
     * @param total bytes of the whole file, or null where nobody says
     * @param trouble what went wrong the last time, one sentence, or empty
     */
    public record Picture(State state, long done, @Nullable Long total, String trouble) {}

    /** A data set in the list. */
    public static final class Entry {
        private final PublicDataset dataset;
        private final ReadOnlyObjectWrapper<Picture> picture;
        private @Nullable Cancellation running;

        private Entry(PublicDataset dataset) {
            this.dataset = dataset;
            this.picture = new ReadOnlyObjectWrapper<>(new Picture(State.LOOKING, 0, dataset.bytes(), ""));
        }

        public PublicDataset dataset() {
            return dataset;
        }

        /** How it stands. */
        public ReadOnlyObjectProperty<Picture> picture() {
            return picture.getReadOnlyProperty();
        }

        private void show(State state, long done, @Nullable Long total, String trouble) {
            picture.set(new Picture(state, done, total, trouble));
        }
    }

    public PublicDataModel(DatasetShelf shelf, TaskRunner tasks) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.entries = shelf.datasets().stream().map(Entry::new).toList();
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Where the file of a data set is, or will be. */
    public Path file(Entry entry) {
        return shelf.file(entry.dataset);
    }

    /** Hears of every download that ended: done, stopped or failed. */
    public void onEnded(Consumer<Entry> heard) {
        ended = heard;
    }

    /** Looks anew what is here. */
    public void look() {
        entries.stream().filter(entry -> entry.running == null).forEach(entry -> look(entry, "", () -> {}));
    }

    private void look(Entry entry, String trouble, Runnable then) {
        PublicDataset dataset = entry.dataset;
        tasks.run(
                () -> shelf.standing(dataset),
                standing -> {
                    if (entry.running == null) {
                        switch (standing) {
                            case Standing.NotHere _ -> entry.show(State.NOT_HERE, 0, dataset.bytes(), trouble);
                            case Standing.Part(long bytes) -> entry.show(State.PART, bytes, dataset.bytes(), trouble);
                            case Standing.Here _ -> entry.show(State.HERE, 0, dataset.bytes(), trouble);
                            case Standing.Other _ -> entry.show(State.OTHER, 0, dataset.bytes(), trouble);
                        }
                        then.run();
                    }
                },
                problem -> entry.show(State.OTHER, 0, dataset.bytes(), sentence(problem)));
    }

    /** Downloads a data set, or the rest of it. */
    public void start(Entry entry) {
        if (entry.running != null) {
            return;
        }
        Cancellation mine = new Cancellation();
        entry.running = mine;
        entry.show(
                State.RUNNING, entry.picture.get().done(), entry.picture.get().total(), "");
        AtomicReference<@Nullable DownloadProgress> latest = new AtomicReference<>();
        tasks.run(
                () -> shelf.download(
                        entry.dataset,
                        progress -> {
                            if (latest.getAndSet(progress) == null) { // one update on its way is enough
                                tasks.later(() -> show(entry, mine, latest.getAndSet(null)));
                            }
                        },
                        mine),
                there -> end(entry, ""),
                problem -> end(entry, sentence(problem)));
    }

    private static void show(Entry entry, Cancellation of, @Nullable DownloadProgress progress) {
        if (progress != null && of.equals(entry.running)) {
            entry.show(State.RUNNING, progress.done(), progress.total(), "");
        }
    }

    private void end(Entry entry, String trouble) {
        entry.running = null;
        look(entry, trouble, () -> ended.accept(entry));
    }

    /** Stops the download; what has come is kept. */
    public void stop(Entry entry) {
        Cancellation running = entry.running;
        if (running != null) {
            running.cancel();
        }
    }

    /** Stops every download, because the program ends. */
    public void stopAll() {
        entries.forEach(this::stop);
    }

    private static String sentence(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }
}
