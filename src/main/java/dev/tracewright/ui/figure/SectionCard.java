package dev.tracewright.ui.figure;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A section of results as a card: its charts and tables beside each other where there is room. */
final class SectionCard extends VBox {
    private static final double GAP = 24;

    private final Section section;

    /** @param open is given the answers behind a number */
    SectionCard(Section section, Consumer<Selection> open, Handout handout, Looks looks) {
        this.section = section;
        setId("section-" + section.id());
        getStyleClass().addAll("card", "section-card");
        setMinWidth(0);
        boolean headed = parts() > 1 || !section.note().isEmpty() || !titled(section.title());
        if (headed) {
            Label title = new Label(section.title());
            title.getStyleClass().add("section-title");
            title.setWrapText(true);
            getChildren().add(title);
        }
        if (!section.note().isEmpty()) {
            Label note = new Label(section.note());
            note.getStyleClass().add("block-note");
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            getChildren().add(note);
        }
        String said = headed ? section.title() : "";
        List<Node> blocks = new ArrayList<>();
        List<Figure> alike =
                section.figures().stream().filter(FigureChoice::takes).toList();
        for (Figure figure : section.figures()) {
            if (alike.size() > 1 && alike.contains(figure)) {
                if (figure.equals(alike.getFirst())) {
                    blocks.add(new FigureChoice(alike, open, handout, looks));
                }
                continue;
            }
            blocks.add(
                    new FigureBlock(figure, figure.title().equals(said) ? "" : figure.title(), open, handout, looks));
        }
        for (DataTable table : section.tables()) {
            blocks.add(new TableBlock(table, table.title().equals(said) ? "" : table.title(), open, handout, looks));
        }
        CardFlow flow = new CardFlow(GAP);
        flow.show(blocks);
        getChildren().add(flow);
    }

    private int parts() {
        return section.figures().size() + section.tables().size();
    }

    private boolean titled(String title) {
        return section.figures().stream().anyMatch(figure -> figure.title().equals(title))
                || section.tables().stream().anyMatch(table -> table.title().equals(title));
    }

    /** What is shown. */
    public Section section() {
        return section;
    }

    /** Whether it has so much to show that it needs the width of the page. */
    boolean wide() {
        return parts() > 2;
    }
}
