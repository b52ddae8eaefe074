package dev.tracewright.ui.figure;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Selection;
import dev.tracewright.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Several charts of one kind, such as a heat map for each thing that can become of a step, of which one is shown at a time. */
final class FigureChoice extends VBox implements Squeezable {
    private static final String ONE_OF_A_KIND = "-by-position";

    private final Consumer<Selection> open;
    private final Handout handout;
    private final Looks looks;
    private final ComboBox<Figure> choice = new ComboBox<>();

    FigureChoice(List<Figure> figures, Consumer<Selection> open, Handout handout, Looks looks) {
        this.looks = looks;
        this.open = open;
        this.handout = handout;
        getStyleClass().add("block");
        choice.setId("choice" + ONE_OF_A_KIND);
        choice.getStyleClass().add("figure-choice");
        choice.setAccessibleText(Texts.of("figure.choice"));
        choice.getItems().setAll(figures);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Figure figure) {
                return figure == null ? "" : figure.title();
            }

            @Override
            public @Nullable Figure fromString(String text) {
                return null; // nobody types a title
            }
        });
        choice.valueProperty().addListener((property, before, now) -> show(now));
        choice.setValue(figures.stream()
                .filter(figure -> figure.id().equals(looks.choice()))
                .findFirst()
                .orElse(figures.getFirst()));
        choice.setOnAction(event -> looks.choose(choice.getValue().id()));
    }

    /** Whether a chart is one of several that show the same of different things. */
    static boolean takes(Figure figure) {
        return figure.id().endsWith(ONE_OF_A_KIND);
    }

    private void show(Figure figure) {
        getChildren().setAll(choice, new FigureBlock(figure, "", open, handout, looks));
    }

    @Override
    public double readableWidth() {
        return ((FigureBlock) getChildren().getLast()).readableWidth();
    }
}
