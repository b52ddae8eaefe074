package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What became of a step, in a word and a colour, and the printed number where it is another than the step's. */
final class StatusCell extends VBox {
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");

    private final AnnotateViewModel model;
    private final Label chip = new Label();
    private final Label detail = new Label();
    private final Label opinion = OpinionMark.label();

    /**
     * @param setBy who set the status and when, in words; empty where the rules did
     * @param opinion what a second opinion says instead; empty where nothing
     */
    private record Content(String style, String text, String detail, boolean unsure, String setBy, String opinion) {
        Content(String style, String text, String detail, boolean unsure) {
            this(style, text, detail, unsure, "", "");
        }
    }

    private @Nullable Content content;
    private int step;

    StatusCell(AnnotateViewModel model) {
        this.model = model;
        getStyleClass().add("status-cell");
        chip.getStyleClass().add("status-chip");
        detail.getStyleClass().add("status-detail");
        detail.setWrapText(true);
        getChildren().addAll(chip, detail, opinion);
        chip.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && step != 0) {
                StatusMenu.show(model, step, chip);
                event.consume();
            }
        });
        setOnContextMenuRequested(event -> StatusMenu.show(model, step, chip));
    }

    void show(Sheet sheet, AlignedRows.Row row) {
        step = row.step();
        Content wanted = content(sheet, row);
        if (wanted.equals(content)) {
            return;
        }
        content = wanted;
        chip.getStyleClass().setAll("label", "status-chip", "status-" + wanted.style());
        chip.setText(wanted.text());
        chip.setVisible(!wanted.text().isEmpty());
        chip.setManaged(!wanted.text().isEmpty());
        chip.pseudoClassStateChanged(UNSURE, wanted.unsure());
        boolean set = !wanted.setBy().isEmpty();
        chip.setGraphic(set ? PersonMark.icon() : null);
        chip.setTooltip(set ? new Tooltip(wanted.setBy()) : null);
        chip.setCursor(step == 0 ? Cursor.DEFAULT : Cursor.HAND);
        detail.setText(wanted.detail());
        detail.setManaged(!wanted.detail().isEmpty());
        OpinionMark.show(opinion, wanted.opinion());
        setAccessibleText(wanted.text() + " " + wanted.detail() + (set ? ". " + wanted.setBy() : "")
                + (wanted.opinion().isEmpty() ? "" : ". " + opinion.getAccessibleText()));
    }

    private Content content(Sheet sheet, AlignedRows.Row row) {
        if (sheet.output().isEmpty() || model.phase().get() == Phase.WAITING) {
            return new Content("none", "", "", false);
        }
        List<Segment> segments =
                row.segments().stream().map(sheet.alignment().segments()::get).toList();
        if (row.step() == 0) {
            return outputOnly(segments.getFirst());
        }
        StepStatus status = sheet.alignment().status().get(row.step() - 1);
        if (status == StepStatus.SKIPPED && model.phase().get() == Phase.STREAMING) {
            return new Content("none", "", "", false);
        }
        boolean unsure = segments.stream().anyMatch(segment -> !segment.sure());
        String arrow = status == StepStatus.MERGED ? arrow(sheet, row) : "";
        List<String> details = new ArrayList<>();
        String printed = segments.stream()
                .map(Segment::printed)
                .filter(number -> number != null && !number.equals(Integer.toString(row.step())))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!printed.isEmpty()) {
            details.add(Texts.of("status.printed", printed));
        }
        if (unsure) {
            details.add(Texts.of("status.unsure"));
        }
        String byRules = Texts.of(
                "status." + sheet.byRules().status().get(row.step() - 1).key());
        return new Content(
                status.key(),
                Texts.of("status." + status.key()) + arrow,
                String.join(" · ", details),
                unsure,
                sheet.statusSet(row.step())
                        .map(event -> PersonMark.words(event, byRules))
                        .orElse(""),
                model.opinions()
                        .statusOf(row.step())
                        .map(other -> Texts.of("status." + other.key()))
                        .orElse(""));
    }

    private static Content outputOnly(Segment segment) {
        String detail = "";
        if (!segment.steps().isEmpty()) {
            String numbers = segment.steps().stream().map(String::valueOf).collect(Collectors.joining(", "));
            detail = Texts.of("status.performs", numbers);
        } else if (segment.printed() != null && segment.kind() != Segment.Kind.RESTATEMENT) {
            detail = Texts.of("status.printed", segment.printed());
        }
        String key = segment.kind() == Segment.Kind.STEP
                ? (segment.steps().isEmpty() ? "added" : "elsewhere")
                : segment.kind().key();
        return new Content(key, Texts.of("segment." + key), detail, !segment.sure());
    }

    /** Points to the row in which a merged step's work stands. */
    private static String arrow(Sheet sheet, AlignedRows.Row row) {
        if (!row.segments().isEmpty()) {
            return "";
        }
        int here = sheet.rows().indexOf(row);
        for (int i = 0; i < sheet.rows().size(); i++) {
            for (int position : sheet.rows().get(i).segments()) {
                if (sheet.alignment().segments().get(position).steps().contains(row.step())) {
                    return i < here ? " ↑" : " ↓";
                }
            }
        }
        return "";
    }
}
