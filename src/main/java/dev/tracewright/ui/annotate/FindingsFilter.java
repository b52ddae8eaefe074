package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Finding;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.work.FindingsIndex;
import dev.tracewright.work.ItemQueue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Chooses findings to filter the queue by: a menu with counts, and the chosen ones as chips that take themselves away. */
final class FindingsFilter {
    private final ItemQueue queue;
    private final FindingsIndex index;
    private final Pane chips;
    private final MenuButton menu = new MenuButton(Texts.of("findings.filter"));
    private final MenuItem progress = new MenuItem();
    private final SeparatorMenuItem line = new SeparatorMenuItem();
    private final Map<Finding, CheckMenuItem> items = new EnumMap<>(Finding.class);
    private final MenuItem none = new MenuItem(Texts.of("findings.filter.none"));
    private final Label reading = new Label();

    /**
     * @param chips where the menu and the chosen findings stand
     * @param bonds lets go of the index when the screen leaves
     */
    FindingsFilter(ItemQueue queue, FindingsIndex index, Pane chips, Ui.Bonds bonds) {
        this.queue = queue;
        this.index = index;
        this.chips = chips;
        menu.setId("filter-findings");
        menu.getStyleClass().add("chip-menu");
        menu.setAccessibleText(Texts.of("findings.filter.accessible"));
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        progress.setDisable(true);
        menu.getItems().addAll(progress, line);
        for (Finding finding : Finding.values()) {
            CheckMenuItem item = new CheckMenuItem("", new FontIcon(FindingIcons.icon(finding)));
            item.setId("filter-" + finding.key());
            item.setSelected(queue.filter().findings().contains(finding));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choose(finding, item.isSelected()));
            items.put(finding, item);
            menu.getItems().add(item);
        }
        none.setOnAction(event -> filterBy(EnumSet.noneOf(Finding.class)));
        menu.getItems().addAll(new SeparatorMenuItem(), none);
        reading.setId("findings-reading");
        reading.getStyleClass().add("findings-reading");
        reading.setWrapText(true);
        chips.getChildren().add(menu);
        bonds.follow(index.progress(), this::showProgress);
        showChosen();
    }

    /** The sentence that says how far the reading is, shown while a filter waits for it. */
    Label reading() {
        return reading;
    }

    /** Opens the menu with the keyboard in it. */
    void open() {
        menu.requestFocus();
        menu.show();
    }

    /** Whether items may still come that the filter accepts. */
    boolean isWaiting() {
        return !queue.filter().findings().isEmpty() && !index.progress().get().complete();
    }

    private void choose(Finding finding, boolean wanted) {
        Set<Finding> chosen = EnumSet.noneOf(Finding.class);
        chosen.addAll(queue.filter().findings());
        if (wanted) {
            chosen.add(finding);
        } else {
            chosen.remove(finding);
        }
        filterBy(chosen);
    }

    private void filterBy(Set<Finding> chosen) {
        queue.setFilter(queue.filter().withFindings(chosen));
        showChosen();
        showProgress();
    }

    private void showChosen() {
        Set<Finding> chosen = queue.filter().findings();
        List<Node> shown = new ArrayList<>(chips.getChildren());
        shown.removeIf(node -> node.getStyleClass().contains("finding-chip"));
        int place = shown.indexOf(menu) + 1;
        for (Finding finding : Finding.values()) {
            if (chosen.contains(finding)) {
                shown.add(place++, chip(finding));
            }
        }
        chips.getChildren().setAll(shown);
        items.forEach((finding, item) -> item.setSelected(chosen.contains(finding)));
        none.setDisable(chosen.isEmpty());
    }

    private Chip chip(Finding finding) {
        Chip chip = new Chip(FindingIcons.name(finding));
        chip.setId("chosen-" + finding.key());
        chip.getStyleClass().add("finding-chip");
        chip.setSelected(true);
        chip.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(Texts.of("findings.filter.remove", FindingIcons.name(finding)));
        chip.setOnAction(event -> {
            choose(finding, false);
            menu.requestFocus();
        });
        return chip;
    }

    private void showProgress() {
        FindingsIndex.Progress state = index.progress().get();
        String sentence = state.trouble() != null
                ? Texts.of("findings.trouble", state.total() - state.read(), state.trouble())
                : Texts.of("findings.reading", state.read(), state.total());
        progress.setText(Texts.of("findings.so-far", state.read(), state.total()));
        progress.setVisible(!state.complete());
        line.setVisible(!state.complete());
        boolean waiting = isWaiting();
        reading.setText(sentence);
        reading.setVisible(waiting);
        reading.setManaged(waiting);
        items.forEach((finding, item) ->
                item.setText(Texts.of("findings.count", FindingIcons.name(finding), index.count(finding))));
    }
}
