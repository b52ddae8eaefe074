package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** One item of the queue: its state by shape and colour, number, approach and solver, and how its question begins. */
final class QueueCell extends ListCell<ItemRow> {
    /** Height of a row in multiples of the text size. */
    static final double HEIGHT_IN_EM = 3.6;

    private final FontIcon state = new FontIcon();
    private final Label title = new Label();
    private final Label tail = new Label();
    private final FontIcon flag = new FontIcon(MaterialDesignF.FLAG);
    private final Label snippet = new Label();
    private final FindingMarks marks = new FindingMarks();
    private final Function<String, Set<Finding>> findings;
    private final ObservableBooleanValue hideModels;
    private final HBox box;

    /**
     * @param findings what was found in the item with a key, as far as it is known
     * @param hideModels whether approach and solver are hidden
     */
    QueueCell(Function<String, Set<Finding>> findings, ObservableBooleanValue hideModels) {
        this.findings = findings;
        this.hideModels = hideModels;
        getStyleClass().add("queue-cell");
        title.getStyleClass().add("queue-title");
        tail.getStyleClass().add("queue-tail");
        tail.setMinWidth(0);
        snippet.getStyleClass().add("queue-snippet");
        flag.getStyleClass().add("queue-flag");
        title.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(title, tail, Ui.spring(), marks, flag);
        top.getStyleClass().add("queue-top");
        VBox lines = new VBox(top, snippet);
        lines.getStyleClass().add("queue-lines");
        HBox.setHgrow(lines, javafx.scene.layout.Priority.ALWAYS);
        lines.setMinWidth(0);
        box = new HBox(state, lines);
        box.getStyleClass().add("queue-box");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ItemRow row, boolean blank) {
        super.updateItem(row, blank);
        if (blank || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String stateName = stateName(row);
        state.setIconCode(icon(row));
        state.getStyleClass().setAll("ikonli-font-icon", "queue-state", "state-" + stateName);
        title.setText(Integer.toString(row.problem().number()));
        tail.setText(describe(row));
        boolean flagged = row.label().flags().stream().anyMatch(Flag::personal)
                || !row.label().note().isEmpty();
        flag.setVisible(flagged);
        flag.setManaged(flagged);
        snippet.setText(oneLine(row.problem().question()));
        setGraphic(box);
        showFindings();
    }

    /** Shows what is known of the item by now. */
    void showFindings() {
        ItemRow row = getItem();
        if (row != null) {
            marks.show(findings.apply(row.key()));
            setAccessibleText(Texts.of(
                            "queue.item.accessible",
                            row.problem().number(),
                            describe(row),
                            Texts.of("state." + stateName(row)))
                    + marks.spoken());
        }
    }

    private String describe(ItemRow row) {
        return describe(row, hideModels.get());
    }

    /** Who answered and how, as far as it is not hidden. */
    static String describe(ItemRow row, boolean modelsHidden) {
        if (row.review() != null) {
            return modelsHidden
                    ? Texts.of("queue.review.hidden")
                    : Texts.of("queue.review", String.valueOf(row.delegator()));
        }
        if (row.approach() == null) {
            return Texts.of("queue.unsolved", row.problem().dataset());
        }
        if (modelsHidden) {
            return Texts.of("queue.models-hidden");
        }
        String version = row.planVersion() > 1 ? " v" + row.planVersion() : "";
        return shortName(row.approach()) + version + " · " + row.solver();
    }

    static String shortName(Approach approach) {
        return Texts.of("approach.short." + approach.key());
    }

    private static String stateName(ItemRow row) {
        if (row.label().verdict() == Verdict.TRUE) {
            return "true";
        }
        if (row.label().verdict() == Verdict.FALSE) {
            return "false";
        }
        if (row.review() != null) {
            return row.review().waits() ? "review" : "reviewed";
        }
        if (row.drafted()) {
            return "draft";
        }
        return row.responseId() == null ? "unsolved" : "open";
    }

    private static Ikon icon(ItemRow row) {
        return switch (stateName(row)) {
            case "true" -> MaterialDesignC.CHECK_BOLD;
            case "false" -> MaterialDesignC.CLOSE_THICK;
            case "draft" -> MaterialDesignP.PENCIL;
            case "review" -> MaterialDesignC.CLIPBOARD_EDIT_OUTLINE;
            case "reviewed" -> MaterialDesignC.CLIPBOARD_CHECK_OUTLINE;
            case "unsolved" -> MaterialDesignN.NOTE_OUTLINE;
            default -> MaterialDesignC.CIRCLE_OUTLINE;
        };
    }

    private static String oneLine(String question) {
        String start = question.length() > 160 ? question.substring(0, 160) : question;
        return start.strip().replaceAll("\\s+", " ");
    }
}
