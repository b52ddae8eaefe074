package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.control.KeyCap;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The verdict: the values that decide, what the program suggests and why, the flags, the note, and True or False. */
final class VerdictBar extends VBox {
    /** Below this width the reason stands in a line of its own. */
    private static final double NARROW_IN_EM = 50;

    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final AnnotateViewModel model;
    private final ActionSet actions;
    private final AnswerViewModel answer;
    private final ValueBox stated;
    private final ValueBox reasoned;
    private final Label gold = new Label();
    private final Label suggestion = new Label();
    private final Label why = new Label();
    private final Tooltip whole = new Tooltip();
    private final StrictLine strict;
    private final OthersLine others;
    private final FalseEquationLine firstFalse;
    private final Button yes;
    private final Button no;
    private final Map<Flag, Chip> flags = new EnumMap<>(Flag.class);
    private final TextField note = new TextField();
    private final Label noteShown = new Label();
    private final Ui.Bonds bonds = new Ui.Bonds();

    VerdictBar(AnnotateViewModel model, ActionSet actions) {
        this.model = model;
        this.actions = actions;
        this.answer = model.answer();
        stated = new ValueBox(answer, AnswerValue.STATED);
        reasoned = new ValueBox(answer, AnswerValue.REASONED);
        strict = new StrictLine(model);
        others = new OthersLine(model);
        getStyleClass().add("verdict-bar");
        setId("verdict-bar");
        yes = verdictButton(actions.get("label.true"), MaterialDesignC.CHECK_BOLD, "verdict-true");
        no = verdictButton(actions.get("label.false"), MaterialDesignC.CLOSE_THICK, "verdict-false");
        HBox pair = new HBox(yes, no);
        pair.getStyleClass().add("verdict-buttons");
        VBox buttons = new VBox(pair, strict);
        buttons.getStyleClass().add("verdict-side");
        buttons.setMinWidth(USE_PREF_SIZE);
        why.setWrapText(true);
        suggestion.getStyleClass().add("suggestion");
        suggestion.setWrapText(true);
        why.getStyleClass().add("why");
        why.setTooltip(whole);
        firstFalse = new FalseEquationLine(model, actions.get("go.false").keyText());
        HBox headline = new HBox(suggestion);
        headline.getStyleClass().add("verdict-values");
        Region apart = Ui.spring();
        VBox reason = new VBox(headline, why);
        reason.getStyleClass().add("reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMinWidth(80);
        HBox values = new HBox(stated, reasoned, ValueBox.box("verdict.gold", gold));
        values.getStyleClass().add("verdict-values");
        HBox top = new HBox(values, reason, buttons);
        top.getStyleClass().add("verdict-top");
        FlowPane flagRow = flagRow();
        flagRow.getChildren().addAll(others, firstFalse);
        getChildren().addAll(top, flagRow);
        Region room = Ui.spring();
        widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() > 0
                    && width.doubleValue() < NARROW_IN_EM * Theme.fontPixels().get();
            if (narrow && top.getChildren().contains(reason)) {
                top.getChildren().setAll(values, room, buttons);
                getChildren().add(1, reason);
            } else if (!narrow && !top.getChildren().contains(reason)) {
                getChildren().remove(reason);
                top.getChildren().setAll(values, reason, buttons);
            }
            reason.pseudoClassStateChanged(ALONE, narrow);
            if (narrow && buttons.getChildren().contains(strict)) {
                buttons.getChildren().setAll(pair);
                headline.getChildren().setAll(suggestion, apart, strict);
            } else if (!narrow && !buttons.getChildren().contains(strict)) {
                headline.getChildren().setAll(suggestion);
                buttons.getChildren().setAll(pair, strict);
            }
            why.setWrapText(!narrow);
            suggestion.setWrapText(!narrow);
        });

