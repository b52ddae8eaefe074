package dev.tracewright.ui.inspect;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.Mark;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OutputDifference;
import dev.tracewright.work.SideBySide;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The text of one answer, cut into the rows of its group; of a very long one the beginning, until a person asks for the rest. */
final class AnswerCells {
    private final SideBySide.Answer answer;
    private final List<SideBySide.Row> rows;
    private final int place;
    private final int position;
    private final List<VBox> cells = new ArrayList<>();
    private List<OutputDifference.Place> differing = List.of();
    private int shown = RichText.SHOWN_AT_ONCE;

    /**
     * @param group the answers that follow the same steps
     * @param place which of them this is, from 0
     * @param position the place among all answers from 0, for ids
     */
    AnswerCells(SideBySide.Group group, int place, int position) {
        this.answer = group.answers().get(place);
        this.rows = group.rows();
        this.place = place;
        this.position = position;
        for (int row = 0; row < rows.size(); row++) {
            VBox cell = new VBox();
            cell.getStyleClass().addAll("beside-cell", "answer-cell");
            cell.setId("answer-" + position + "-row-" + row);
            cells.add(cell);
        }
        fill();
    }

    /** One a row. */
    List<VBox> cells() {
        return cells;
    }

    /** Marks what this answer has that the other one has not. */
    void showDiffering(List<OutputDifference.Place> places) {
        if (!places.equals(differing)) {
            differing = places;
            if (!places.isEmpty()) {
                shown = Math.max(shown, places.getLast().end()); // what is counted is seen
            }
            fill();
        }
    }

    private void fill() {
        int lastWithText = 0;
        for (int row = 0; row < rows.size(); row++) {
            SideBySide.Cell of = rows.get(row).cells().get(place);
            VBox cell = cells.get(row);
            cell.getChildren().clear();
            if (of.status() != null) {
                Label status = new Label(Texts.of(
                        "inspect.status",
                        rows.get(row).step(),
                        Texts.of("status." + of.status().key())));
                status.getStyleClass()
                        .addAll("status-chip", "status-" + of.status().key());
                cell.getChildren().add(status);
            }
            for (SideBySide.Passage passage : of.passages()) {
                if (passage.start() < shown) {
                    add(cell, passage);
                    lastWithText = row;
                }
            }
        }
        if (answer.output().isEmpty()) {
            cells.getFirst().getChildren().add(new Label(Texts.of("inspect.no-output")));
        }
        if (shown < answer.output().length()) {
            cells.get(lastWithText).getChildren().add(all());
        }
    }

    private Hyperlink all() {
        int length = answer.output().length();
        Hyperlink all = new Hyperlink(Texts.of("inspect.all", length));
        all.setId("answer-all-" + position);
        all.setOnAction(event -> {
            shown = length;
            Parent around = all.getParent();
            fill();
            while (around != null && !(around instanceof ScrollPane)) {
                around = around.getParent();
            }
            if (around != null) {
                around.requestFocus(); // the link has gone
            }
        });
        return all;
    }

    /** Long passages are laid out in pieces, because the layout of a text takes longer than its length. */
    private void add(VBox cell, SideBySide.Passage passage) {
        String output = answer.output();
        int end = Math.min(passage.end(), shown);
        List<Mark> marks = differing.stream()
                .filter(each -> each.start() < end && each.end() > passage.start())
                .map(each -> Mark.of(Math.max(each.start(), passage.start()), Math.min(each.end(), end), "mark-added"))
                .toList();
        int at = passage.start();
        while (at < end) {
            int to = cut(at, end);
            int from = at;
            int last = to;
            while (from < last && Character.isWhitespace(output.charAt(from))) {
                from++;
            }
            while (last > from && Character.isWhitespace(output.charAt(last - 1))) {
                last--;
            }
            if (from < last) {
                cell.getChildren()
                        .add(new RichText(
                                output, from, last, marks, Theme.fontPixels().get()));
            }
            at = to;
        }
    }

    private int cut(int from, int end) {
        int most = Math.min(end, from + RichText.SHOWN_AT_ONCE / 2);
        String output = answer.output();
        int line = output.lastIndexOf('\n', most - 1);
        int space = output.lastIndexOf(' ', most - 1);
        return most == end ? most : line > from ? line + 1 : space > from ? space + 1 : whole(most);
    }

    /** The place, or the one before where it would part the two halves of a character. */
    private int whole(int most) {
        return Character.isLowSurrogate(answer.output().charAt(most)) ? most - 1 : most;
    }
}
