package dev.tracewright.ui.results;

import dev.tracewright.analysis.CountedAnswers;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The head of a screen of results: which answers are counted, whose verdicts, how many are labelled, and the filters. */
final class ResultsHead extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final ResultsViewModel model;
    private final Label datasets = chip("results-fact-datasets");
    private final Label verdicts = chip("results-fact-verdicts");
    private final Label labelled = chip("results-fact-labelled");
    private final Label unread = chip("results-fact-unread");
    private final Label leftOut = chip("results-fact-left-out");
    private final ProgressBar waiting = new ProgressBar();
    private final FilterBar filters;
    private boolean filtering = true;

    /**
     * @param work puts the keyboard where the work is
     * @param tools stand between title and facts
     */
    ResultsHead(ResultsViewModel model, String title, ActionSet actions, Runnable work, Ui.Bonds bonds, Node... tools) {
        this.model = model;
        getStyleClass().add("results-head");
        Label heading = new Label(title);
        heading.getStyleClass().add("results-title");
        FlowPane facts = new FlowPane(heading);
        facts.getStyleClass().add("results-top");
        facts.getChildren().addAll(tools);
        facts.getChildren().addAll(datasets, verdicts, labelled, unread, leftOut);
        Button refresh = Buttons.icon(actions.get("results.refresh"));
        Button report = Buttons.full(actions.get("results.report"));
        report.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(refresh, report);
        buttons.getStyleClass().add("results-buttons");
        BorderPane top = new BorderPane(facts);
        top.setRight(buttons);
        filters = new FilterBar(model, actions.get("results.clear")::perform, work, bonds);
        waiting.setId("results-waiting");
        waiting.getStyleClass().add("results-progress");
        waiting.setAccessibleText(Texts.of("results.waiting"));
        waiting.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(top, filters, waiting);
        bonds.follow(model.picture(), this::show);
        bonds.follow(model.state(), () -> waiting.setVisible(model.state().get() == ResultsViewModel.State.WAITING));
    }

    /** Puts the keyboard on the filters. */
    void focusFilters() {
        filters.focusFirst();
    }

    /** Shows the filters, or not where they would have no effect. */
    void setFiltering(boolean wanted) {
        filtering = wanted;
        show();
    }

    private void show() {
        ResultsPicture picture = model.picture().get();
        boolean any = picture != null && picture.total() > 0;
        filters.setVisible(picture != null && filtering);
        filters.setManaged(picture != null && filtering);
        show(
                verdicts,
                any && picture != null
                        ? ResultsTexts.verdicts(picture.answered().filter())
                        : "");
        verdicts.pseudoClassStateChanged(
                MARKED, picture != null && picture.answered().filter().suggestions());
        show(datasets, any && picture != null ? ResultsTexts.datasets(picture) : "");
        show(labelled, any && picture != null ? Texts.of("results.labelled", picture.labelled(), picture.total()) : "");
        long left = picture == null ? 0 : picture.answered().unread();
        show(leftOut, picture == null || !filtering ? "" : CountedAnswers.leftOut(picture.answered()));
        show(unread, left == 0 ? "" : Texts.of("results.unread", left));
    }

    private static Label chip(String id) {
        Label chip = new Label();
        chip.setId(id);
        chip.getStyleClass().add("fact-chip");
        return chip;
    }

    private static void show(Label chip, String words) {
        chip.setText(words);
        chip.setTooltip(words.isEmpty() ? null : new Tooltip(words));
        chip.setVisible(!words.isEmpty());
        chip.setManaged(!words.isEmpty());
    }
}
