package dev.tracewright.ui.annotate;

import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.OpenSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Who labelled the item what and when, and which versions its plan went through. */
final class HistoryPopOver {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(Locale.UK)
            .withZone(ZoneId.systemDefault());

    private final AnnotateViewModel model;
    private final VBox lines = new VBox();

    HistoryPopOver(AnnotateViewModel model, boolean blind) {
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
                String origin = Texts.of("origin." + plan.origin().name().toLowerCase(Locale.ROOT), plan.author());
                line(Texts.of(
                        "history.plan", plan.version(), origin, plan.steps().size(), time(plan.createdAt())));
            }
        }
        if (item.response() != null && item.response().source() != null) {
            head(Texts.of("history.source"));
            line(item.response().source());
        }
        loadLabels(blind);
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
        model.readHistory(events -> {
            List<LabelEvent> shown = blind
                    ? events.stream()
                            .filter(event ->
                                    event.author().equals(model.session().annotator()))
                            .toList()
                    : events;
            int at = 1;
            for (LabelEvent event : shown) {
                lines.getChildren().add(at++, label(describe(event)));
            }
            if (shown.isEmpty()) {
                lines.getChildren().add(at, label(Texts.of("history.none")));
            }
        });
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
                time(event.at()),
                event.author(),
                verdict + (flags.isEmpty() ? "" : ", " + flags) + (label.note().isEmpty() ? "" : " – " + label.note()));
    }

    private static String time(long at) {
        return at == 0 ? Texts.of("history.time-unknown") : TIME.format(Instant.ofEpochMilli(at));
    }

    private void head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("column-head");
        lines.getChildren().add(head);
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
