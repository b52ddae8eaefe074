package dev.tracewright.ui.figure;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Selection;
import dev.tracewright.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A table with what belongs to it: its title, how it was made, what must be said below it, and the ways to take it out. */
final class TableBlock extends VBox {
    /** Longer tables show their first rows until a person asks for the rest. */
    static final int ROWS_AT_ONCE = 200;

    private final Handout handout;
    private final Consumer<Selection> open;
    private final Looks looks;

    TableBlock(DataTable table, String title, Consumer<Selection> open, Handout handout, Looks looks) {
        this.looks = looks;
        this.handout = handout;
        this.open = open;
        getStyleClass().add("block");
        show(table, title, table.rows().size() > ROWS_AT_ONCE && !looks.whole().contains(table.id()));
    }

    private TableGrid show(DataTable table, String title, boolean cut) {
        DataTable shown = cut
                ? new DataTable(
                        table.id(),
                        table.title(),
                        table.note(),
                        table.columns(),
                        table.rows().subList(0, ROWS_AT_ONCE),
                        table.footnotes())
                : table;
        TableGrid grid = new TableGrid(shown, open);
        getChildren()
                .setAll(new BlockHead(title, table.note(), HandoutMenu.of(table, grid, handout)), new WideScroll(grid));
        if (table.rows().isEmpty()) {
            getChildren().set(1, note(Texts.of("figure.table.empty")));
        }
        if (cut) {
            Hyperlink all =
                    new Hyperlink(Texts.of("figure.table.all", table.rows().size()));
            all.setId("all-" + table.id());
            all.setOnAction(event -> {
                looks.whole().add(table.id());
                show(table, title, false).requestFocus();
            });
            getChildren().add(all);
        }
        table.footnotes().forEach(footnote -> getChildren().add(note(footnote)));
        return grid;
    }

    private static Label note(String words) {
        Label note = new Label(words);
        note.getStyleClass().add("block-footnote");
        note.setWrapText(true);
        return note;
    }
}
