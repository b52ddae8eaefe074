package dev.tracewright.ui.results;

import dev.tracewright.analysis.CountedAnswers;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.ResultsDesk;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * What must be said above the results: that they are none of any model, that suggestions count, that nobody has labelled, that answers
 * are being read, that it failed.
 */
final class ResultsNotes extends VBox {
    private final ResultsViewModel model;
    private final Label trouble = new Label();
    private final Label reading = new Label();
    private final HBox troubleBar;
    private final HBox readingBar;
    private final HBox demonstrationBar;
    private final Label demonstration = new Label();
    private final HBox suggestionsBar;
    private final HBox unlabelledBar;
    private final Function<ResultsPicture, String> lacking;
    private final Label lack = new Label();
    private final HBox lackBar;
    private final Button stop;
    private final Button read;

    /** @param lacking says why sections are missing, in a sentence; empty where none is */
    ResultsNotes(
            ResultsViewModel model,
            ActionSet actions,
            Action annotate,
            Function<ResultsPicture, String> lacking,
            Ui.Bonds bonds) {
        this.model = model;
        this.lacking = lacking;
        setSpacing(6);
        getStyleClass().add("results-notes");
        stop = Buttons.full(actions.get("results.stop"));
        read = Buttons.full(actions.get("results.read"));
        troubleBar = bar(
                "results-trouble",
                "bar-trouble",
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                trouble,
                small(Buttons.full(actions.get("results.refresh"))));
        readingBar = bar(
                "results-reading", "bar-plain", MaterialDesignB.BOOK_OPEN_OUTLINE, reading, small(stop), small(read));
        demonstrationBar =
                bar("results-demonstrated", "bar-demonstration", MaterialDesignS.SCHOOL_OUTLINE, demonstration);
        suggestionsBar = bar(
                "results-suggested",
                "bar-suggestions",
                MaterialDesignL.LIGHTBULB_OUTLINE,
                new Label(Texts.of("results.suggested")),
                small(turn(actions.get("results.suggestions"), "results.suggested.off")));
        unlabelledBar = bar(
                "results-unlabelled",
                "bar-plain",
                MaterialDesignT.TAG_OUTLINE,
                new Label(Texts.of("results.unlabelled")),
                small(turn(annotate, "results.unlabelled.label")),
                small(turn(actions.get("results.suggestions"), "results.unlabelled.suggest")));
        lackBar = bar("results-lacking", "bar-plain", MaterialDesignI.INFORMATION_OUTLINE, lack);
        getChildren().addAll(troubleBar, demonstrationBar, readingBar, suggestionsBar, unlabelledBar, lackBar);
        bonds.follow(model.trouble(), this::show);
        bonds.follow(model.reading(), this::show);
        bonds.follow(model.picture(), this::show);
    }

    private void show() {
        ResultsPicture picture = model.picture().get();
        boolean any = picture != null && picture.total() > 0;
        trouble.setText(model.trouble().get());
        show(troubleBar, picture != null && !model.trouble().get().isEmpty());
        demonstration.setText(any && picture != null ? CountedAnswers.warning(picture.answered()) : "");
        lack.setText(any && picture != null ? lacking.apply(picture) : "");
        show(lackBar, !lack.getText().isEmpty());
        show(demonstrationBar, !demonstration.getText().isEmpty());
        ResultsDesk.Reading now = model.reading().get();
        long left = picture == null ? 0 : picture.answered().unread();
        reading.setText(
                !now.running()
                        ? Texts.of("results.reading.left", left)
                        : Texts.of("results.reading", now.read(), now.total()));
        show(readingBar, any && (now.running() || left > 0));
        show(stop, now.running());
        show(read, !now.running());
        boolean suggestions = picture != null && picture.answered().filter().suggestions();
        show(suggestionsBar, any && suggestions);
        show(unlabelledBar, any && !suggestions && picture != null && picture.labelled() == 0);
    }

    private static Button turn(Action action, String words) {
        Button button = new Button(Texts.of(words));
        button.setId(words.replace('.', '-'));
        button.setOnAction(event -> action.perform());
        return button;
    }

    private static Button small(Button button) {
        button.getStyleClass().add("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static HBox bar(String id, String style, Ikon icon, Label words, Node... buttons) {
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(new FontIcon(icon), words);
        bar.getChildren().addAll(buttons);
        bar.setId(id);
        bar.getStyleClass().addAll("results-bar", style);
        return bar;
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
