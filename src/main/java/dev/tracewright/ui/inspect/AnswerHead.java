package dev.tracewright.ui.inspect;

import dev.tracewright.analysis.Outcome;
import dev.tracewright.exchange.report.Printable;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.work.SideBySide;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** What stands above one answer among others to the same problem: what is said of it, who gave it, and what can be done with it. */
final class AnswerHead extends VBox {
    private static final int MOST_STATED = 60;
    private static final int MOST_BESIDE = 24;

    private final SideBySide.Answer answer;
    private final Chip compare = new Chip(Texts.of("inspect.compare"));

    /** What a head asks for. */
    interface Wishes {
        /** This answer is chosen for comparing, or no more. */
        void compare(String key);

        /** This answer shall be shown on the Annotate screen. */
        void open(String key);
    }

    /**
     * @param position the place among all answers from 0, for ids
     * @param solver what the solver is called here
     */
    AnswerHead(SideBySide.Answer answer, int position, String solver, Wishes wishes) {
        this.answer = answer;
        setId("answer-" + position);
        getStyleClass().add("answer-head");
        String approach = Texts.of("approach." + answer.approach().key());
        Label stated = stated(answer.stated());
        FlowPane said = new FlowPane(verdict(answer.outcome()));
        said.getStyleClass().add("answer-said");
        boolean beside = stated.getText().length() <= MOST_BESIDE; // a flow lets what it holds be wider than itself
        if (beside) {
            said.getChildren().add(stated);
        }
        Label who = new Label(solver);
        who.setId("answer-solver-" + position);
        who.getStyleClass().add("block-title");
        who.setWrapText(true);
        Label how = new Label(approach);
        how.getStyleClass().add("block-note");
        how.setWrapText(true);
        compare.setId("answer-compare-" + position);
        compare.setAccessibleText(Texts.of("inspect.compare.accessible", solver, approach));
        compare.setOnAction(event -> wishes.compare(answer.key()));
        Hyperlink open = new Hyperlink(Texts.of("inspect.open"));
        open.setId("answer-open-" + position);
        open.setAccessibleText(Texts.of("inspect.open.accessible", solver, approach));
        open.setOnAction(event -> wishes.open(answer.key()));
        FlowPane tools = new FlowPane(compare, open);
        tools.getStyleClass().add("answer-said");
        getChildren().addAll(said, who, how, tools);
        if (!beside) {
            getChildren().add(1, stated);
        }
    }

    String key() {
        return answer.key();
    }

    void showCompared(boolean chosen) {
        compare.setSelected(chosen);
    }

    /** What the output states, cut where it is long; all of it on hover. */
    private static Label stated(@Nullable String value) {
        Label label = new Label();
        label.getStyleClass().add("answer-stated");
        label.setWrapText(true);
        if (value == null) {
            label.setText(Texts.of("inspect.nothing-stated"));
        } else if (value.length() <= MOST_STATED) {
            label.setText(Texts.of("inspect.stated", value));
        } else {
            label.setText(Texts.of("inspect.stated", Printable.line(value, MOST_STATED)));
            Tooltip whole = new Tooltip(value);
            whole.setWrapText(true);
            label.setTooltip(whole);
        }
        return label;
    }

    private static Label verdict(Outcome outcome) {
        String name = outcome == Outcome.UNLABELLED ? "open" : outcome.name().toLowerCase(Locale.ROOT);
        FontIcon icon = new FontIcon(
                switch (outcome) {
                    case TRUE -> MaterialDesignC.CHECK_BOLD;
                    case FALSE -> MaterialDesignC.CLOSE_THICK;
                    case DISPUTED -> MaterialDesignN.NOT_EQUAL_VARIANT;
                    case UNLABELLED -> MaterialDesignC.CIRCLE_OUTLINE;
                });
        icon.getStyleClass().addAll("queue-state", "state-" + name);
        Label label = new Label(Texts.of("state." + name), icon);
        label.getStyleClass().addAll("answer-verdict", "answer-" + name);
        return label;
    }
}
