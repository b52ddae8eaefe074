package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Candidate;
import dev.tracewright.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Every value of the output that might be its answer, with the kind of place it stands in; each lights up there. */
final class ConsideredPopOver {
    private static final double VALUE_WIDTH = 150;

    private final AnswerViewModel answer;
    private final VBox lines = new VBox();

    ConsideredPopOver(AnswerViewModel answer) {
        this.answer = answer;
        lines.getStyleClass().add("considered");
        lines.setId("considered");
        answer.candidates().forEach(one -> lines.getChildren().add(line(one)));
    }

    private Button line(Candidate one) {
        Label value = new Label();
        value.getStyleClass().add("value");
        value.setMinWidth(VALUE_WIDTH);
        Answers.show(value, one.found().value(), ValueBox.pixels());
        String place = Texts.of("considered." + one.where().key());
        Label where = new Label(place);
        where.getStyleClass().add("value-name");
        HBox both = new HBox(value, where);
        both.getStyleClass().add("verdict-values");
        both.setAlignment(Pos.BASELINE_LEFT);
        Button line = new Button(null, both);
        line.getStyleClass().addAll("value-button", "considered-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAccessibleText(one.found().value() + ", " + place);
        line.setOnAction(event -> answer.light(one));
        line.hoverProperty().subscribe(there -> point(one, there));
        line.focusedProperty().subscribe(there -> point(one, there));
        return line;
    }

    private void point(Candidate one, boolean there) {
        if (there) {
            answer.light(one);
        }
    }

    void show(Node beside) {
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        scroll.getStyleClass().add("plain-scroll");
        PopOver pop = new PopOver(scroll);
        pop.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        pop.setTitle(Texts.of("action.go.considered"));
        pop.setAnimated(false);
        pop.setOnHidden(event -> answer.unlight(AnswerValue.CONSIDERED));
        Node stated = beside.lookup("#value-stated");
        pop.show(stated == null ? beside : stated);
        lines.getChildren().getFirst().requestFocus();
    }
}
