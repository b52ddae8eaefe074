package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.work.ItemQueue;
import dev.tracewright.work.QueueFilter;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says that the queue shows the answers behind a figure of the results only, and shows all again when it is pressed. */
final class OnlyChip extends Chip {
    /** The key that goes to the screen of results. */
    private static final String BACK = "Ctrl 4";

    private final ItemQueue queue;

    OnlyChip(ItemQueue queue) {
        super("");
        this.queue = queue;
        setId("filter-only");
        getStyleClass().addAll("finding-chip", "only-chip");
        setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> {
            queue.setFilter(queue.filter().withOnly(null));
            show();
        });
        show();
    }

    /** Shows which answers the queue is kept to, if it is. */
    void show() {
        QueueFilter.Only only = queue.filter().only();
        setVisible(only != null);
        setManaged(only != null);
        setSelected(true);
        if (only != null) {
            setText(only.title());
            setAccessibleText(Texts.of("queue.only.remove", only.title()));
            setTooltip(new Tooltip(Texts.of("queue.only.hint", only.title(), BACK)));
        }
    }
}
