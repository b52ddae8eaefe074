package dev.tracewright.ui.inspect;

import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.control.Mark;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OutputDifference;
import dev.tracewright.work.SideBySide;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One answer among others to the same problem: what is said of it, who gave it, and its text beside the steps it follows. */
final class AnswerColumn extends VBox {
    private final SideBySide.Column column;
    private final int position;
    private final Chip compare = new Chip(Texts.of("inspect.compare"));
    private final VBox body = new VBox();
    private List<OutputDifference.Place> places = List.of();
    private int shown = RichText.SHOWN_AT_ONCE;

    /** What a column asks for. */
    interface Wishes {
        /** This answer is chosen for comparing, or no more. */
        void compare(String key);

        /** This answer shall be shown on the Annotate screen. */
        void open(String key);
    }

    /**
     * @param position the place among the columns from 0, for ids
     * @param solver what the solver is called here
     * @param delegator what the delegator is called here; empty where there is none
     */
    AnswerColumn(SideBySide.Column column, int position, String solver, String delegator, Wishes wishes) {
        this.column = column;
        this.position = position;
        setId("answer-" + position);
        getStyleClass().addAll("card", "answer-column");
        String approach = Texts.of("approach." + column.approach().key());
        String version = column.planVersion() > 1 ? Texts.of("inspect.version", column.planVersion()) : "";
        Label verdict = verdict(column.verdict());
        Label stated = new Label(
                column.stated() == null
                        ? Texts.of("inspect.nothing-stated")
                        : Texts.of("inspect.stated", column.stated()));
        stated.getStyleClass().add("answer-stated");
        stated.setWrapText(true);
        FlowPane said = new FlowPane(verdict, stated);
        said.getStyleClass().add("answer-said");
        Label who = new Label(solver);
        who.setId("answer-solver-" + position);
        who.getStyleClass().add("block-title");
        who.setWrapText(true);
        Label how = new Label(
                approach + (delegator.isEmpty() ? "" : " · " + Texts.of("inspect.steps-by", delegator)) + version);
        how.getStyleClass().add("block-note");
        how.setWrapText(true);
        compare.setId("answer-compare-" + position);
        compare.setAccessibleText(Texts.of("inspect.compare.accessible", solver, approach));
        compare.setOnAction(event -> wishes.compare(column.key()));
        Hyperlink open = new Hyperlink(Texts.of("inspect.open"));
        open.setId("answer-open-" + position);
        open.setAccessibleText(Texts.of("inspect.open.accessible", solver, approach));
        open.setOnAction(event -> wishes.open(column.key()));
        FlowPane tools = new FlowPane(compare, open);
        tools.getStyleClass().add("answer-said");
        body.getStyleClass().add("answer-body");
        getChildren().addAll(said, who, how, tools, body);
        fill();
    }

    String key() {
        return column.key();
    }

    /** Shows whether this one is compared, and what it has that the other has not. */
    void showCompared(boolean chosen, List<OutputDifference.Place> differing) {
        compare.setSelected(chosen);
        if (!differing.equals(places)) {
            places = differing;
            fill();
        }
    }

    private static Label verdict(@Nullable Verdict verdict) {
        String name = verdict == null ? "open" : verdict == Verdict.TRUE ? "true" : "false";
        FontIcon icon = new FontIcon(
                verdict == null
                        ? MaterialDesignC.CIRCLE_OUTLINE
                        : verdict == Verdict.TRUE ? MaterialDesignC.CHECK_BOLD : MaterialDesignC.CLOSE_THICK);
        icon.getStyleClass().addAll("queue-state", "state-" + name);
        Label label = new Label(Texts.of("state." + name), icon);
        label.getStyleClass().addAll("answer-verdict", "answer-" + name);
        return label;
    }

    private void fill() {
        body.getChildren().clear();
        for (SideBySide.Row row : column.rows()) {
            if (row.start() >= shown && row.end() > row.start()) {
                continue;
            }
            VBox part = new VBox();
            part.getStyleClass().add("answer-row");
            if (row.number() > 0) {
                Label step = new Label(Texts.of("inspect.step", row.number(), row.step()));
                step.getStyleClass().add("answer-step");
                step.setWrapText(true);
                step.setMinHeight(Region.USE_PREF_SIZE);
                Label status = new Label(Texts.of("status." + row.status()));
                status.getStyleClass().addAll("status-chip", "status-" + row.status());
                part.getChildren().addAll(step, status);
            }
            addText(part, row);
            if (!part.getChildren().isEmpty()) {
                body.getChildren().add(part);
            }
        }
        if (column.output().isEmpty()) {
            body.getChildren().add(new Label(Texts.of("inspect.no-output")));
        }
        if (shown < column.output().length()) {
            Hyperlink all =
                    new Hyperlink(Texts.of("inspect.all", column.output().length()));
            all.setId("answer-all-" + position);
            all.setOnAction(event -> {
                shown = column.output().length();
                fill();
            });
            body.getChildren().add(all);
        }
    }

    /** Long passages are laid out in pieces, because the layout of a text takes longer than its length. */
    private void addText(VBox part, SideBySide.Row row) {
        int end = Math.min(row.end(), shown);
        List<Mark> marks = places.stream()
                .filter(place -> place.start() < end && place.end() > row.start())
                .map(place -> Mark.of(Math.max(place.start(), row.start()), Math.min(place.end(), end), "mark-added"))
                .toList();
        int at = row.start();
        while (at < end) {
            int to = cut(at, end);
            if (!column.output().substring(at, to).isBlank()) {
                int from = at;
                while (Character.isWhitespace(column.output().charAt(from))) {
                    from++;
                }
                int last = to;
                while (Character.isWhitespace(column.output().charAt(last - 1))) {
                    last--;
                }
                part.getChildren()
                        .add(new RichText(
                                column.output(),
                                from,
                                last,
                                marks,
                                Theme.fontPixels().get()));
            }
            at = to;
        }
    }

    private int cut(int from, int end) {
        int most = Math.min(end, from + RichText.SHOWN_AT_ONCE / 2);
        int line = column.output().lastIndexOf('\n', most - 1);
        return most == end || line <= from ? most : line + 1;
    }
}
