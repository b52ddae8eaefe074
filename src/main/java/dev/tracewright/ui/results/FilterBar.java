package dev.tracewright.ui.results;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.store.ResultStore;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.Chip;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** Chooses which answers are counted: a menu for each thing in which the answers of the session differ, and all of it cleared at once. */
final class FilterBar extends FlowPane {
    private static final ResultStore.Facets NOTHING =
            new ResultStore.Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

    private final ResultsViewModel model;
    private final List<Facet<?>> facets = new ArrayList<>();
    private final Chip suggestions = new Chip(Texts.of("results.suggestions"));
    private final Chip demonstration = new Chip(Texts.of("results.demonstration"));
    private final Hyperlink clear = new Hyperlink(Texts.of("action.results.clear"));

    FilterBar(ResultsViewModel model, Runnable clearAll, Ui.Bonds bonds) {
        this.model = model;
        getStyleClass().add("chips");
        facets.add(new Facet<>(
                "datasets",
                ResultStore.Facets::datasets,
                name -> name,
                ResultFilter::datasets,
                (filter, chosen) -> with(filter, chosen, filter.approaches(), filter.delegators(), filter.solvers())));
        facets.add(new Facet<>(
                "approaches",
                ResultStore.Facets::approaches,
                (Approach approach) -> Texts.of("approach." + approach.key()),
                ResultFilter::approaches,
                (filter, chosen) -> with(filter, filter.datasets(), chosen, filter.delegators(), filter.solvers())));
        facets.add(new Facet<>(
                "delegators",
                ResultStore.Facets::delegators,
                name -> name,
                ResultFilter::delegators,
                (filter, chosen) -> with(filter, filter.datasets(), filter.approaches(), chosen, filter.solvers())));
        facets.add(new Facet<>(
                "solvers",
                ResultStore.Facets::solvers,
                name -> name,
                ResultFilter::solvers,
                (filter, chosen) -> with(filter, filter.datasets(), filter.approaches(), filter.delegators(), chosen)));
        facets.add(new Facet<>(
                "annotators",
                ResultStore.Facets::annotators,
                name -> name,
                ResultFilter::annotators,
                (filter, chosen) -> about(filter, chosen, filter.levels(), filter.subjects(), filter.findings())));
        facets.add(new Facet<>(
                "levels",
                ResultStore.Facets::levels,
                name -> name,
                ResultFilter::levels,
                (filter, chosen) -> about(filter, filter.annotators(), chosen, filter.subjects(), filter.findings())));
        facets.add(new Facet<>(
                "subjects",
                ResultStore.Facets::subjects,
                name -> name,
                ResultFilter::subjects,
                (filter, chosen) -> about(filter, filter.annotators(), filter.levels(), chosen, filter.findings())));
        facets.add(new Facet<>(
                "findings",
                all -> List.of(Finding.values()),
                (Finding finding) -> Texts.of("finding." + finding.key()),
                ResultFilter::findings,
                (filter, chosen) -> about(filter, filter.annotators(), filter.levels(), filter.subjects(), chosen)));
        suggestions.setId("results-suggestions");
        suggestions.setTooltip(new Tooltip(Texts.of("results.suggestions.hint")));
        suggestions.setOnAction(event -> setSuggestions(model, suggestions.isSelected()));
        demonstration.setId("results-demonstration");
        demonstration.setTooltip(new Tooltip(Texts.of("results.demonstration.hint")));
        demonstration.setOnAction(event -> model.setFilter(kind(model.filter().get(), demonstration.isSelected())));
        clear.setId("results-clear");
        clear.setOnAction(event -> clearAll.run());
        facets.forEach(facet -> getChildren().add(facet.menu));
        getChildren().addAll(suggestions, demonstration, clear);
        bonds.follow(model.picture(), this::offer);
        bonds.follow(model.filter(), this::show);
    }

    /** Puts the keyboard on the first choice. */
    void focusFirst() {
        getChildren().stream()
                .filter(node -> node.isManaged() && node.isFocusTraversable())
                .findFirst()
                .ifPresent(node -> node.requestFocus());
    }

    /** Counts the program's suggestion where nobody has labelled, or does not. */
    static void setSuggestions(ResultsViewModel model, boolean wanted) {
        model.setFilter(suggesting(model.filter().get(), wanted));
    }

    /** Counts every answer again; whether suggestions count, and which kind of answers, stays as it is. */
    static void clear(ResultsViewModel model) {
        ResultFilter now = model.filter().get();
        model.setFilter(suggesting(ResultFilter.ALL, now.suggestions()).withDemonstration(now.demonstration()));
    }

    private static ResultFilter suggesting(ResultFilter filter, boolean wanted) {
        return new ResultFilter(
                filter.datasets(),
                filter.approaches(),
                filter.delegators(),
                filter.solvers(),
                filter.annotators(),
                filter.levels(),
                filter.subjects(),
                filter.findings(),
                wanted,
                filter.demonstration());
    }

