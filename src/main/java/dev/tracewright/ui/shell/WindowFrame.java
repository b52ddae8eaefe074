package dev.tracewright.ui.shell;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.SaveQueue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window itself: its size, its title, counting time only while it is in front, and closing without losing work. */
public final class WindowFrame {
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 600;

    private WindowFrame() {}

    /** Shows the window. */
    public static void show(Stage stage, ShellView shell, ShellViewModel model) {
        stage.setTitle("Tracewright");
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(1440, screen.getWidth()));
        stage.setHeight(Math.min(900, screen.getHeight()));
        model.session()
                .addListener((property, before, now) ->
                        stage.setTitle(now == null ? "Tracewright" : now.store().name() + " – Tracewright"));
        stage.focusedProperty().addListener((property, before, now) -> {
            AnnotateViewModel annotate = shell.annotateModel();
            if (annotate != null && now) {
                annotate.clock().resume();
            } else if (annotate != null) {
                annotate.clock().pause();
            }
        });
        stage.setOnCloseRequest(event -> {
            event.consume();
            closeWhenKept(stage, shell, model);
        });
        stage.show();
    }

    /** Stops running model calls, waits until what came of it and everything else is on disk, and closes then. */
    private static void closeWhenKept(Stage stage, ShellView shell, ShellViewModel model) {
        AnnotateViewModel annotate = shell.annotateModel();
        OpenSession session = model.session().get();
        if (annotate == null || session == null) {
            stage.hide();
            return;
        }
        Runnable again = () -> Ui.soon(() -> closeWhenKept(stage, shell, model)); // after the answer was added
        if (annotate.desk().isBusy()) {
            whenOver(annotate.desk().job(), again);
            annotate.stop();
            return;
        }
        if (annotate.desk().opinions().isBusy()) {
            whenOver(annotate.desk().opinions().job(), again);
            annotate.desk().opinions().stop();
            return;
        }
        if (annotate.desk().verifier().isBusy()) {
            whenOver(annotate.desk().verifier().job(), again);
            annotate.desk().verifier().stop();
            return;
        }
        RunsViewModel runs = shell.runsModel();
        if (runs != null && runs.busy().get()) {
            runs.stopAll(again);
            return;
        }
        model.tasks()
                .run(
                        () -> session.saves().drain(),
                        saved -> {
                            if (mayClose(stage, session)) {
                                stage.hide();
                            }
                        },
                        problem -> stage.hide());
    }

    private static <T> void whenOver(ReadOnlyObjectProperty<@Nullable T> job, Runnable next) {
        job.addListener(new ChangeListener<@Nullable T>() {
            @Override
            public void changed(ObservableValue<? extends @Nullable T> property, @Nullable T before, @Nullable T now) {
                if (now == null) {
                    job.removeListener(this);
                    next.run();
                }
            }
        });
    }

    private static boolean mayClose(Stage stage, OpenSession session) {
        if (!(session.saves().state().get() instanceof SaveQueue.State.Failed failed)) {
            return true;
        }
        Alert question = new Alert(
                Alert.AlertType.WARNING,
                Texts.of("shell.unsaved.text", failed.message()),
                ButtonType.CANCEL,
                ButtonType.YES);
        question.initOwner(stage);
        question.setHeaderText(Texts.of("shell.unsaved.title"));
        Theme.dress(question.getDialogPane(), stage);
        return question.showAndWait().orElse(ButtonType.CANCEL) == ButtonType.YES;
    }
}
