package dev.tracewright.ui.runs;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Whether steps are reviewed before they are solved with, and where the study stops by itself. */
final class LimitsSection extends VBox {
    LimitsSection(StudyFormModel model, Ui.Bonds bonds) {
        StudyDraft draft = model.draft();
        ComboBox<StudyDraft.ReviewKind> review = Forms.choice(
                "study-review",
                List.of(StudyDraft.ReviewKind.values()),
                kind -> Texts.of("runs.form.review." + RunWords.lower(kind)),
                Texts.of("runs.form.review"));
        review.valueProperty().bindBidirectional(draft.reviewKind());
        TextField share = Forms.field("study-share", draft.share(), 5, Texts.of("runs.form.review.share"));
        Label solved = Forms.word(Texts.of("runs.form.arms"));
        CheckBox original = Forms.check("study-original", Texts.of("runs.form.arm.original"), draft.original());
        CheckBox corrected = Forms.check("study-corrected", Texts.of("runs.form.arm.corrected"), draft.corrected());
        bonds.follow(draft.reviewKind(), () -> {
            boolean reviewed = draft.reviewKind().get() != StudyDraft.ReviewKind.NONE;
            Forms.show(share, draft.reviewKind().get() == StudyDraft.ReviewKind.SHARE);
            Forms.show(solved, reviewed);
            Forms.show(original, reviewed);
            Forms.show(corrected, reviewed);
        });
        getChildren()
                .addAll(
                        Forms.section(
                                Texts.of("runs.form.review"),
                                Forms.row(review, share),
                                Forms.row(solved, original, corrected),
                                Forms.fault(model, bonds, "review")),
                        Forms.section(
                                Texts.of("runs.form.budget"),
                                Forms.row(
                                        Forms.word(Texts.of("runs.form.budget.money")),
                                        Forms.field(
                                                "study-money", draft.money(), 6, Texts.of("runs.form.budget.money")),
                                        Forms.field(
                                                "study-currency",
                                                draft.currency(),
                                                4,
                                                Texts.of("runs.form.budget.currency")),
                                        Forms.word(Texts.of("runs.form.budget.tokens")),
                                        Forms.field(
                                                "study-tokens",
                                                draft.tokens(),
                                                9,
                                                Texts.of("runs.form.budget.tokens"))),
                                Forms.muted(Texts.of("runs.form.budget.text")),
                                Forms.fault(model, bonds, "budget")));
        getStyleClass().add("form-sections");
    }
}
