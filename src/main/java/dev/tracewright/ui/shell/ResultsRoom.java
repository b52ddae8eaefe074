package dev.tracewright.ui.shell;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.figure.Handout;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.ui.inspect.ComparisonModel;
import dev.tracewright.ui.inspect.InspectView;
import dev.tracewright.ui.results.ResultsContext;
import dev.tracewright.ui.results.ResultsPicture;
import dev.tracewright.ui.results.ResultsView;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.ResultReport;
import dev.tracewright.work.ResultsDesk;
import java.util.List;
import java.util.function.Consumer;

/** The two screens that show the counted answers of one session: they share what was counted and the filter. */
final class ResultsRoom {
    private final ResultsViewModel model;
    private final ResultsView results;
    private final InspectView inspect;

    /**
     * What the room asks of the window.
     *
     * @param show shows answers on the Annotate screen
     * @param annotate goes to the Annotate screen
     * @param ways how answers come into a session
     * @param tell hears what became of copying and saving
     */
    record Window(Consumer<ResultsDesk.Opened> show, Action annotate, List<Action> ways, Consumer<Notice> tell) {}

    ResultsRoom(
            OpenSession session,
            ResultsViewModel model,
            ShellViewModel shell,
            FileDialogs dialogs,
            ShellParts.AnnotateParts parts,
            Window window) {
        this.model = model;
        Handout handout = new Handout(dialogs, parts.tasks(), new Handout.Told() {
            @Override
            public void done(String text) {
                window.tell().accept(new Notice(Notice.Kind.DONE, Texts.of("figure.done"), text));
            }

            @Override
            public void failed(String text) {
                window.tell().accept(new Notice(Notice.Kind.FAILED, Texts.of("figure.failed"), text));
            }
        });
        ResultsContext context = new ResultsContext(handout, window.show(), window.annotate(), window.ways(), () -> {
            ResultsPicture picture = model.picture().get();
            if (picture != null) {
                dialogs.reportFolder()
                        .ifPresent(folder ->
                                shell.saveReport(() -> ResultReport.of(session.store(), picture.answered()), folder));
            }
        });
        results = new ResultsView(model, context);
        inspect = new InspectView(
                model,
                new ComparisonModel(session, parts.tasks(), () -> model.filter().get()),
                context);
    }

    ResultsViewModel model() {
        return model;
    }

    ResultsView results() {
        return results;
    }

    InspectView inspect() {
        return inspect;
    }

    /** Lets go of the session. */
    void release() {
        results.release();
        inspect.release();
        model.release();
    }
}
