package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.CellProgress;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.work.OpenStudy;
import dev.tracewright.work.PreparedStudy;
import dev.tracewright.work.StudyDesk;
import dev.tracewright.work.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The studies of the open session and how far their runs are. Runs are looked at away from the screen, five times a second
 * while one is active, so that the screen has as much to do with a thousand calls at once as with one.
 */
public final class RunsViewModel {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final StudyDesk desk;
    private final TaskRunner tasks;
    private final BiConsumer<Duration, Runnable> delay;
    private final LongSupplier nanos;
    private final Consumer<StudyEntry> ended;
    private final ObservableList<StudyEntry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable StudyEntry> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Cell> cell = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<LiveOutput.@Nullable Seen> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<StudyCall, String>> failures = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final LiveOutput output = new LiveOutput();
    private boolean looking;
    private boolean lookAgain;
    private boolean waiting;
    private boolean released;

    /** What a look has seen. */
    private record Looked(
            Map<StudyEntry, RunProgress> progress, LiveOutput.@Nullable Seen live, Map<StudyCall, String> failures) {}

    /**
     * @param desk the studies of the session
     * @param tasks runs what takes time
     * @param delay runs an action after a while on the screen's thread
     * @param nanos the clock that rates are measured with
     * @param ended hears that a run has come to its end by itself
     */
    public RunsViewModel(
            StudyDesk desk,
            TaskRunner tasks,
            BiConsumer<Duration, Runnable> delay,
            LongSupplier nanos,
            Consumer<StudyEntry> ended) {
        this.desk = desk;
        this.tasks = tasks;
        this.delay = delay;
        this.nanos = nanos;
        this.ended = ended;
        chosen.addListener((property, before, now) -> {
            cell.set(null);
            live.set(null);
            if (now != null) {
                open(now, () -> {});
            }
        });
        cell.addListener((property, before, now) -> look());
    }

    // -- The list
    // ------------------------------------------------------------------------------------------------------

    /** Reads the studies of the session, and chooses the newest one where none is chosen. */
    public void load() {
        tasks.run(desk::studies, this::list, this::tell);
    }

    private void list(List<StudyDesk.Listed> listed) {
        for (StudyDesk.Listed study : listed) {
            if (find(study.study().id()) == null) {
                entries.addFirst(new StudyEntry(study, nanos.getAsLong()));
            }
        }
        loaded.set(true);
        if (chosen.get() == null && !entries.isEmpty()) {
            chosen.set(entries.getFirst());
        }
    }

