package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.FindingsIndex;
import dev.tracewright.work.ItemQueue;
import dev.tracewright.work.QueueFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The queue at the left: search, filters, the items, and how far the annotator is. */
final class QueueView extends VBox {
    private final ItemQueue queue;
    private final FindingsIndex index;
    private final ObservableBooleanValue hideModels;
    private final FindingsFilter findings;
    private final List<QueueCell> cells = new ArrayList<>();
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final Map<QueueFilter.State, Chip> chips = new EnumMap<>(QueueFilter.State.class);
    private final SolverFilter solvers;
    private final OnlyChip only;
    private final ListView<ItemRow> list = new ListView<>();
    private final Label empty = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label progressText = new Label();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private boolean following;

    /** @param hideModels whether approach and solver are hidden */
    QueueView(AnnotateViewModel model, ObservableBooleanValue hideModels) {
        this.queue = model.queue();
        this.index = model.session().findings();
        this.hideModels = hideModels;
        getStyleClass().add("queue");
        setPrefWidth(276);
        setMinWidth(216);
        buildSearch();
        FlowPane filters = buildFilters();
        findings = new FindingsFilter(queue, index, filters, bonds);
        solvers = new SolverFilter(queue, hideModels);
        filters.getChildren().add(solvers);
        only = new OnlyChip(queue);
        buildList();
        HBox foot = new HBox(progress, progressText);
        foot.getStyleClass().add("queue-foot");
        VBox head = new VBox(search, only, filters, findings.reading());
        head.getStyleClass().add("queue-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list, foot);

        bonds.follow(queue.current(), this::followSelection);
        bonds.follow(queue.decided(), this::showProgress);
        ListChangeListener<ItemRow> counts = change -> showCounts();
        queue.shown().addListener(counts);
        bonds.onRelease(() -> queue.shown().removeListener(counts));
        bonds.follow(index.progress(), this::showFindings);
        bonds.follow(hideModels, () -> {
            solvers.showSolvers();
            list.refresh();
        });
        showCounts();
    }

    void release() {
        bonds.release();
        list.setItems(null);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Shows the items with these words and, where there are others, of this solver only. */
    void showOnly(String words, String solver) {
        chips.values().forEach(chip -> chip.setSelected(false));
        boolean others = queue.solvers().size() > 1;
        queue.setFilter(
                queue.filter().withStates(Set.of()).withText(words).withSolvers(others ? Set.of(solver) : Set.of()));
        search.setText(words);
        solvers.showSolvers();
    }

    /** Shows these answers, whatever was filtered by before. */
    void showThese(QueueFilter.Only answers) {
        chips.values().forEach(chip -> chip.setSelected(false));
        search.clear();
        findings.clear();
        queue.setFilter(QueueFilter.ALL.withOnly(answers));
        solvers.showSolvers();
        only.show();
    }

    /** Opens the choice of findings. */
    void openFindings() {
        findings.open();
    }

    private void buildSearch() {
        search.setId("queue-search");
        search.setPromptText(Texts.of("queue.search"));
        search.setAccessibleText(Texts.of("queue.search"));
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.textProperty()
                .addListener((property, before, now) ->
                        queue.setFilter(queue.filter().withText(now)));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    search.clear();
                }
                list.requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
    }

    private FlowPane buildFilters() {
        FlowPane filters = new FlowPane();
        filters.getStyleClass().add("chips");
        for (QueueFilter.State state : QueueFilter.State.values()) {
            Chip chip = new Chip("");
            chip.setId("filter-" + state.name().toLowerCase(java.util.Locale.ROOT));
            chip.setSelected(queue.filter().states().contains(state));
            chip.setOnAction(event -> filterByState());
            chips.put(state, chip);
            filters.getChildren().add(chip);
        }
        return filters;
    }

    private void filterByState() {
        Set<QueueFilter.State> chosen = EnumSet.noneOf(QueueFilter.State.class);
        chips.forEach((state, chip) -> {
            if (chip.isSelected()) {
                chosen.add(state);
            }
        });
        queue.setFilter(queue.filter().withStates(chosen));
    }

    private void buildList() {
        list.setId("queue-list");
        list.setAccessibleText(Texts.of("queue.items"));
        list.setItems(queue.shown());
        list.fixedCellSizeProperty().bind(Theme.fontPixels().multiply(QueueCell.HEIGHT_IN_EM));
        list.setCellFactory(view -> {
            QueueCell cell = new QueueCell(key -> index.of(key).orElse(Set.of()), hideModels);
            cells.add(cell);
            return cell;
        });
        empty.setWrapText(true);
        empty.getStyleClass().add("placeholder");
        empty.setText(Texts.of("queue.empty"));
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                queue.select(now.key());
            }
        });
    }

    private void followSelection() {
        ItemRow row = queue.current().get();
        following = true;
        try {
            int index = row == null ? -1 : queue.shownIndex(row.key());
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedIndex() != index) {
                list.getSelectionModel().clearAndSelect(index);
                reveal(index);
            }
        } finally {
            following = false;
        }
    }

    /** Scrolls only when the item is not comfortably on the screen, so the list stands still while a person goes down it. */
    private void reveal(int index) {
        int rows = Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()));
        int first = firstVisible();
        if (first < 0 || index < first || index >= first + rows - 1) {
            list.scrollTo(Math.max(0, index - rows / 3));
        }
    }

    private int firstVisible() {
        return list.lookupAll(".queue-cell").stream()
                .filter(node -> node instanceof QueueCell cell && !cell.isEmpty() && cell.isVisible())
                .mapToInt(node -> ((QueueCell) node).getIndex())
                .filter(index -> index >= 0)
                .min()
                .orElse(-1);
    }

    private void showCounts() {
        for (QueueFilter.State state : QueueFilter.State.values()) {
            long count = queue.count(state);
            Chip chip = chips.get(state);
            if (chip != null) {
                String name = state.name().toLowerCase(java.util.Locale.ROOT);
                chip.setText(Texts.of("queue.state." + name, count));
                chip.setNone(count == 0);
                boolean offered = state != QueueFilter.State.REVIEW || count > 0 || chip.isSelected();
                chip.setVisible(offered);
                chip.setManaged(offered);
            }
        }
        solvers.showSolvers();
        showEmpty();
        showProgress();
    }

    private void showFindings() {
        cells.forEach(QueueCell::showFindings);
        showEmpty();
    }

    private void showEmpty() {
        String nothing = findings.isWaiting() ? "queue.no-match-yet" : "queue.no-match";
        empty.setText(Texts.of(queue.size() == 0 ? "queue.empty" : nothing));
    }

    private void showProgress() {
        int all = queue.judgeable();
        int decided = queue.decided().get();
        progress.setProgress(all == 0 ? 0 : (double) decided / all);
        progressText.setText(Texts.of("queue.progress", decided, all));
    }
}
