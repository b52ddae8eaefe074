package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.KeyCap;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.MenuItem;

/** What the context menu of a passage offers about the steps it performs. */
final class LinkMenu {
    private LinkMenu() {}

    /** @param choose asks for the steps of the passage at a position */
    static List<MenuItem> items(AnnotateViewModel model, int position, IntConsumer choose) {
        if (!model.corrections().possible()) {
            return List.of(StatusMenu.explanation(model));
        }
        MenuItem steps = item("action.correct.links", "L", () -> choose.accept(position));
        steps.setId("choose-links");
        return List.of(
                steps,
                item(
                        "action.correct.link-previous",
                        "[",
                        () -> model.corrections().moveLink(-1)),
                item("action.correct.link-next", "]", () -> model.corrections().moveLink(1)));
    }

    private static MenuItem item(String words, String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(words), new KeyCap(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