    private @Nullable StudyEntry find(String id) {
        return entries.stream()
                .filter(entry -> entry.stored().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Keeps a study that is ready in the session and chooses it; {@code then} hears it once it can be started. */
    public void keep(PreparedStudy prepared, Consumer<StudyEntry> then) {
        trouble.set("");
        tasks.run(() -> desk.open(prepared), study -> then.accept(kept(study)), this::tell);
    }

    private StudyEntry kept(OpenStudy study) {
        StudyEntry known = find(study.study().id());
        StudyEntry now = new StudyEntry(study);
        if (known == null) {
            entries.addFirst(now);
        } else if (known.run() == study.run()) {
            now = known;
        } else {
            entries.set(entries.indexOf(known), now); // the same study with another budget, or opened anew
        }
        chosen.set(now);
        look();
        return now;
    }

    /** The studies' desk, for preparing plans. */
    StudyDesk desk() {
        return desk;
    }

    private void tell(Throwable problem) {
        trouble.set(sentence(problem));
    }

    private void open(StudyEntry entry, Runnable then) {
        if (entry.plan() == null) {
            return;
        }
        if (entry.run() != null) {
            look();
            then.run();
            return;
        }
        tasks.run(
                () -> desk.reopen(entry.stored().id()),
                opened -> {
                    if (entry.run() == null) {
                        entry.opened(opened);
                    }
                    look();
                    then.run();
                },
                problem -> entry.failed(sentence(problem)));
    }

    // -- Orders
    // --------------------------------------------------------------------------------------------------------

    /** Begins, or goes on after a pause or a stop. */
    public void start(StudyEntry entry) {
        entry.askedToStop(false);
        order(entry, StudyRun::start);
    }

    /** Lets calls under way come to their end and begins no further one. */
    public void pause(StudyEntry entry) {
        order(entry, StudyRun::pause);
    }

    /** Breaks off the calls under way; a later start asks them again. */
    public void stop(StudyEntry entry) {
        entry.askedToStop(true);
        order(entry, StudyRun::stop);
    }

    /** Asks again what was given up. */
    public void retryFailed(StudyEntry entry) {
        entry.askedToStop(false);
        order(entry, run -> {
            run.retryFailed();
            run.start();
        });
    }

    private void order(StudyEntry entry, Consumer<StudyRun> action) {
        StudyRun run = entry.run();
        if (run == null) {
            open(entry, () -> order(entry, action));
            return;
        }
        tasks.run(
                () -> {
                    action.accept(run);
                    return true;
                },
                done -> look(),
                problem -> {
                    entry.failed(sentence(problem));
                    look();
                });
    }

    /** Stops every run and waits, away from the screen, until no call is under way; then runs {@code then}. */
    public void stopAll(Runnable then) {
        entries.forEach(entry -> entry.askedToStop(true));
        tasks.run(
                () -> {
                    desk.close();
                    return true;
                },
                done -> {
                    look();
                    busy.set(false);
                    then.run();
                },
                problem -> then.run());
    }

    /** Whether a call is under way or about to be. */
    public boolean underWay() {
        return entries.stream().anyMatch(StudyEntry::underWay);
    }

    /** Looks no more, because the session goes. */
    public void release() {
        released = true;
    }

    // -- Looking
    // -------------------------------------------------------------------------------------------------------

    private void look() {
        if (looking || released) {
            lookAgain = true;
            return;
        }
        looking = true;
        lookAgain = false;
        StudyEntry watched = chosen.get();
        Cell place = place(watched);
        List<StudyEntry> open =
                entries.stream().filter(entry -> entry.run() != null).toList();
        tasks.run(
                () -> {
                    Map<StudyEntry, RunProgress> progress = new LinkedHashMap<>();
                    for (StudyEntry entry : open) {
                        progress.put(entry, Objects.requireNonNull(entry.run()).progress());
                    }
                    StudyRun run = watched == null ? null : watched.run();
                    return run == null || place == null
                            ? new Looked(progress, null, Map.of())
                            : new Looked(progress, output.look(run, place), run.failed(place));
                },
                looked -> show(looked, watched, place),
                problem -> {
                    looking = false;
                    tell(problem);
                });
    }

    /** The cell in view: the one that was chosen, else the first one in which a call is under way. */
    private @Nullable Cell place(@Nullable StudyEntry watched) {
        RunPicture picture = watched == null ? null : watched.picture().get();
        if (cell.get() != null || picture == null) {
            return cell.get();
        }
        return picture.progress().cells().stream()
                .filter(progress -> progress.running() > 0)
                .map(CellProgress::cell)
                .findFirst()
                .orElse(null);
    }

    private void show(Looked looked, @Nullable StudyEntry watched, @Nullable Cell place) {
        looking = false;
        if (released) {
            return;
        }
        long now = nanos.getAsLong();
        List<StudyEntry> over = new ArrayList<>();
        looked.progress().forEach((entry, progress) -> {
            if (entry.show(progress, now)) {
                over.add(entry);
            }
        });
        if (watched == chosen.get()) {
            live.set(looked.live());
            failures.set(place != null && place.equals(cell.get()) ? looked.failures() : Map.of());
        }
        busy.set(entries.stream().anyMatch(StudyEntry::active));
        over.forEach(ended);
        if (lookAgain) {
            look();
        } else if (busy.get() && !waiting) {
            waiting = true;
            delay.accept(LOOK_AGAIN, () -> {
                waiting = false;
                look();
            });
        }
    }

    private static String sentence(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    /** The studies, the newest first. */
    public ObservableList<StudyEntry> entries() {
        return entries;
    }

    /** The study that is shown, or null. */
    public ObjectProperty<@Nullable StudyEntry> chosen() {
        return chosen;
    }

    /** The cell that the person chose, or null. */
    public ObjectProperty<@Nullable Cell> cell() {
        return cell;
    }

    /** The output that comes just now in the cell in view, or null. */
    ReadOnlyObjectProperty<LiveOutput.@Nullable Seen> live() {
        return live.getReadOnlyProperty();
    }

    /** What was given up in the chosen cell, with the reasons. */
    public ReadOnlyObjectProperty<Map<StudyCall, String>> failures() {
        return failures.getReadOnlyProperty();
    }

    /** What went wrong with the list itself, or empty. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether a run is active. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the list has been read. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }
}
