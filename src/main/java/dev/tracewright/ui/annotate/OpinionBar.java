package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.OpinionDesk;
import dev.tracewright.work.OpinionDifferences;
import dev.tracewright.work.OpinionJob;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/**
 * The second opinion above the grid, at most a line at a time: what is being sent to whom, how far the asking is, how it ended,
 * and the differences one by one.
 */
final class OpinionBar extends VBox {
    private final AnnotateViewModel model;
    private final OpinionViewModel opinions;
    private final OpinionAsking asking;
    private final ProgressBar progress = new ProgressBar();
    private final Label progressText = new Label();
    private final Label outcomeText = new Label();
    private final Label headline = new Label();
    private final Label difference = new Label();
    private final HBox answers;
    private final HBox running;
    private final HBox ended;
    private final HBox said;
    private final Ui.Bonds bonds = new Ui.Bonds();

    OpinionBar(AnnotateViewModel model, AnnotateContext context, ActionSet actions, Runnable backToWork) {
        this.model = model;
        this.opinions = model.opinions();
        asking = new OpinionAsking(model, context, backToWork);
        Button stop = new Button(Texts.of("shell.cancel"));
        stop.setId("opinion-stop");
        stop.setOnAction(event -> opinions.stop());
        progressText.setId("opinion-progress");
        running = Bars.bar(
                "bar-opinion", MaterialDesignC.COMMENT_QUESTION_OUTLINE, progress, progressText, Ui.spring(), stop);
        outcomeText.setId("opinion-outcome");
        ended = Bars.bar(
                "bar-opinion",
                MaterialDesignI.INFORMATION_OUTLINE,
                Bars.grown(outcomeText),
                Bars.closing("opinion-dismiss", opinions::dismissOutcome));
        headline.setId("opinion-headline");
        headline.getStyleClass().add("strong");
        difference.setId("opinion-difference");
        Hyperlink raw = new Hyperlink(Texts.of("opinion.show-reply"));
        raw.setId("opinion-reply");
        raw.setMinWidth(USE_PREF_SIZE);
        raw.setOnAction(event -> showReply(raw));
        Button take = Buttons.withKey(actions.get("opinion.take"));
        Button keep = Buttons.withKey(actions.get("opinion.keep"));
        take.setMinWidth(USE_PREF_SIZE);
        keep.setMinWidth(USE_PREF_SIZE);
        answers = new HBox(
                Buttons.icon(actions.get("opinion.previous")), Buttons.icon(actions.get("opinion.next")), take, keep);
        answers.getStyleClass().add("opinion-answers");
        VBox words = new VBox(Bars.grown(headline), Bars.grown(difference));
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        answers.setMinWidth(USE_PREF_SIZE);
        said = Bars.bar("bar-opinion", MaterialDesignC.COMMENT_QUOTE_OUTLINE, words, answers, raw);
        getChildren().setAll(asking, running, ended, said);

        bonds.follow(opinions.asking(), this::show);
        bonds.follow(opinions.desk().job(), this::show);
        bonds.follow(opinions.outcome(), this::show);
        bonds.follow(opinions.opinion(), this::show);
        bonds.follow(opinions.differences(), this::show);
        bonds.follow(opinions.current(), this::show);
        bonds.follow(model.sheet(), this::show);
        bonds.follow(model.phase(), this::show);
        bonds.onRelease(asking::release);
    }

    void release() {
        bonds.release();
    }

    private void show() {
        OpinionJob job = opinions.desk().job().get();
        OpinionDesk.Outcome outcome = opinions.outcome().get();
        OpinionViewModel.Opinion opinion = opinions.opinion().get();
        Bars.shown(asking, opinions.asking().get() && job == null);
        Bars.shown(running, job != null);
        if (job != null) {
            progress.setProgress(
                    job.total() == 1 ? ProgressBar.INDETERMINATE_PROGRESS : (double) job.done() / job.total());
            progressText.setText(Texts.of("opinion.progress", job.model(), job.done(), job.total(), job.failed()));
        }
        boolean worth = outcome != null && (outcome.trouble() != null || outcome.asked() > 1 || outcome.stopped());
        Bars.shown(ended, worth && job == null);
        if (outcome != null) {
            outcomeText.setText(words(outcome));
        }
        Bars.shown(said, opinion != null && model.phase().get() == Phase.READY);
        if (opinion != null) {
            showOpinion(opinion);
        }
        boolean any = getChildren().stream().anyMatch(Node::isVisible);
        Bars.shown(this, any);
    }

    private void showOpinion(OpinionViewModel.Opinion opinion) {
        int count = opinions.differences().get().size();
        String source = opinion.stored().source();
        Bars.shown(answers, count > 0);
        if (opinion.alignment() == null) {
            headline.setText(Texts.of("opinion.unreadable", source));
            difference.setText(
                    opinion.stored().trouble() == null ? "" : opinion.stored().trouble());
        } else if (model.stepsDifferFromOutput()) {
            headline.setText(Texts.of("opinion.waits", source));
            difference.setText("");
        } else {
            headline.setText(Texts.of(count == 0 ? "opinion.agrees" : "opinion.differs", source, count));
            difference.setText(opinions.difference()
                    .map(found -> (opinions.current().get() + 1) + ". " + words(found))
                    .orElse(""));
        }
        Bars.shown(difference, !difference.getText().isEmpty());
    }

    private static String words(OpinionDesk.Outcome outcome) {
        String came = Texts.of("opinion.outcome", outcome.usable(), outcome.asked());
        String stopped = outcome.stopped() ? " " + Texts.of("opinion.stopped") : "";
        return came + stopped + (outcome.trouble() == null ? "" : " " + outcome.trouble());
    }

    private static String words(OpinionDifferences.Difference found) {
        return switch (found) {
            case OpinionDifferences.OfStatus status ->
                Texts.of(
                        "opinion.status",
                        status.step(),
                        Texts.of("status." + status.now().key()),
                        Texts.of("status." + status.opinion().key()));
            case OpinionDifferences.OfLinks links ->
                Texts.of("opinion.links", performs(links.now()), performs(links.opinion()));
        };
    }

    static String performs(List<Integer> steps) {
        return steps.isEmpty() ? Texts.of("links.none") : Texts.of("status.performs", PersonMark.numbers(steps));
    }

    /** The reply as it came, for looking at and copying. */
    private void showReply(Node beside) {
        OpinionViewModel.Opinion opinion = opinions.opinion().get();
        @Nullable String raw = opinion == null ? null : opinion.stored().raw();
        if (opinion == null || raw == null) {
            return;
        }
        TextArea text = new TextArea(raw);
        text.setId("opinion-raw");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefColumnCount(50);
        text.setPrefRowCount(16);
        Label facts = new Label(Texts.of(
                "opinion.facts",
                opinion.stored().source(),
                opinion.stored().place() == null ? "" : opinion.stored().place(),
                ShownTime.of(opinion.stored().at()),
                opinion.stored().template() == null ? "" : opinion.stored().template()));
        facts.getStyleClass().add("column-head");
        VBox content = new VBox(facts, text);
        content.getStyleClass().add("link-chooser");
        PopOver pop = new PopOver(content);
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        pop.setAnimated(false);
        pop.show(beside);
    }
}
