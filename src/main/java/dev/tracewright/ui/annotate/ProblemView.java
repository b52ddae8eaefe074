package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Sheet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The problem above the steps: where it comes from, its question, and the data set's answer, which can be hidden. */
final class ProblemView extends VBox {
    private static final double QUESTION_SIZE = 1.14;

    /** In a window lower than this the question takes less room, so that the steps keep some. */
    private static final double LOW_IN_EM = 42;

    private static final Pattern DRAWING = Pattern.compile("(?s)\\[asy].*?\\[/asy]");

    private final AnnotateViewModel model;
    private final BooleanProperty hideGold;
    private final BooleanProperty hideModels;
    private final FlowPane facts = new FlowPane();
    private final Label goldName = new Label();
    private final Label gold = new Label();
    private final Hyperlink showSolution = new Hyperlink();
    private final VBox question = new VBox();
    private final VBox solution = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private boolean solutionShown;

    ProblemView(AnnotateViewModel model, AnnotateContext.Hiding hiding) {
        this.model = model;
        this.hideGold = hiding.gold();
        this.hideModels = hiding.models();
        getStyleClass().add("problem");
        facts.getStyleClass().add("facts");
        gold.getStyleClass().add("gold");
        gold.setId("gold-answer");
        gold.setMinWidth(USE_PREF_SIZE);
        goldName.setMinWidth(USE_PREF_SIZE);
        goldName.getStyleClass().add("fact");
        showSolution.setId("show-solution");
        showSolution.setMinWidth(USE_PREF_SIZE);
        showSolution.setOnAction(event -> toggleSolution());
        HBox right = new HBox(goldName, gold, showSolution);
        right.getStyleClass().add("gold-box");
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox head = new HBox(facts, right);
        head.getStyleClass().add("problem-head");
        question.getStyleClass().add("question");
        solution.getStyleClass().add("solution");
        VBox texts = new VBox(question, solution);
        scroll.setContent(texts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "problem-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        texts.heightProperty().addListener((property, before, now) -> fitHeight());
        getChildren().addAll(head, scroll);
        bonds.follow(model.item(), this::show);
        bonds.follow(model.item(), this::showGold); // two items without an output may have equal sheets
        bonds.follow(model.sheet(), this::showGold);
        bonds.follow(hideGold, this::showGold);
        bonds.follow(hideModels, this::show);
        bonds.follow(Theme.fontPixels(), this::show);
        sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                now.heightProperty().addListener((height, old, present) -> fitHeight());
            }
        });
    }

    void release() {
        bonds.release();
    }

    /** Shows or folds the data set's full solution. */
    void toggleSolution() {
        if (!hideGold.get() || solutionShown) {
            solutionShown = !solutionShown;
            showSolutionText();
        }
    }

    private void show() {
        OpenSession.Item item = model.item().get();
        question.getChildren().clear();
        facts.getChildren().clear();
        solutionShown = false;
        setVisible(item != null);
        if (item == null) {
            return;
        }
        Problem problem = item.problem();
        addFact(Texts.of("problem.number", problem.number(), datasetName(problem.dataset())), true);
        if (problem.level() != null) {
            addFact(problem.level(), false);
        }
        if (problem.subject() != null) {
            addFact(problem.subject(), false);
        }
        if (hideModels.get()) {
            addFact(Texts.of("problem.models-hidden"), false);
        } else {
            addModels(item.row());
        }
        Response response = item.response();
        if (response != null && response.repetition() > 0) {
            addFact(Texts.of("problem.repetition", response.repetition() + 1), false);
        }
        showQuestion(problem.question().strip());
        showSolutionText();
        fitHeight();
        scroll.setVvalue(0);
    }

    private void addModels(ItemRow row) {
        if (row.approach() != null) {
            addFact(Texts.of("approach." + row.approach().key()), false);
        }
        if (row.delegator() != null) {
            addFact(Texts.of("problem.delegator", row.delegator()), false);
        }
        if (row.solver() != null) {
            addFact(Texts.of("problem.solver", row.solver()), false);
        }
    }

    /** The question; drawing code, which MATH has in some, is folded to one line. */
    private void showQuestion(String text) {
        double pixels = Theme.fontPixels().get() * QUESTION_SIZE;
        Matcher drawing = DRAWING.matcher(text);
        int at = 0;
        while (drawing.find()) {
            addText(text.substring(at, drawing.start()), pixels);
            String code = drawing.group();
            Hyperlink show =
                    new Hyperlink(Texts.of("problem.drawing", code.lines().count()));
            show.setOnAction(event -> question.getChildren()
                    .set(question.getChildren().indexOf(show), new RichText(code, List.of(), pixels)));
            question.getChildren().add(show);
            at = drawing.end();
        }
        addText(text.substring(at), pixels);
    }

    private void addText(String text, double pixels) {
        if (!text.isBlank()) {
            question.getChildren().add(new RichText(text.strip(), List.of(), pixels));
        }
    }

    private void addFact(String text, boolean first) {
        Label fact = new Label(text);
        fact.getStyleClass().add(first ? "fact-first" : "fact");
        facts.getChildren().add(fact);
    }

    private void showGold() {
        Sheet sheet = model.sheet().get();
        OpenSession.Item item = model.item().get();
        String value = sheet != null && sheet.judgement() != null
                ? sheet.judgement().gold()
                : item == null
                        ? null
                        : dev.tracewright.answer.GoldAnswer.of(item.problem().answer());
        if (hideGold.get()) {
            goldName.setText(Texts.of("problem.gold.hidden"));
            Answers.show(gold, "", Theme.fontPixels().get());
        } else {
            goldName.setText(Texts.of(value == null ? "problem.gold.none" : "problem.gold"));
            Answers.show(gold, value == null ? "" : value, Theme.fontPixels().get());
        }
        if (hideGold.get() && solutionShown) {
            solutionShown = false;
            showSolutionText();
        }
        showSolution.setDisable(hideGold.get());
    }

    private void showSolutionText() {
        OpenSession.Item item = model.item().get();
        showSolution.setText(Texts.of(solutionShown ? "problem.solution.hide" : "problem.solution.show"));
        solution.getChildren().clear();
        solution.setManaged(solutionShown);
        solution.setVisible(solutionShown);
        if (solutionShown && item != null) {
            solution.getChildren()
                    .add(new RichText(
                            item.problem().answer().strip(),
                            List.of(),
                            Theme.fontPixels().get()));
        }
    }

    /** The question never takes more than a third of the window; longer ones scroll. */
    private void fitHeight() {
        double wanted = ((VBox) scroll.getContent()).getHeight();
        double window = getScene() == null ? 900 : getScene().getHeight();
        boolean low = window < LOW_IN_EM * Theme.fontPixels().get();
        double most = window * (low ? 0.13 : 0.33);
        for (Node fact : facts.getChildren()) {
            boolean shown = !low || fact.getStyleClass().contains("fact-first");
            fact.setVisible(shown);
            fact.setManaged(shown);
        }
        double height = Math.min(wanted, most) + 2;
        scroll.setPrefHeight(height);
        scroll.setMinHeight(Math.min(height, 40));
    }

    static String datasetName(String dataset) {
        return switch (dataset) {
            case "gsm8k" -> "GSM8K";
            case "math" -> "MATH";
            default -> dataset;
        };
    }
}
