package dev.tracewright.ui.shell;

import dev.tracewright.exchange.BadRow;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.ImportReport;
import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.exchange.report.Report;
import dev.tracewright.exchange.report.ReportFolder;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.ExampleSession;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Stamps;
import dev.tracewright.work.TaskRunner;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which session is open, and bringing files in and out of it; no control is known here. */
public final class ShellViewModel {
    private static final int SHOWN_BAD_ROWS = 5;

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Stamps stamps;
    private final Supplier<String> annotator;
    private final Consumer<Notice> notices;
    private final ReadOnlyObjectWrapper<@Nullable OpenSession> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable FileJob> job = new ReadOnlyObjectWrapper<>();

    private record Opened(SessionStore store, List<ItemRow> rows) {}

    /**
     * @param workspace the sessions
     * @param tasks runs what takes time
     * @param stamps where keys and times come from
     * @param annotator the name under which the person labels
     * @param notices hears what the person should know
     */
    public ShellViewModel(
            Workspace workspace,
            TaskRunner tasks,
            Stamps stamps,
            Supplier<String> annotator,
            Consumer<Notice> notices) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.stamps = stamps;
        this.annotator = annotator;
        this.notices = notices;
    }

    public TaskRunner tasks() {
        return tasks;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The open session, or null. */
    public ReadOnlyObjectProperty<@Nullable OpenSession> session() {
        return session.getReadOnlyProperty();
    }

    /** The import or export that is running, or null. */
    public ReadOnlyObjectProperty<@Nullable FileJob> job() {
        return job.getReadOnlyProperty();
    }

    /** Whether a session is being opened. */
    public ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /** Opens a session by name or path; the present one stays open when that fails. */
    public void open(String nameOrPath) {
        openOr(nameOrPath, () -> {});
    }

    /** Opens a session by name or path; where that fails, says so and does {@code otherwise}. */
    public void openOr(String nameOrPath, Runnable otherwise) {
        switchTo(() -> workspace.open(nameOrPath), "shell.open.failed", otherwise);
    }

    /** Makes the example if it is not there, and opens it. */
    public void openExample(Path home) {
        switchTo(
                () -> {
                    ExampleSession.make(workspace, home);
                    return workspace.open(Workspace.EXAMPLE);
                },
                "shell.example.failed",
                () -> {});
    }

    /** Makes a new session and opens it. */
    public void create(String name) {
        switchTo(() -> workspace.create(name), "shell.create.failed", () -> {});
    }

    /**
     * Reads files into the open session, one after the other.
     *
     * @param done hears what each file held, on the screen's thread
     */
    public void importFiles(List<Path> files, ImportOptions options, Consumer<List<ImportReport>> done) {
        OpenSession open = session.get();
        if (open == null || job.get() != null || files.isEmpty()) {
            return;
        }
        FileJob running = new FileJob(Texts.of("shell.importing"));
        job.set(running);
        tasks.run(
                () -> {
                    List<String> lines = new ArrayList<>();
                    List<ImportReport> reports = new ArrayList<>();
                    boolean clean = true;
                    long before = 0;
                    for (Path file : files) {
                        long offset = before;
                        long[] last = new long[1];
                        try {
                            Transfer.Outcome outcome = Transfer.read(
                                    file,
                                    options,
                                    open.store(),
                                    read -> {
                                        last[0] = read;
                                        tasks.later(() -> running.records().set(offset + read));
                                    },
                                    running::isCancelled);
                            lines.add(describe(outcome));
                            reports.add(outcome.report());
                            clean &= outcome.report().clean();
                        } catch (CancellationException e) {
                            lines.add(file.getFileName() + ": " + e.getMessage());
                            clean = false;
                            break;
                        } catch (RuntimeException e) {
                            lines.add(Objects.requireNonNullElse(e.getMessage(), e.toString()));
                            clean = false;
                        }
                        before += last[0];
                    }
                    boolean allClean = clean;
                    return new Imported(lines, reports, allClean, open.store().items(open.annotator()));
                },
                imported -> {
                    job.set(null);
                    open.queue().load(imported.rows());
                    notices.accept(new Notice(
                            imported.clean() ? Notice.Kind.DONE : Notice.Kind.WARNING,
                            Texts.of(imported.clean() ? "shell.imported" : "shell.imported.partly"),
                            String.join("\n", imported.lines())));
                    done.accept(imported.reports());
                },
                problem -> {
                    job.set(null);
                    notices.accept(failed("shell.import.failed", problem));
                });
    }

    private record Imported(List<String> lines, List<ImportReport> reports, boolean clean, List<ItemRow> rows) {}

    /** Writes the records of the open session to a file. */
    public void export(RecordWriter.Format format, Path target) {
        OpenSession open = session.get();
        if (open == null || job.get() != null) {
            return;
        }
        job.set(new FileJob(Texts.of("shell.exporting")));
        tasks.run(
                () -> {
                    open.saves().drain();
                    return Transfer.write(open.store(), format, target);
                },
                written -> {
                    job.set(null);
                    notices.accept(new Notice(
                            Notice.Kind.DONE,
                            Texts.of("shell.exported"),
                            Texts.of("shell.exported.text", written, target.toString())));
                },
                problem -> {
                    job.set(null);
                    notices.accept(failed("shell.export.failed", problem));
                });
    }

    /**
     * Writes a report into a folder, unless files are being read or written already.
     *
     * @param made makes the report, away from the screen
     */
    public void saveReport(Supplier<Report> made, Path folder) {
        if (job.get() != null) {
            notices.accept(new Notice(
                    Notice.Kind.WARNING, Texts.of("results.report.busy"), Texts.of("results.report.busy.text")));
            return;
        }
        FileJob running = new FileJob(Texts.of("results.report.saving"), "shell.files");
        job.set(running);
        tasks.run(
                () -> ReportFolder.write(
                        folder,
                        made.get(),
                        (done, total) -> tasks.later(() -> running.records().set(done)),
                        running::isCancelled),
                written -> {
                    job.set(null);
                    notices.accept(new Notice(
                            Notice.Kind.DONE,
                            Texts.of("results.report.saved"),
                            Texts.of(
                                    "results.report.saved.text",
                                    written.files(),
                                    folder.resolve(ReportFolder.PAGE).toString())));
                },
                problem -> {
                    job.set(null);
                    notices.accept(
                            problem instanceof CancellationException
                                    ? new Notice(
                                            Notice.Kind.WARNING,
                                            Texts.of("results.report.stopped"),
                                            Texts.of("results.report.stopped.text"))
                                    : failed("results.report.failed", problem));
                });
    }

    /** Waits until everything is on disk and closes the session; blocks, for the end of the program. */
    public void close() {
        OpenSession open = session.get();
        if (open != null) {
            open.close();
        }
    }

    private void switchTo(Callable<SessionStore> source, String failure, Runnable otherwise) {
        opening.set(true);
        tasks.run(
                () -> {
                    SessionStore store = source.call();
                    return new Opened(store, store.items(annotator.get()));
                },
                opened -> {
                    opening.set(false);
                    OpenSession before = session.get();
                    OpenSession now = new OpenSession(opened.store(), annotator.get(), tasks, stamps);
                    now.queue().load(opened.rows());
                    now.findings().start();
                    session.set(now);
                    if (before != null) {
                        tasks.run(
                                () -> {
                                    before.close();
                                    return true;
                                },
                                closed -> {},
                                problem -> notices.accept(failed("shell.close.failed", problem)));
                    }
                },
                problem -> {
                    opening.set(false);
                    notices.accept(failed(failure, problem));
                    otherwise.run();
                });
    }

    private static Notice failed(String title, Throwable problem) {
        return new Notice(
                Notice.Kind.FAILED,
                Texts.of(title),
                Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
    }

    private static String describe(Transfer.Outcome outcome) {
        ImportReport report = outcome.report();
        String text = report.summary();
        if (outcome.added().alreadyThere() > 0) {
            text += " " + Texts.of("shell.import.already", outcome.added().alreadyThere());
        }
        if (report.badRows() > 0) {
            text += "\n"
                    + report.firstBadRows().stream()
                            .limit(SHOWN_BAD_ROWS)
                            .map(BadRow::describe)
                            .collect(Collectors.joining("\n"));
            if (report.badRows() > SHOWN_BAD_ROWS) {
                text += "\n" + Texts.of("shell.import.more-bad", report.badRows() - SHOWN_BAD_ROWS);
            }
        }
        return text;
    }
}
