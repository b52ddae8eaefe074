package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.control.Mark;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.PlanDiff;
import dev.tracewright.work.StepChange;
import dev.tracewright.work.VerifierDesk;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The verifier above the grid: what is being sent to whom, that it is at work, what went wrong, and what it proposes. */
final class RefineBar extends VBox {
    private final RefineViewModel refine;
    private final RefineAsking asking;
    private final Label runningText = new Label();
    private final Label troubleText = new Label();
    private final Label headline = new Label();
    private final Label where = new Label();
    private final StackPane words = new StackPane();
    private final HBox answers;
    private final HBox running;
    private final HBox trouble;
    private final VBox said;
    private final Ui.Bonds bonds = new Ui.Bonds();

    RefineBar(AnnotateViewModel model, AnnotateContext context, ActionSet actions, Runnable backToWork) {
        this.refine = model.refinement();
        asking = new RefineAsking(refine, context, backToWork);
        Button stop = new Button(Texts.of("shell.cancel"));
        stop.setId("refine-stop");
        stop.setOnAction(event -> refine.desk().stop());
        runningText.setId("refine-progress");
        ProgressBar progress = new ProgressBar();
        running = Bars.bar(
                "bar-opinion", MaterialDesignC.CLIPBOARD_ACCOUNT_OUTLINE, progress, runningText, Ui.spring(), stop);
        troubleText.setId("refine-trouble");
        trouble = Bars.bar(
                "bar-trouble",
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                Bars.grown(troubleText),
                Bars.closing("refine-dismiss", refine::dismissTrouble));
        headline.setId("refine-headline");
        headline.getStyleClass().add("strong");
        where.setId("refine-where");
        words.setId("refine-words");
        words.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        Hyperlink raw = new Hyperlink(Texts.of("refine.show-reply"));
        raw.setId("refine-reply");
        raw.setMinWidth(USE_PREF_SIZE);
        raw.setOnAction(event -> showReply(raw));
        Button take = Buttons.withKey(actions.get("refine.take"));
        Button keep = Buttons.withKey(actions.get("refine.keep"));
        take.setMinWidth(USE_PREF_SIZE);
        keep.setMinWidth(USE_PREF_SIZE);
        answers = new HBox(
                Buttons.icon(actions.get("refine.previous")), Buttons.icon(actions.get("refine.next")), take, keep);
        answers.getStyleClass().add("opinion-answers");
        answers.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(
                new FontIcon(MaterialDesignC.CLIPBOARD_ACCOUNT_OUTLINE),
                Bars.grown(headline),
                answers,
                raw,
                Bars.closing("refine-close", () -> {
                    refine.close();
                    backToWork.run();
                }));
        top.getStyleClass().add("refine-top");
        said = new VBox(top, Bars.grown(where), words);
        said.getStyleClass().addAll("bar", "bar-opinion", "refine-said");
        getChildren().setAll(asking, running, trouble, said);

        bonds.follow(refine.asking(), this::show);
        bonds.follow(refine.desk().job(), this::show);
        bonds.follow(refine.trouble(), this::show);
        bonds.follow(refine.proposal(), this::show);
        bonds.follow(refine.changes(), this::show);
        bonds.follow(refine.current(), this::show);
        bonds.onRelease(asking::release);
    }

    void release() {
        bonds.release();
    }

    private void show() {
        VerifierDesk.Job job = refine.desk().job().get();
        VerifierDesk.Proposal proposal = refine.proposal().get();
        Bars.shown(asking, refine.asking().get() && job == null);
        Bars.shown(running, job != null);
        if (job != null) {
            runningText.setText(Texts.of("refine.progress", job.model()));
        }
        String why = refine.trouble().get();
        Bars.shown(trouble, why != null);
        troubleText.setText(why == null ? "" : why);
        Bars.shown(said, proposal != null);
        if (proposal != null) {
            showProposal(proposal);
        }
        Bars.shown(this, getChildren().stream().anyMatch(Node::isVisible));
    }

    private void showProposal(VerifierDesk.Proposal proposal) {
        int count = refine.changes().get().size();
        headline.setText(Texts.of(count == 0 ? "refine.agrees" : "refine.proposes", proposal.source(), count));
        Bars.shown(answers, count > 0);
        Bars.shown(where, count > 0);
        Bars.shown(words, count > 0);
        refine.change().ifPresent(change -> {
            int number = refine.current().get() + 1;
            where.setText(
                    switch (change) {
                        case StepChange.Reworded reworded ->
                            Texts.of("refine.reworded", number, count, reworded.index() + 1);
                        case StepChange.Added added -> Texts.of("refine.added", number, count, added.index());
                        case StepChange.Deleted deleted ->
                            Texts.of("refine.deleted", number, count, deleted.index() + 1);
                        case StepChange.Moved moved ->
                            Texts.of("refine.moved", number, count, moved.index() + 1, moved.to() + 1);
                    });
            words.getChildren().setAll(words(change));
        });
    }

    private static Node words(StepChange change) {
        double size = Theme.fontPixels().get();
        return switch (change) {
            case StepChange.Reworded(int _, String before, String after) -> difference(before, after, size);
            case StepChange.Added(int _, String after) ->
                new RichText(after, List.of(Mark.of(0, after.length(), "mark-added")), size);
            case StepChange.Deleted(int _, String before) ->
                new RichText(before, List.of(Mark.of(0, before.length(), Mark.REMOVED)), size);
            case StepChange.Moved(int _, int _, String before) -> new RichText(before, List.of(), size);
        };
    }

    private static Node difference(String before, String after, double size) {
        StringBuilder both = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (PlanDiff.Words part : PlanDiff.words(before, after)) {
            int start = both.length();
            both.append(part.text());
            if (part.kind() != PlanDiff.Words.Kind.KEPT && !part.text().isBlank()) {
                boolean added = part.kind() == PlanDiff.Words.Kind.ADDED;
                marks.add(Mark.of(start, both.length(), added ? "mark-added" : Mark.REMOVED));
            }
        }
        return new RichText(both.toString(), marks, size);
    }

    /** The reply as it came, for looking at and copying. */
    private void showReply(Node beside) {
        VerifierDesk.Proposal proposal = refine.proposal().get();
        if (proposal == null) {
            return;
        }
        TextArea text = new TextArea(proposal.reply());
        text.setId("refine-raw");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefColumnCount(50);
        text.setPrefRowCount(12);
        VBox content = new VBox(text);
        content.getStyleClass().add("link-chooser");
        PopOver pop = new PopOver(content);
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        pop.setAnimated(false);
        pop.show(beside);
    }
}
