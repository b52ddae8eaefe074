package dev.tracewright.ui.results;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.store.ResultStore;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.Chip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Chooses which answers are counted: words, a menu for each thing in which the answers of the session differ, and all of it cleared at once. */
final class FilterBar extends FlowPane {
    /** How long nothing must be typed before the answers are counted anew. */
    private static final Duration TYPING = Duration.millis(300);

    /** The keys that lead from the search to what it found. */
    private static final Set<KeyCode> LEAVING = Set.of(KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.DOWN);

    private static final ResultStore.Facets NOTHING =
            new ResultStore.Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

    private final ResultsViewModel model;
    private final List<Facet<?>> facets = new ArrayList<>();
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final Chip suggestions = new Chip(Texts.of("results.suggestions"));
    private final Chip demonstration = new Chip(Texts.of("results.demonstration"));
    private final Hyperlink clear = new Hyperlink(Texts.of("action.results.clear"));

    /**
     * @param clearAll counts every answer again
     * @param done puts the keyboard where the work is
     */
    FilterBar(ResultsViewModel model, Runnable clearAll, Runnable done, Ui.Bonds bonds) {
        this.model = model;
        getStyleClass().add("chips");
        buildSearch(done);
        facets.add(new Facet<>(
                "datasets",
                ResultStore.Facets::datasets,
                name -> name,
                ResultFilter::datasets,
                ResultFilter::withDatasets));
        facets.add(new Facet<>(
                "approaches",
                ResultStore.Facets::approaches,
                (Approach approach) -> Texts.of("approach." + approach.key()),
                ResultFilter::approaches,
                ResultFilter::withApproaches));
        facets.add(new Facet<>(
                "delegators",
                ResultStore.Facets::delegators,
                name -> name,
                ResultFilter::delegators,
                ResultFilter::withDelegators));
        facets.add(new Facet<>(
                "solvers",
                ResultStore.Facets::solvers,
                name -> name,
                ResultFilter::solvers,
                ResultFilter::withSolvers));
        facets.add(new Facet<>(
                "annotators",
                ResultStore.Facets::annotators,
                name -> name,
                ResultFilter::annotators,
                ResultFilter::withAnnotators));
        facets.add(new Facet<>(
                        "adjudicators",
                        ResultStore.Facets::annotators,
                        name -> name,
                        ResultFilter::adjudicators,
                        ResultFilter::withAdjudicators)
                .named());
        facets.add(new Facet<>(
                "levels", ResultStore.Facets::levels, name -> name, ResultFilter::levels, ResultFilter::withLevels));
        facets.add(new Facet<>(
                "subjects",
                ResultStore.Facets::subjects,
                name -> name,
                ResultFilter::subjects,
                ResultFilter::withSubjects));
        facets.add(new Facet<>(
                "findings",
                all -> List.of(Finding.values()),
                (Finding finding) -> Texts.of("finding." + finding.key()),
                ResultFilter::findings,
                ResultFilter::withFindings));
        facets.add(new Facet<>(
                "flags",
                all -> Arrays.stream(Flag.values()).filter(Flag::personal).toList(),
                (Flag flag) -> Texts.of("flag." + flag.key()),
                ResultFilter::flags,
                ResultFilter::withFlags));
        suggestions.setId("results-suggestions");
        suggestions.setTooltip(new Tooltip(Texts.of("results.suggestions.hint")));
        suggestions.setOnAction(event -> setSuggestions(model, suggestions.isSelected()));
        demonstration.setId("results-demonstration");
        demonstration.setTooltip(new Tooltip(Texts.of("results.demonstration.hint")));
        demonstration.setOnAction(event -> model.setFilter(kind(model.filter().get(), demonstration.isSelected())));
        clear.setId("results-clear");
        clear.setOnAction(event -> clearAll.run());
        getChildren().add(search);
        facets.forEach(facet -> getChildren().add(facet.menu));
        getChildren().addAll(suggestions, demonstration, clear);
        bonds.follow(model.picture(), this::offer);
        bonds.follow(model.filter(), this::show);
        bonds.follow(model.clearings(), this::forgetTyped);
        bonds.onRelease(typing::stop);
    }

    private void buildSearch(Runnable done) {
        search.setId("results-search");
        search.getStyleClass().add("results-search");
        search.setPromptText(Texts.of("results.search"));
        search.setAccessibleText(Texts.of("results.search"));
        search.setTooltip(new Tooltip(Texts.of("results.search.hint")));
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.textProperty().addListener((property, before, now) -> typing.playFromStart());
        typing.setOnFinished(event -> search());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (LEAVING.contains(event.getCode())) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    search.clear();
                }
                search();
                done.run();
                event.consume();
            }
        });
    }

    /** Counts the answers with the words that stand in the field. */
    private void search() {
        typing.stop();
        model.setFilter(model.filter().get().withWords(search.getText()));
    }

    /** Puts the keyboard into the search. */
    void focusFirst() {
        search.requestFocus();
        search.selectAll();
    }

    /** Counts the program's suggestion where nobody has labelled, or does not. */
    static void setSuggestions(ResultsViewModel model, boolean wanted) {
        model.setFilter(model.filter().get().withSuggestions(wanted));
    }

    /** The answers of one kind or the other; what the two do not have in common is not asked of the other one. */
    private static ResultFilter kind(ResultFilter filter, boolean demonstration) {
        return filter.withDatasets(Set.of())
                .withApproaches(Set.of())
                .withLevels(Set.of())
                .withSubjects(Set.of())
                .withDelegators(Set.of())
                .withSolvers(Set.of())
                .withDemonstration(demonstration);
    }

    private void offer() {
        ResultsPicture counted = model.picture().get();
        ResultStore.Facets there = counted == null ? NOTHING : counted.facets();
        facets.forEach(facet -> facet.offer(there));
        demonstration.setVisible(there.bothKinds());
        demonstration.setManaged(there.bothKinds());
        show();
    }

    private void forgetTyped() {
        typing.stop();
        search.setText(model.filter().get().words());
        typing.stop();
    }

    private void show() {
        ResultFilter filter = model.filter().get();
        facets.forEach(facet -> facet.show(filter));
        if (typing.getStatus() != Animation.Status.RUNNING
                && !search.getText().strip().equals(filter.words())) {
            search.setText(filter.words());
            typing.stop();
        }
        suggestions.setSelected(filter.suggestions());
        demonstration.setSelected(filter.demonstration());
        clear.setVisible(filter.narrows());
        clear.setManaged(filter.narrows());
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
        private boolean named;

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
        }

        /** What is chosen is shown with the name of the choice, because other choices are among the same. */
        Facet<T> named() {
            named = true;
            return this;
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
            String some = ResultsTexts.some(
                    offered.stream().filter(now::contains).map(words).toList());
            String whole = Texts.of("results.facet.accessible", all, some);
            String text = now.isEmpty() ? all : named ? whole : some;
            menu.setText(text);
            menu.setTooltip(now.isEmpty() ? null : new Tooltip(text));
            menu.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"), !now.isEmpty());
            menu.setAccessibleText(now.isEmpty() ? all : whole);
        }
    }
}
