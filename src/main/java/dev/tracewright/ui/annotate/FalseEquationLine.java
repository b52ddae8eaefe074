package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.KeyCap;
import dev.tracewright.work.FalseEquation;
import dev.tracewright.work.Sheet;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Names the first equation of a trace that does not hold, and leads from one to the next. */
final class FalseEquationLine extends Hyperlink {
    private static final int LONGEST = 48;
    private static final int KEPT_END = 16;

    private final AnnotateViewModel model;
    private final Tooltip whole = new Tooltip();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private List<FalseEquation> equations = List.of();
    private int next;

    /** @param key the key that leads on, as it is shown */
    FalseEquationLine(AnnotateViewModel model, String key) {
        this.model = model;
        setId("first-false");
        getStyleClass().add("first-false");
        HBox graphic = new HBox(new FontIcon(MaterialDesignC.CLOSE_THICK), new KeyCap(key));
        graphic.getStyleClass().add("first-false-graphic");
        setGraphic(graphic);
        setMinWidth(0);
        setTooltip(whole);
        setOnAction(event -> goOn());
        bonds.follow(model.sheet(), this::show);
        bonds.follow(model.phase(), this::show);
    }

    void release() {
        bonds.release();
    }

    /** Goes to the next false equation, after the last one to the first, and lights where it stands. */
    void goOn() {
        if (equations.isEmpty()) {
            return;
        }
        FalseEquation equation = equations.get(next % equations.size());
        next = (next + 1) % equations.size();
        if (equation.segment() >= 0) {
            model.selection().selectSegment(equation.segment());
        } else {
            model.selectStep(equation.step());
        }
        tell();
    }

    private void show() {
        Sheet sheet = model.sheet().get();
        List<FalseEquation> found =
                sheet == null || model.phase().get() == Phase.WAITING ? List.of() : FalseEquation.in(sheet);
        if (!found.equals(equations)) {
            equations = found;
            next = 0;
        }
        setVisible(!found.isEmpty());
        setManaged(!found.isEmpty());
        setVisited(false);
        tell();
    }

    /** Says which one comes next. */
    private void tell() {
        if (equations.isEmpty()) {
            return;
        }
        FalseEquation equation = equations.get(next);
        String where = where(equation);
        String brief = brief(equation.text());
        setText(
                next == 0
                        ? Texts.of("arithmetic.first", brief, where, equations.size() - 1)
                        : Texts.of("arithmetic.next", brief, where, next + 1, equations.size()));
        whole.setText(Texts.of("arithmetic.hint", equation.text()));
    }

    /** The equation with its middle left out where it is long; both sides matter. */
    private static String brief(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST - KEPT_END) + " … " + text.substring(text.length() - KEPT_END);
    }

    private static String where(FalseEquation equation) {
        if (equation.segment() < 0) {
            return Texts.of("arithmetic.in-delegated", equation.step());
        }
        return equation.step() == 0
                ? Texts.of("arithmetic.in-output")
                : Texts.of("arithmetic.in-step", equation.step());
    }
}
