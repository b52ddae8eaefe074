package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.Doubts;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A note above the corner of the work, which moves nothing and takes no keys: equal values, and both verdicts. */
final class ContradictionNotice extends VBox {
    private static final double MARGIN = 24;

    private final AnnotateViewModel model;
    private final ContradictionViewModel contradictions;
    private final ObservableBooleanValue hideModels;
    private final Label title = new Label();
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final Label more = new Label();
    private final Label wayWords = new Label();
    private final Ui.Bonds bonds = new Ui.Bonds();

    /** @param hideModels whether approach and solver are hidden */
    ContradictionNotice(AnnotateViewModel model, ActionSet actions, ObservableBooleanValue hideModels) {
        this.model = model;
        this.contradictions = model.contradictions();
        this.hideModels = hideModels;
        setId("contradiction");
        getStyleClass().add("contradiction");
        title.setGraphic(new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
        title.getStyleClass().add("strong");
        title.setId("contradiction-title");
        first.setId("contradiction-labelled");
        second.setId("contradiction-other");
        more.getStyleClass().add("muted");
        Button go = Buttons.withKey(actions.get("label.contradiction"));
        go.textProperty().bind(wayWords.textProperty());
        Button keep = Buttons.withKey(actions.get("label.keep-both"));
        HBox buttons = new HBox(go, keep);
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(title, first, second, more, buttons);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, new Insets(0, MARGIN, MARGIN, 0));
        bonds.follow(contradictions.shown(), this::show);
        bonds.follow(model.queue().current(), this::show);
        bonds.follow(hideModels, this::show);
    }

    void release() {
        bonds.release();
    }

    private void show() {
        ContradictionViewModel.Contradiction present = contradictions.shown().get();
        Bars.shown(this, present != null);
        if (present == null) {
            return;
        }
        title.setText(Texts.of(
                "contradiction.title",
                present.labelled().row().problem().number(),
                Answers.shown(present.labelled().value())));
        fill(first, present.labelled(), "contradiction.labelled");
        fill(second, present.other(), "contradiction.other");
        more.setText(Texts.of("contradiction.more", present.more()));
        Bars.shown(more, present.more() > 0);
        wayWords.setText(
                Texts.of("contradiction.way." + contradictions.way().name().toLowerCase(Locale.ROOT)));
    }

    private void fill(HBox line, Doubts.Decided decided, String which) {
        boolean right = decided.verdict() == Verdict.TRUE;
        FontIcon sign = new FontIcon(right ? MaterialDesignC.CHECK_BOLD : MaterialDesignC.CLOSE_THICK);
        sign.getStyleClass().addAll("queue-state", right ? "state-true" : "state-false");
        Label verdict = new Label(Texts.of(right ? "verdict.true" : "verdict.false"), sign);
        verdict.getStyleClass().add("contradiction-verdict");
        boolean here = decided.row().equals(model.queue().current().get());
        Label words = new Label(Texts.of(
                here ? "contradiction.here" : "contradiction.line",
                Answers.shown(decided.value()),
                QueueCell.describe(decided.row(), hideModels.get()),
                Texts.of(which)));
        line.getChildren().setAll(verdict, words);
        line.getStyleClass().setAll("contradiction-line");
    }
}
