package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.ReviewDesk;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Says above the steps that a study waits for them, or who has reviewed them, and what became of an earlier review. */
final class ReviewBar extends VBox {
    private final ReviewViewModel reviews;
    private final Label text = new Label();
    private final Label saidText = new Label();
    private final HBox bar;
    private final HBox said;
    private final Button done;
    private final Ui.Bonds bonds = new Ui.Bonds();

    ReviewBar(AnnotateViewModel model, ActionSet actions) {
        this.reviews = model.reviews();
        text.setId("review-text");
        saidText.setId("review-said");
        done = Buttons.withKey(actions.get("review.done"));
        done.getStyleClass().add("accent");
        done.setMinWidth(USE_PREF_SIZE);
        bar = bar("bar-review", MaterialDesignC.CLIPBOARD_EDIT_OUTLINE, grown(text), done);
        bar.setId("review-bar");
        Button dismiss = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        dismiss.setId("review-dismiss");
        dismiss.getStyleClass().addAll("button-icon", "flat");
        dismiss.setAccessibleText(Texts.of("dismiss"));
        dismiss.setOnAction(event -> reviews.desk().dismiss());
        said = bar("bar-trouble", MaterialDesignI.INFORMATION_OUTLINE, grown(saidText), dismiss);
        getChildren().setAll(said, bar);

        bonds.follow(model.item(), this::show);
        bonds.follow(model.queue().current(), this::show);
        bonds.follow(reviews.desk().said(), this::show);
    }

    void release() {
        bonds.release();
    }

    private static HBox bar(String style, org.kordamp.ikonli.Ikon icon, Node... content) {
        HBox bar = new HBox(new FontIcon(icon));
        bar.getChildren().addAll(content);
        bar.getStyleClass().addAll("bar", style);
        return bar;
    }

    private static Label grown(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private void show() {
        ItemRow.@Nullable Review review = reviews.review();
        Bars.shown(bar, review != null);
        if (review != null) {
            String reviewer = review.reviewer();
            text.setText(
                    reviewer == null
                            ? Texts.of("review.waits")
                            : Texts.of("review.reviewed", reviewer, reviews.waiting()));
            Bars.shown(done, reviewer == null);
        }
        ReviewDesk.Said words = reviews.desk().said().get();
        Bars.shown(said, words != null);
        if (words != null) {
            saidText.setText(
                    switch (words) {
                        case ReviewDesk.Said.Overtaken(int problem, String reviewer) ->
                            Texts.of("review.overtaken", problem, reviewer);
                        case ReviewDesk.Said.Solved(int problem) -> Texts.of("review.solved", problem);
                    });
        }
        Bars.shown(this, review != null || words != null);
    }
}
