package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Finding;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.work.Doubt;
import dev.tracewright.work.FindingsIndex;
import dev.tracewright.work.ItemQueue;
import dev.tracewright.work.QueueFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Chooses findings, and doubts about verdicts, to filter the queue by: a menu with counts, and the chosen ones as chips that take
 * themselves away.
 */
final class FindingsFilter {
    private final ItemQueue queue;
    private final FindingsIndex index;
    private final Pane chips;
    private final MenuButton menu = new MenuButton(Texts.of("findings.filter"));
    private final MenuItem progress = new MenuItem();
    private final SeparatorMenuItem line = new SeparatorMenuItem();
    private final Map<Choice, CheckMenuItem> items = new LinkedHashMap<>();
    private final MenuItem none = new MenuItem(Texts.of("findings.filter.none"));
    private final Label reading = new Label();

    /**
     * What the queue can be filtered by.
     *
     * @param key the name used for ids
     * @param chosen whether this filter asks for it
     * @param changed the filter with it asked for or not
     * @param count how many of the items read so far have it
     */
    private record Choice(
            String key,
            String name,
            Ikon icon,
            Predicate<QueueFilter> chosen,
            BiFunction<QueueFilter, Boolean, QueueFilter> changed,
            IntSupplier count) {}

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
            add(of(finding));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (Doubt doubt : Doubt.values()) {
            add(of(doubt));
        }
        none.setOnAction(event -> clear());
        menu.getItems().addAll(new SeparatorMenuItem(), none);
        reading.setId("findings-reading");
        reading.getStyleClass().add("findings-reading");
        reading.setWrapText(true);
        chips.getChildren().add(menu);
        bonds.follow(index.progress(), this::showProgress);
        bonds.follow(index.doubts().changes(), this::showProgress);
        showChosen();
    }

    /** The sentence that says how far the reading is, shown while a filter waits for it. */
    Label reading() {
        return reading;
    }

    /** Asks for no finding and no doubt any more. */
    void clear() {
        filterBy(queue.filter().withFindings(Set.of()).withDoubts(Set.of()));
    }

    /** Opens the menu with the keyboard in it. */
    void open() {
        menu.requestFocus();
        menu.show();
    }

    /** Whether items may still come that the filter accepts. */
    boolean isWaiting() {
        return items.keySet().stream().anyMatch(choice -> choice.chosen().test(queue.filter()))
                && !index.progress().get().complete();
    }

    private Choice of(Finding finding) {
        return new Choice(
                finding.key(),
                FindingIcons.name(finding),
                FindingIcons.icon(finding),
                filter -> filter.findings().contains(finding),
                (filter, wanted) -> filter.withFindings(with(filter.findings(), finding, wanted)),
                () -> index.count(finding));
    }

    private Choice of(Doubt doubt) {
        return new Choice(
                doubt.key(),
                Texts.of("doubt." + doubt.key()),
                FindingIcons.icon(doubt),
                filter -> filter.doubts().contains(doubt),
                (filter, wanted) -> filter.withDoubts(with(filter.doubts(), doubt, wanted)),
                () -> index.doubts().count(doubt));
    }

    private static <T> Set<T> with(Set<T> before, T one, boolean wanted) {
        Set<T> changed = new HashSet<>(before);
        if (wanted) {
            changed.add(one);
        } else {
            changed.remove(one);
        }
        return changed;
    }

    private void add(Choice choice) {
        CheckMenuItem item = new CheckMenuItem("", new FontIcon(choice.icon()));
        item.setId("filter-" + choice.key());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> choose(choice, item.isSelected()));
        items.put(choice, item);
        menu.getItems().add(item);
    }

    private void choose(Choice choice, boolean wanted) {
        filterBy(choice.changed().apply(queue.filter(), wanted));
    }

    private void filterBy(QueueFilter filter) {
        queue.setFilter(filter);
        showChosen();
        showProgress();
    }

    private void showChosen() {
        List<Choice> chosen = items.keySet().stream()
                .filter(choice -> choice.chosen().test(queue.filter()))
                .toList();
        List<Node> shown = new ArrayList<>(chips.getChildren());
        shown.removeIf(node -> node.getStyleClass().contains("finding-chip"));
        shown.addAll(shown.indexOf(menu) + 1, chosen.stream().map(this::chip).toList());
        chips.getChildren().setAll(shown);
        items.forEach((choice, item) -> item.setSelected(chosen.contains(choice)));
        none.setDisable(chosen.isEmpty());
    }

    private Chip chip(Choice choice) {
        Chip chip = new Chip(choice.name());
        chip.setId("chosen-" + choice.key());
        chip.getStyleClass().add("finding-chip");
        chip.setSelected(true);
        chip.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(Texts.of("findings.filter.remove", choice.name()));
        chip.setOnAction(event -> {
            choose(choice, false);
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
        items.forEach((choice, item) -> item.setText(
                Texts.of("findings.count", choice.name(), choice.count().getAsInt())));
    }
}
