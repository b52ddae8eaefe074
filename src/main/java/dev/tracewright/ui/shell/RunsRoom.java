package dev.tracewright.ui.shell;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.ui.runs.RunPicture;
import dev.tracewright.ui.runs.RunsContext;
import dev.tracewright.ui.runs.RunsView;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.ui.runs.StudyEntry;
import dev.tracewright.work.OpenSession;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The screen of one session's studies, and how their answers come into the queue. */
final class RunsRoom {
    private final Window window;
    private final RunsViewModel model;
    private final RunsView view;
    private final RunAnswers answers;

    /**
     * What the room asks of the window.
     *
     * @param open whether the session is still the open one
     * @param looking whether the queue is on the screen
     * @param showOnly shows the answers of a delegator (empty for none) and a solver on the Annotate screen
     * @param settings opens the settings, where servers are set up
     * @param tell hears what became of runs
     */
    record Window(
            BooleanSupplier open,
            BooleanSupplier looking,
            BiConsumer<String, String> showOnly,
            Action settings,
            Consumer<Notice> tell) {}

    RunsRoom(OpenSession session, ShellParts parts, FileDialogs dialogs, Window window) {
        this.window = window;
        model = new RunsViewModel(
                parts.runs().deskFor().apply(session),
                parts.annotate().tasks(),
                parts.annotate().delay(),
                System::nanoTime,
                this::ended);
        view = new RunsView(
                model,
                new RunsContext(
                        session.store(),
                        parts.annotate().delay(),
                        dialogs,
                        parts.annotate().models(),
                        parts.runs().servers(),
                        parts.runs().findLocal(),
                        parts.runs().downloaded(),
                        window.settings(),
                        this::showAnswers),
                parts.annotate().tasks());
        answers = new RunAnswers(session, parts.annotate(), window.open(), window.looking(), window.tell());
        answers.follow(model);
        model.load();
    }

    RunsViewModel model() {
        return model;
    }

    RunsView view() {
        return view;
    }

    /** Brings what studies have answered into the queue; {@code then} runs when it is there. */
    void bringAnswers(Runnable then) {
        answers.bring(then);
    }

    /** Lets go of the session. */
    void release() {
        view.release();
        model.release();
    }

    private void ended(StudyEntry entry) {
        RunPicture picture = entry.picture().get();
        if (picture != null) {
            RunProgress progress = picture.progress();
            boolean clean = progress.failed() == 0 && progress.stopped() == null;
            window.tell()
                    .accept(new Notice(
                            clean ? Notice.Kind.DONE : Notice.Kind.WARNING,
                            Texts.of(
                                    "runs.ended." + progress.phase().key(),
                                    entry.stored().name()),
                            Texts.of("runs.ended.text", progress.done(), progress.total(), progress.failed())
                                    + (progress.stopped() == null ? "" : "\n" + progress.stopped())));
        }
        bringAnswers(() -> {});
    }

    /** Shows the answers of a cell: those of its solver with its delegator's steps. */
    private void showAnswers(RunProgress.Cell cell) {
        bringAnswers(() -> window.showOnly()
                .accept(
                        cell.delegator() == null ? "" : cell.delegator().model(),
                        cell.model().model()));
    }
}
