package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.OpenSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Who labelled the item what and when, and which versions its plan went through; what others said waits for the person's verdict. */
final class HistoryPopOver {
    private final AnnotateViewModel model;
    private final VBox lines = new VBox();

    HistoryPopOver(AnnotateViewModel model, AnnotateContext.Hiding hiding) {
        this.model = model;
        lines.getStyleClass().add("history");
        OpenSession.Item item = model.item().get();
        if (item == null) {
            return;
        }
        head(Texts.of("history.labels"));
        if (item.response() == null) {
            line(Texts.of("history.unsolved"));
        }
        if (!item.plans().isEmpty()) {
            head(Texts.of("history.plans"));
            for (Plan plan : item.plans()) {
                boolean nameless =
                        plan.origin() != Plan.Origin.PERSON && hiding.models().get();
                String origin = Texts.of(
                        "origin." + plan.origin().name().toLowerCase(Locale.ROOT),
                        nameless ? Answers.HIDDEN : plan.author());
                line(Texts.of(
                        "history.plan", plan.version(), origin, plan.steps().size(), ShownTime.of(plan.createdAt())));
            }
        }
        boolean sourceShown = !hiding.models().get(); // file names tell the models
        if (sourceShown && item.response() != null && item.response().source() != null) {
            head(Texts.of("history.source"));
            line(item.response().source());
        }
        loadLabels(!model.answer().suggestionShown().get());
    }

    void show(Node beside) {
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        scroll.getStyleClass().add("plain-scroll");
        PopOver pop = new PopOver(scroll);
        pop.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        pop.setTitle(Texts.of("action.label.history"));
        pop.setAnimated(false);
        pop.show(beside.lookup("#history-button") == null ? beside : beside.lookup("#history-button"));
    }

    private void loadLabels(boolean blind) {
        String me = model.session().annotator();
        model.readHistory(said -> {
            List<LabelEvent> labels = said.labels().stream()
                    .filter(event -> !blind || event.author().equals(me))
                    .toList();
            List<CorrectionEvent> corrections = said.corrections().stream()
                    .filter(event -> !blind || event.author().equals(me))
                    .toList();
            List<Node> added = new ArrayList<>();
            labels.forEach(event -> added.add(label(describe(event))));
            if (labels.isEmpty()) {
                added.add(label(Texts.of(blind ? "history.hidden" : "history.none")));
            }
            if (!corrections.isEmpty()) {
                added.add(headLabel(Texts.of("history.corrections")));
                corrections.forEach(event -> added.add(label(describe(event))));
            }
            lines.getChildren().addAll(1, added);
        });
    }

    private static String describe(CorrectionEvent event) {
        String what = switch (event.correction()) {
            case Correction.OfStatus(int step, StepStatus status) ->
                Texts.of(
                        "history.status",
                        step,
                        Texts.of(status == null ? "correction.left-to-rules" : "status." + status.key()));
            case Correction.OfLinks(int start, int end, List<Integer> steps) ->
                Texts.of(
                        "history.links",
                        start,
                        end,
                        steps == null
                                ? Texts.of("correction.left-to-rules")
                                : steps.isEmpty()
                                        ? Texts.of("links.none")
                                        : Texts.of("status.performs", PersonMark.numbers(steps)));
        };
        String from = event.source() == null ? "" : Texts.of("correction.from", event.source());
        return Texts.of(
                event.undo() ? "history.correction-undo" : "history.label",
                ShownTime.of(event.at()),
                event.author(),
                what + from);
    }

    private static String describe(LabelEvent event) {
        dev.tracewright.trace.Label label = event.label();
        String verdict = label.verdict() == null
                ? Texts.of("history.open")
                : Texts.of("verdict." + label.verdict().name().toLowerCase(Locale.ROOT));
        String flags = label.flags().stream()
                .map(flag -> Texts.of("flag." + flag.key()))
                .collect(Collectors.joining(", "));
        return Texts.of(
                event.undo() ? "history.undo" : "history.label",
                ShownTime.of(event.at()),
                event.author(),
                verdict + (flags.isEmpty() ? "" : ", " + flags) + (label.note().isEmpty() ? "" : " – " + label.note()));
    }

    private void head(String text) {
        lines.getChildren().add(headLabel(text));
    }

    private static Label headLabel(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("column-head");
        return head;
    }

    private void line(String text) {
        lines.getChildren().add(label(text));
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(440);
        return label;
    }
}