        bonds.follow(model.sheet(), this::showJudgement);
        bonds.follow(answer.hideGold(), this::showJudgement);
        bonds.follow(answer.valuesShown(), this::showJudgement);
        bonds.follow(answer.suggestionShown(), this::showJudgement);
        bonds.follow(answer.lit(), this::showLit);
        bonds.follow(model.label(), this::showLabel);
        bonds.follow(model.phase(), this::enable);
        bonds.follow(model.phase(), this::showJudgement);
        bonds.follow(model.item(), this::enable);
    }

    void release() {
        bonds.release();
        firstFalse.release();
        strict.release();
        others.release();
    }

    /** Leads from one equation that does not hold to the next. */
    void goToFalseEquation() {
        firstFalse.goOn();
    }

    /** Opens the note for writing. */
    void editNote() {
        note.setText(model.label().get().note());
        showNoteField(true);
        note.requestFocus();
        note.end();
    }

    private FlowPane flagRow() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("flag-row");
        for (String id : List.of("label.extra", "label.mismatch", "label.analysis")) {
            Action action = actions.get(id);
            Flag flag = switch (id) {
                case "label.extra" -> Flag.EXTRA_INFORMATION;
                case "label.mismatch" -> Flag.FORMAT_MISMATCH;
                default -> Flag.NEEDS_ANALYSIS;
            };
            Chip chip = new Chip(Texts.of("flag." + flag.key()));
            chip.setId("flag-" + flag.key());
            chip.setGraphic(new KeyCap(action.keyText()));
            chip.setTooltip(new Tooltip(Texts.of("action." + id + ".hint")));
            chip.setOnAction(event -> {
                chip.setSelected(model.label().get().flags().contains(flag));
                if (flag == Flag.FORMAT_MISMATCH && model.label().get().flags().contains(flag)) {
                    model.toggle(flag);
                } else {
                    action.perform();
                }
            });
            flags.put(flag, chip);
            row.getChildren().add(chip);
        }
        Action writeNote = actions.get("label.note");
        Button noteButton = new Button(writeNote.name());
        noteButton.setId("note-button");
        noteButton.getStyleClass().addAll("flat", "small-button");
        noteButton.setGraphic(new KeyCap(writeNote.keyText()));
        noteButton.setOnAction(event -> writeNote.perform());
        noteShown.getStyleClass().add("note-shown");
        noteShown.setId("note-shown");
        noteShown.setOnMouseClicked(event -> editNote());
        note.setId("note-field");
        note.setPromptText(Texts.of("verdict.note.prompt"));
        note.setAccessibleText(Texts.of("action.label.note"));
        note.setPrefColumnCount(36);
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::noteKey);
        note.focusedProperty().addListener((property, before, now) -> {
            if (!now && note.isVisible()) {
                finishNote(true);
            }
        });
        Action history = actions.get("label.history");
        Button historyButton = new Button(history.name());
        historyButton.setId("history-button");
        historyButton.getStyleClass().addAll("flat", "small-button");
        historyButton.setGraphic(new KeyCap(history.keyText()));
        historyButton.setOnAction(event -> history.perform());
        row.getChildren().addAll(noteButton, note, noteShown, historyButton);
        showNoteField(false);
        return row;
    }

    private void noteKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            finishNote(true);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            finishNote(false);
            event.consume();
        }
    }

    private void finishNote(boolean keep) {
        if (!note.isVisible()) {
            return;
        }
        String text = note.getText();
        showNoteField(false);
        if (keep) {
            model.note(text);
        }
        Ui.soon(() -> {
            if (getScene() != null && getScene().lookup("#step-grid") != null) {
                getScene().lookup("#step-grid").requestFocus();
            }
        });
    }

    private void showNoteField(boolean editing) {
        note.setVisible(editing);
        note.setManaged(editing);
        boolean some = !editing && !model.label().get().note().isEmpty();
        noteShown.setVisible(some);
        noteShown.setManaged(some);
    }

    private Button verdictButton(Action action, org.kordamp.ikonli.Ikon icon, String style) {
        HBox inner = new HBox(new FontIcon(icon), new Label(action.name()), new KeyCap(action.keyText()));
        inner.getStyleClass().add("verdict-button-inner");
        Button button = new Button(null, inner);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId(style);
        button.getStyleClass().addAll("verdict-button", style);
        button.setAccessibleText(action.name());
        button.setOnAction(event -> action.perform());
        return button;
    }

    private void showJudgement() {
        Sheet sheet = model.sheet().get();
        boolean coming = model.phase().get() == Phase.STREAMING || model.phase().get() == Phase.WAITING;
        Judgement judgement = sheet == null || coming ? null : sheet.judgement();
        boolean hidden = judgement != null && !answer.valuesShown().get();
        boolean suggested = judgement != null && answer.suggestionShown().get();
        boolean mismatch = suggested && judgement != null && judgement.flags().contains(Flag.FORMAT_MISMATCH);
        stated.show(judgement == null ? null : judgement.stated(), hidden, mismatch ? "value-differs" : "");
        reasoned.show(judgement == null ? null : judgement.reasoned(), hidden, mismatch ? "value-agrees" : "");
        String goldValue = judgement == null ? null : judgement.gold();
        Answers.show(
                gold,
                answer.hideGold().get() ? Answers.HIDDEN : Objects.requireNonNullElse(goldValue, "–"),
                ValueBox.pixels());
        if (judgement != null && suggested) {
            String kind = judgement.suggestion().key();
            suggestion.getStyleClass().setAll("label", "suggestion", "suggestion-" + kind);
            suggestion.setText(Texts.of("suggestion." + kind) + noticed(judgement));
            why.setText(judgement.why());
        } else {
            suggestion.getStyleClass().setAll("label", "suggestion", "suggestion-hidden");
            suggestion.setText(hidden ? Texts.of("suggestion.hidden") : "");
            why.setText(
                    hidden
                            ? Texts.of(
                                    "suggestion.hidden.why",
                                    actions.get("go.blind").keyText())
                            : "");
        }
        whole.setText(why.getText());
    }

    private void showLit() {
        stated.showLit(answer.lit().get() == AnswerValue.STATED);
        reasoned.showLit(answer.lit().get() == AnswerValue.REASONED);
    }

    private static String noticed(Judgement judgement) {
        List<String> names = new ArrayList<>();
        for (Flag flag : judgement.flags()) {
            names.add(Texts.of("flag." + flag.key()));
        }
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", ", ", ""));
    }

    private void showLabel() {
        dev.tracewright.trace.Label label = model.label().get();
        yes.pseudoClassStateChanged(CHOSEN, label.verdict() == Verdict.TRUE);
        no.pseudoClassStateChanged(CHOSEN, label.verdict() == Verdict.FALSE);
        flags.forEach((flag, chip) -> chip.setSelected(label.flags().contains(flag)));
        noteShown.setText(label.note());
        if (!note.isVisible()) {
            showNoteField(false);
        }
    }

    private void enable() {
        OpenSession.Item item = model.item().get();
        boolean answer = item != null && item.response() != null;
        boolean ready = model.phase().get() == Phase.READY || model.phase().get() == Phase.LOADING;
        setDisable(!(answer && ready));
    }
}
