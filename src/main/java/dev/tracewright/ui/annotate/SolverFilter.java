package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.work.ItemQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** The queue's choice of solvers; hidden where only one has answered, or where models are hidden. */
final class SolverFilter extends MenuButton {
    private final ItemQueue queue;
    private final ObservableBooleanValue hideModels;
    private List<String> solvers = List.of();

    /** @param hideModels whether the solvers' names are hidden */
    SolverFilter(ItemQueue queue, ObservableBooleanValue hideModels) {
        this.queue = queue;
        this.hideModels = hideModels;
        setId("filter-solvers");
        getStyleClass().add("chip-menu");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        showSolvers();
    }

    /** Offers the solvers that have answered by now. */
    void showSolvers() {
        if (!solvers.equals(queue.solvers())) {
            solvers = List.copyOf(queue.solvers());
            getItems().setAll(solvers.stream().map(this::item).toList());
        }
        boolean hidden = hideModels.get();
        if (hidden && !queue.filter().solvers().isEmpty()) {
            queue.setFilter(queue.filter().withSolvers(Set.of())); // what nobody sees must not filter
        }
        setVisible(solvers.size() > 1 && !hidden);
        setManaged(solvers.size() > 1 && !hidden);
        showChosen();
    }

    private CheckMenuItem item(String solver) {
        CheckMenuItem item = new CheckMenuItem(solver);
        item.setMnemonicParsing(false);
        item.setSelected(queue.filter().solvers().contains(solver));
        item.setOnAction(event -> {
            Set<String> chosen = new HashSet<>(queue.filter().solvers());
            if (item.isSelected()) {
                chosen.add(solver);
            } else {
                chosen.remove(solver);
            }
            queue.setFilter(queue.filter().withSolvers(chosen));
            showChosen();
        });
        return item;
    }

    private void showChosen() {
        Set<String> chosen = queue.filter().solvers();
        String text = chosen.isEmpty()
                ? Texts.of("queue.solvers")
                : String.join(", ", solvers.stream().filter(chosen::contains).toList());
        setText(text);
        setAccessibleText(Texts.of("queue.solvers.accessible", text));
    }
}
