package dev.tracewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tracewright.settings.Settings;
import dev.tracewright.trace.Step;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.ui.annotate.Phase;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.ui.shell.WindowFrame;
import dev.tracewright.work.DatasetShelf;
import dev.tracewright.work.SaveQueue;
import dev.tracewright.work.Sheet;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A person before the whole window: opens it, presses keys, looks at what is shown, and closes it as the window bar does. */
final class WindowHarness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 4;

    /** Without the newcomer's hint, in light colours, labelling as "ann". */
    static final Settings USUAL = Settings.DEFAULT
            .withHintDismissed(true)
            .withAppearance(new Settings.Appearance(Settings.Theme.LIGHT, 100, "en"))
            .withAnnotating(
                    new Settings.Annotating(true, new Settings.Hiding(Settings.Blind.SEVERAL, false, false), "ann"));

    private final Robot robot = on(Robot::new);
    final AnsweredDialogs dialogs = new AnsweredDialogs();
    final List<Settings> kept = new ArrayList<>();
    /** Stands for the system's, which belongs to whoever runs the tests. */
    final OpenKeychain keychain = new OpenKeychain();

    private final Stage stage;
    private final Composition built;
    private final WindowTrouble trouble;

    private WindowHarness(
            Workspace workspace,
            Settings settings,
            BiConsumer<Duration, Runnable> delay,
            DatasetShelf shelf,
            WindowTrouble trouble) {
        this.trouble = trouble;
        Path home = Path.of("").toAbsolutePath();
        Stage[] shown = new Stage[1];
        built = on(() -> {
            Stage window = new Stage();
            shown[0] = window;
            Composition composition =
                    Composition.build(home, workspace, settings, kept::add, window, dialogs, delay, shelf, keychain);
            WindowFrame.show(window, composition.shell(), composition.model());
            window.requestFocus();
            return composition;
        });
        stage = shown[0];
        does(built::openFirst);
    }

    /** Opens the window on the sessions of a folder and waits until its first item (or the empty session) is shown. */
    static WindowHarness open(Path sessions) {
        return open(sessions, USUAL, ShellView::after);
    }

    static WindowHarness open(Path sessions, Settings settings, BiConsumer<Duration, Runnable> delay) {
        return open(sessions, settings, delay, new DatasetShelf(sessions, List.of()));
    }

    static WindowHarness open(
            Path sessions, Settings settings, BiConsumer<Duration, Runnable> delay, DatasetShelf shelf) {
        WindowTrouble trouble = WindowTrouble.watch();
        WindowHarness window = new WindowHarness(new Workspace(sessions), settings, delay, shelf, trouble);
        window.until("a session is open", () -> window.built.shell().annotateModel() != null);
        window.untilSettled();
        return window;
    }

    // -- Doing
    // ---------------------------------------------------------------------------------------------------------

    /** Presses the keys together and lets go of them in the opposite order. */
    void press(KeyCode... keys) {
        until("the keyboard is somewhere", () -> focused().getScene() != null);
        does(() -> {
            Parent root = focused().getScene().getRoot();
            root.applyCss();
            root.layout();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    void press(int times, KeyCode key) {
        for (int i = 0; i < times; i++) {
            press(key);
        }
    }

    /** Types a text: small letters with their keys, and what a keyboard writes in its own way as the written character. */
    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                press(KeyCode.valueOf(String.valueOf(Character.toUpperCase(c))));
            } else {
                String written = String.valueOf(c);
                does(() -> {
                    key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED);
                    key(KeyEvent.KEY_TYPED, written);
                    key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED);
                });
            }
        }
    }

    private void key(EventType<KeyEvent> type, String written) {
        Event.fireEvent(focused(), new KeyEvent(type, written, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    void click(String id) {
        click(id, 1);
    }

    /** Clicks in the middle of a node. */
    void click(String id, int times) {
        layout();
        Node node = node(id);
        does(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            for (int i = 0; i < times; i++) {
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseRelease(MouseButton.PRIMARY);
            }
        });
    }

    /**
     * Drags a node to a place on the screen. The virtual screen forgets the pressed button while the mouse moves, so the node
     * is told what a real one tells it.
     */
    void drag(Node node, Point2D to) {
        does(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Point2D from = new Point2D(bounds.getCenterX(), bounds.getCenterY());
            mouse(node, MouseEvent.MOUSE_PRESSED, from);
            mouse(node, MouseEvent.MOUSE_DRAGGED, from.midpoint(to));
            mouse(node, MouseEvent.MOUSE_DRAGGED, to);
            mouse(node, MouseEvent.MOUSE_RELEASED, to);
        });
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D screen) {
        Point2D inScene = node.localToScene(node.screenToLocal(screen));
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    /** Where the keyboard is. */
    Node focused() {
        return Objects.requireNonNull(on(() -> {
            for (Window window : List.copyOf(Window.getWindows()).reversed()) {
                if (window instanceof Stage
                        && window.isFocused()
                        && window.getScene() != null
                        && window.getScene().getFocusOwner() != null) {
                    return window.getScene().getFocusOwner();
                }
            }
            return Objects.requireNonNullElse(scene().getFocusOwner(), scene().getRoot());
        }));
    }

    // -- Looking
    // -------------------------------------------------------------------------------------------------------

    Scene scene() {
        return stage.getScene();
    }

    Stage stage() {
        return stage;
    }

    Composition built() {
        return built;
    }

    AnnotateViewModel model() {
        return Objects.requireNonNull(on(() -> built.shell().annotateModel()));
    }

    /** The model of the Runs screen. */
    RunsViewModel runs() {
        return Objects.requireNonNull(on(() -> built.shell().runsModel()));
    }

    /** Whether a notice is shown at the edge of the window. */
    static boolean tells() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof javafx.stage.Popup && window.isShowing());
    }

    /** The node with this id in any open window; waits for it, except on the screen's thread, where none would come. */
    Node node(String id) {
        if (Platform.isFxApplicationThread()) {
            return Objects.requireNonNull(find(id), "#" + id);
        }
        until("#" + id + " is there", () -> find(id) != null);
        return Objects.requireNonNull(on(() -> find(id)));
    }

    boolean shows(String id) {
        return on(() -> {
            Node node = find(id);
            return node != null && isShown(node);
        });
    }

    String text(String id) {
        return on(() -> ((Labeled) node(id)).getText());
    }

    private static @Nullable Node find(String id) {
        for (Window window : List.copyOf(Window.getWindows())) {
            Node node = window.getScene() == null ? null : window.getScene().lookup("#" + id);
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** The instructions of the shown item as they stand. */
    List<String> steps() {
        AnnotateViewModel model = model();
        return on(() -> sheet(model).steps().steps().stream().map(Step::body).toList());
    }

    static Sheet sheet(AnnotateViewModel model) {
        return Objects.requireNonNull(model.sheet().get());
    }

    /** The value that the shown answer states. */
    String stated() {
        AnnotateViewModel model = model();
        return on(() -> Objects.requireNonNull(
                        Objects.requireNonNull(sheet(model).judgement()).stated())
                .value());
    }

    /** The key of the shown item. */
    String key() {
        AnnotateViewModel model = model();
        return on(() -> Objects.requireNonNull(model.queue().current().get()).key());
    }

    // -- Waiting
    // -------------------------------------------------------------------------------------------------------

    /** Waits until this holds on the screen's thread. */
    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("waited " + PATIENCE.toSeconds() + " s in vain until " + what + "; the keyboard is at "
                        + on(() -> focused().toString()) + " of " + on(() -> scene().getFocusOwner()) + ", step "
                        + on(() -> model().selectedStep().get()) + " is selected, "
                        + on(() -> model().phase().get()));
            }
            pause();
        }
    }

    /** Waits until the current item is on the screen and nothing is on its way. */
    void untilSettled() {
        AnnotateViewModel model = model();
        until("the item is shown", () -> {
            var row = model.queue().current().get();
            var item = model.item().get();
            return model.phase().get() == Phase.EMPTY
                    || (model.phase().get() == Phase.READY
                            && row != null
                            && item != null
                            && item.row().key().equals(row.key()));
        });
        layout();
    }

    /** Lays the window out now instead of at the next pulse. */
    void layout() {
        does(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        });
    }

    void untilSaved() {
        AnnotateViewModel model = model();
        until("everything is saved", () -> model.session().saves().state().get() instanceof SaveQueue.State.Saved);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does something on the screen's thread and returns what came of it. */
    static <T extends @Nullable Object> T on(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) { // whatever it is must reach the test
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the window failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void does(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Closes the window and the session; fails when anything was thrown on the way or the style sheet is faulty. */
    @Override
    public void close() {
        does(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (!window.equals(stage)) {
                    window.hide();
                }
            }
            stage.hide();
        });
        built.close();
        assertThat(trouble.stop()).as("exceptions and style sheet warnings").isEmpty();
    }
}
