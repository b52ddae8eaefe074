package dev.tracewright.ui.figure;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.exchange.report.TableFormat;
import dev.tracewright.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The copying and saving of one table or chart: as a button beside it, as its context menu, and as Ctrl+C. */
public final class HandoutMenu {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private HandoutMenu() {}

    /** The button, whose menu is {@code shown}'s context menu as well. */
    static MenuButton of(DataTable table, Region shown, Handout handout) {
        onCopy(shown, () -> handout.copy(table, TableFormat.TSV));
        onContextMenu(shown, () -> items(table, handout));
        return button(table.id(), table.title(), items(table, handout));
    }

    /**
     * The button for what is a table only when it is taken out of the window.
     *
     * @param title what is taken
     * @param forms as what it can be taken
     * @param made the table as it is now
     */
    public static MenuButton of(
            String id, String title, List<TableFormat> forms, Supplier<DataTable> made, Handout handout) {
        return button(id, title, items(forms, made, handout));
    }

    /** The same of a chart. */
    static MenuButton of(Figure figure, Region shown, Handout handout) {
        onCopy(shown, () -> handout.copy(figure));
        onContextMenu(shown, () -> items(figure, handout));
        return button(figure.id(), figure.title(), items(figure, handout));
    }

    private static List<MenuItem> items(DataTable table, Handout handout) {
        return items(Handout.TABLES, () -> table, handout);
    }

    private static List<MenuItem> items(List<TableFormat> forms, Supplier<DataTable> made, Handout handout) {
        List<MenuItem> items = new ArrayList<>();
        for (TableFormat form : forms) {
            String name = form.name().toLowerCase(Locale.ROOT);
            items.add(item("copy-" + name, Texts.of("figure.copy." + name), () -> handout.copy(made.get(), form)));
        }
        items.add(new SeparatorMenuItem());
        for (TableFormat form : forms) {
            String name = form.name().toLowerCase(Locale.ROOT);
            items.add(item("save-" + name, Texts.of("figure.save." + name), () -> handout.save(made.get(), form)));
        }
        return items;
    }

    private static List<MenuItem> items(Figure figure, Handout handout) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("copy-picture", Texts.of("figure.copy.picture"), () -> handout.copy(figure)));
        for (Handout.FigureFormat form : Handout.FigureFormat.values()) {
            items.add(item(
                    "save-" + form.ending(),
                    Texts.of("figure.save." + form.ending()),
                    () -> handout.save(figure, form)));
        }
        items.add(new SeparatorMenuItem());
        items.addAll(items(figure.table(), handout));
        return items;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuButton button(String id, String title, List<MenuItem> items) {
        MenuButton button = new MenuButton(null, new FontIcon(MaterialDesignC.CONTENT_COPY));
        button.setId("handout-" + id);
        button.getStyleClass().addAll("flat", "handout");
        button.getItems().setAll(items);
        button.setAccessibleText(Texts.of("figure.handout", title));
        button.setTooltip(new Tooltip(Texts.of("figure.handout.hint")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void onCopy(Node shown, Runnable copy) {
        shown.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy.run();
                event.consume();
            }
        });
    }

    private static void onContextMenu(Node shown, Supplier<List<MenuItem>> items) {
        shown.setOnContextMenuRequested(event -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(items.get());
            menu.show(shown, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }
}
