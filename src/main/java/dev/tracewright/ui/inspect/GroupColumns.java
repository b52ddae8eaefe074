package dev.tracewright.ui.inspect;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.SideBySide;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Answers that follow the same steps as columns: the steps once, at the left, and beside each of them what every answer made of it.
 * Heads and rows are two grids with the same columns, so that the heads can stay in sight.
 */
final class GroupColumns {
    private final SideBySide.Group group;
    private final GridPane heads = new GridPane();
    private final GridPane rows = new GridPane();
    private final List<AnswerHead> answerHeads;
    private final List<AnswerCells> answerCells = new ArrayList<>();

    /**
     * @param answerHeads the heads of its answers, in their order
     * @param first the place of its first answer among all answers from 0, for ids
     * @param delegator what the delegator is called here; empty where there is none
     */
    GroupColumns(SideBySide.Group group, List<AnswerHead> answerHeads, int first, String delegator) {
        this.group = group;
        this.answerHeads = answerHeads;
        heads.getStyleClass().addAll("beside-heads");
        rows.getStyleClass().addAll("beside-rows");
        if (hasSteps()) {
            heads.add(stepsHead(delegator), 0, 0);
            for (int row = 0; row < group.rows().size(); row++) {
                rows.add(stepCell(group.rows().get(row).step()), 0, row);
            }
        }
        int left = hasSteps() ? 1 : 0;
        for (int i = 0; i < group.answers().size(); i++) {
            heads.add(answerHeads.get(i), left + i, 0);
            AnswerCells cells = new AnswerCells(group, i, first + i);
            answerCells.add(cells);
            for (int row = 0; row < group.rows().size(); row++) {
                rows.add(cells.cells().get(row), left + i, row);
            }
        }
    }

    private VBox stepsHead(String delegator) {
        Label title = new Label(
                delegator.isEmpty() ? Texts.of("inspect.steps-delegated") : Texts.of("inspect.steps-by", delegator));
        title.getStyleClass().add("block-title");
        title.setWrapText(true);
        VBox head = new VBox(title);
        head.getStyleClass().add("answer-head");
        if (group.planVersion() > 1) {
            Label version = new Label(Texts.of("inspect.version", group.planVersion()));
            version.getStyleClass().add("block-note");
            head.getChildren().add(version);
        }
        return head;
    }

    private VBox stepCell(int step) {
        VBox cell = new VBox();
        cell.getStyleClass().addAll("beside-cell", "beside-step");
        if (step > 0) {
            String words = Texts.of("inspect.step", step, group.steps().get(step - 1));
            cell.getChildren()
                    .add(new RichText(words, List.of(), Theme.fontPixels().get()));
        } else {
            Label none = new Label(Texts.of("inspect.no-step"));
            none.getStyleClass().add("block-note");
            none.setWrapText(true);
            cell.getChildren().add(none);
        }
        return cell;
    }

    boolean hasSteps() {
        return !group.steps().isEmpty();
    }

    /** What stands above the rows. */
    Region heads() {
        return heads;
    }

    /** The rows. */
    Region rows() {
        return rows;
    }

    List<AnswerHead> answerHeads() {
        return answerHeads;
    }

    List<AnswerCells> answerCells() {
        return answerCells;
    }

    /** Makes the steps and every answer so wide, in pixels. */
    void setWidths(double steps, double answer) {
        List<ColumnConstraints> columns = new ArrayList<>();
        if (hasSteps()) {
            columns.add(new ColumnConstraints(steps, steps, steps));
        }
        for (int i = 0; i < group.answers().size(); i++) {
            columns.add(new ColumnConstraints(answer, answer, answer));
        }
        heads.getColumnConstraints().setAll(columns);
        rows.getColumnConstraints().setAll(columns);
    }
}
