package dev.tracewright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The one place where threads meet the toolkit, and small helpers that every view needs. */
public final class Ui {
    private Ui() {}

    /** Runs {@code action} on the screen's thread: at once where this is it, soon otherwise. */
    public static void later(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Runs {@code action} after the present event and its layout. */
    public static void soon(Runnable action) {
        Platform.runLater(action);
    }

    /** An empty region that takes the room that is left in a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Listeners that a view hangs on its model, released together when the view leaves the screen. */
    public static final class Bonds {
        private final List<Runnable> releases = new ArrayList<>();

        /** Calls {@code action} now and at every change. */
        public <T> void follow(ObservableValue<T> value, Runnable action) {
            ChangeListener<T> listener = (property, before, now) -> action.run();
            value.addListener(listener);
            releases.add(() -> value.removeListener(listener));
            action.run();
        }

        /** Runs {@code release} when the view leaves. */
        public void onRelease(Runnable release) {
            releases.add(release);
        }

        public void release() {
            releases.forEach(Runnable::run);
            releases.clear();
        }
    }

    /** Whether a node is another one or somewhere below it. */
    public static boolean isWithin(@Nullable Node node, Node above) {
        Node at = node;
        while (at != null && !at.equals(above)) {
            at = at.getParent();
        }
        return at != null;
    }
}