    /** The answers of one kind or the other; what the two do not have in common is not asked of the other one. */
    private static ResultFilter kind(ResultFilter filter, boolean demonstration) {
        return with(filter, Set.of(), filter.approaches(), Set.of(), Set.of()).withDemonstration(demonstration);
    }

    /** Whether some answers are left out. */
    static boolean narrows(ResultFilter filter) {
        return !(filter.datasets().isEmpty()
                && filter.approaches().isEmpty()
                && filter.delegators().isEmpty()
                && filter.solvers().isEmpty()
                && filter.annotators().isEmpty()
                && filter.levels().isEmpty()
                && filter.subjects().isEmpty()
                && filter.findings().isEmpty());
    }

    private static ResultFilter with(
            ResultFilter filter,
            Set<String> datasets,
            Set<Approach> approaches,
            Set<String> delegators,
            Set<String> solvers) {
        return new ResultFilter(
                datasets,
                approaches,
                delegators,
                solvers,
                filter.annotators(),
                filter.levels(),
                filter.subjects(),
                filter.findings(),
                filter.suggestions(),
                filter.demonstration());
    }

    private static ResultFilter about(
            ResultFilter filter,
            Set<String> annotators,
            Set<String> levels,
            Set<String> subjects,
            Set<Finding> findings) {
        return new ResultFilter(
                filter.datasets(),
                filter.approaches(),
                filter.delegators(),
                filter.solvers(),
                annotators,
                levels,
                subjects,
                findings,
                filter.suggestions(),
                filter.demonstration());
    }

    private void offer() {
        ResultsPicture counted = model.picture().get();
        ResultStore.Facets there = counted == null ? NOTHING : counted.facets();
        facets.forEach(facet -> facet.offer(there));
        demonstration.setVisible(there.bothKinds());
        demonstration.setManaged(there.bothKinds());
        show();
    }

    private void show() {
        ResultFilter filter = model.filter().get();
        facets.forEach(facet -> facet.show(filter));
        suggestions.setSelected(filter.suggestions());
        demonstration.setSelected(filter.demonstration());
        clear.setVisible(narrows(filter));
        clear.setManaged(narrows(filter));
    }

    /** The choice of one thing in which answers differ; hidden where they do not. */
    private final class Facet<T> {
        private final String name;
        private final Function<ResultStore.Facets, List<T>> values;
        private final Function<T, String> words;
        private final Function<ResultFilter, Set<T>> chosen;
        private final BiFunction<ResultFilter, Set<T>, ResultFilter> changed;
        private final MenuButton menu = new MenuButton();
        private List<T> offered = List.of();

        Facet(
                String name,
                Function<ResultStore.Facets, List<T>> values,
                Function<T, String> words,
                Function<ResultFilter, Set<T>> chosen,
                BiFunction<ResultFilter, Set<T>, ResultFilter> changed) {
            this.name = name;
            this.values = values;
            this.words = words;
            this.chosen = chosen;
            this.changed = changed;
            menu.setId("results-" + name);
            menu.getStyleClass().add("chip-menu");
            menu.setMnemonicParsing(false);
            menu.setMinWidth(USE_PREF_SIZE);
        }

        void offer(ResultStore.Facets there) {
            List<T> now = values.apply(there);
            if (!now.equals(offered)) {
                offered = now;
                menu.getItems().setAll(now.stream().map(this::item).toList());
            }
        }

        private CheckMenuItem item(T value) {
            CheckMenuItem item = new CheckMenuItem(words.apply(value));
            item.setId("results-" + name + "-" + offered.indexOf(value));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                Set<T> wanted = new LinkedHashSet<>(chosen.apply(model.filter().get()));
                if (item.isSelected()) {
                    wanted.add(value);
                } else {
                    wanted.remove(value);
                }
                model.setFilter(changed.apply(model.filter().get(), wanted));
            });
            return item;
        }

        void show(ResultFilter filter) {
            Set<T> now = chosen.apply(filter);
            boolean choice = offered.size() > 1 || !now.isEmpty();
            menu.setVisible(choice);
            menu.setManaged(choice);
            for (int i = 0; i < offered.size(); i++) {
                ((CheckMenuItem) menu.getItems().get(i)).setSelected(now.contains(offered.get(i)));
            }
            String all = Texts.of("results.facet." + name);
            String text = now.isEmpty()
                    ? all
                    : ResultsTexts.some(
                            offered.stream().filter(now::contains).map(words).toList());
            menu.setText(text);
            menu.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"), !now.isEmpty());
            menu.setAccessibleText(Texts.of("results.facet.accessible", all, text));
        }
    }
}
