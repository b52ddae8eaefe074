package dev.tracewright.ui.runs;

import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Review;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.work.StudyServers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whether steps are reviewed before they are solved with, and where the study stops by itself. */
final class LimitsSection extends VBox {
    /**
     * Who reviews.
     *
     * @param verifier the model that is asked, or null where a person looks
     */
    private record Reviewer(@Nullable ModelRef verifier) {
        String word() {
            return verifier == null
                    ? Texts.of("runs.form.review.person")
                    : Texts.of("runs.form.review.verifier", verifier.toString());
        }
    }

    LimitsSection(StudyFormModel model, StudyServers servers, Ui.Bonds bonds) {
        StudyDraft draft = model.draft();
        ComboBox<Reviewer> reviewer = reviewer(draft, servers, bonds);
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
            Forms.show(reviewer, reviewed);
            Forms.show(solved, reviewed);
            Forms.show(original, reviewed);
            Forms.show(corrected, reviewed);
        });
        getChildren()
                .addAll(
                        Forms.section(
                                Texts.of("runs.form.review"),
                                Forms.row(review, share, reviewer),
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

    /** A person, or one of the models that the servers have now. */
    private static ComboBox<Reviewer> reviewer(StudyDraft draft, StudyServers servers, Ui.Bonds bonds) {
        ComboBox<Reviewer> box =
                Forms.choice("study-reviewer", List.of(), Reviewer::word, Texts.of("runs.form.reviewer"));
        Runnable offer = () -> {
            List<Reviewer> all = new ArrayList<>(List.of(new Reviewer(null)));
            servers.models().forEach((endpoint, names) -> {
                if (!endpoint.equals(StudyServers.OFFLINE)) {
                    names.forEach(name -> all.add(new Reviewer(new ModelRef(endpoint, name))));
                }
            });
            Reviewer chosen = box.getValue();
            if (chosen != null && !all.contains(chosen)) {
                all.add(chosen);
            }
            if (!all.equals(box.getItems())) {
                box.getItems().setAll(all);
                box.setValue(chosen);
            }
        };
        Runnable show = () -> {
            boolean asked = draft.reviewBy().get() == Review.By.VERIFIER;
            box.setValue(new Reviewer(asked ? draft.verifier().get() : null));
            offer.run();
        };
        bonds.follow(draft.reviewBy(), show);
        bonds.follow(draft.verifier(), show);
        box.setOnShowing(event -> offer.run());
        box.setOnAction(event -> {
            Reviewer chosen = box.getValue();
            if (chosen == null) {
                return;
            }
            if (chosen.verifier() != null) {
                draft.verifier().set(chosen.verifier());
            }
            draft.reviewBy().set(chosen.verifier() == null ? Review.By.PERSON : Review.By.VERIFIER);
        });
        return box;
    }
}
