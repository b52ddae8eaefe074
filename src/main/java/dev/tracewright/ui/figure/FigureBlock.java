package dev.tracewright.ui.figure;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Selection;
import dev.tracewright.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A chart with its title, how to read it, the same figures as a table for who wants them, and the ways to take it out. */
final class FigureBlock extends VBox implements Squeezable {
    /** A chart may become as small as this part of its size before it goes into a row of its own. */
    private static final double READABLE = 0.78;

    private final FigureView drawn;

    FigureBlock(Figure figure, String title, Consumer<Selection> open, Handout handout, Looks looks) {
        getStyleClass().add("block");
        drawn = new FigureView(figure, open);
        WideScroll chart = new WideScroll(drawn);
        ToggleButton asTable = new ToggleButton(null, new FontIcon(MaterialDesignT.TABLE));
        asTable.setId("as-table-" + figure.id());
        asTable.getStyleClass().addAll("flat", "button-icon", "as-table");
        asTable.setAccessibleText(Texts.of("figure.as-table.accessible", figure.title()));
        asTable.setTooltip(new Tooltip(Texts.of("figure.as-table")));
        asTable.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        new BlockHead(title, figure.subtitle(), asTable, HandoutMenu.of(figure, drawn, handout)),
                        chart);
        boolean before = looks.asTables().contains(figure.id());
        asTable.selectedProperty().subscribe(table -> {
            if (table) {
                looks.asTables().add(figure.id());
                TableGrid grid = new TableGrid(figure.table(), open);
                HandoutMenu.of(figure.table(), grid, handout);
                getChildren().set(1, new WideScroll(grid));
            } else {
                looks.asTables().remove(figure.id());
                getChildren().set(1, chart);
            }
        });
        asTable.setSelected(before);
    }

    @Override
    public double readableWidth() {
        return READABLE * drawn.prefWidth(-1);
    }
}
