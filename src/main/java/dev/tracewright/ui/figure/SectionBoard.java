package dev.tracewright.ui.figure;

import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * The sections of a screen of results, one card each, in a page that scrolls. A section that has not changed keeps its card, and the
 * page keeps its place.
 */
public final class SectionBoard extends ScrollPane {
    private static final double GAP = 14;
    /** What of the visible part a page key scrolls, so that the last lines stay in sight. */
    private static final double SHEET = 0.9;

    private final Consumer<Selection> open;
    private final Handout handout;
    private final Looks looks = new Looks();
    private final CardFlow flow = new CardFlow(GAP);
    private final VBox page = new VBox(flow);
    private List<SectionCard> cards = List.of();
    private final Set<TableGrid> grids = new HashSet<>();
    private double keptTop = -1;

    /** @param open is given the answers behind a number */
    public SectionBoard(Consumer<Selection> open, Handout handout) {
        this.open = open;
        this.handout = handout;
        getStyleClass().addAll("plain-scroll", "board");
        page.getStyleClass().add("board-page");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        page.heightProperty().subscribe(this::restore);
        vvalueProperty().subscribe(this::placeHeads);
        viewportBoundsProperty().subscribe(this::placeHeads);
    }

    /** Keeps the heads of a table in sight. */
    void follow(TableGrid grid) {
        grids.add(grid);
    }

    /** No longer does. */
    void release(TableGrid grid) {
        grids.remove(grid);
    }

    /** Places the heads of a table that has got its place. */
    void placeHeadsOf(TableGrid grid) {
        grid.keepHeads(top() - page.sceneToLocal(grid.localToScene(0, 0)).getY());
    }

    private void placeHeads() {
        grids.forEach(this::placeHeadsOf);
    }

    /** Turns the page where this is a page key, whatever on the screen has the keyboard. */
    public void turn(KeyEvent event) {
        double sheet = getViewportBounds().getHeight() * SHEET;
        double by = event.getCode() == KeyCode.PAGE_DOWN ? sheet : event.getCode() == KeyCode.PAGE_UP ? -sheet : 0;
        if (by != 0 && hidden() > 0) {
            setVvalue(Math.clamp((top() + by) / hidden(), 0, 1));
            event.consume();
        }
    }

    /** Shows these sections; those that are already there stay as they are. */
    public void show(List<Section> sections) {
        List<SectionCard> before = cards;
        if (before.stream().map(SectionCard::section).toList().equals(sections)) {
            return;
        }
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        keptTop = top();
        cards = sections.stream().map(section -> card(before, section)).toList();
        flow.show(cards);
        cards.stream().filter(SectionCard::wide).forEach(flow::setAlone);
        if (owner != null && owner.getId() != null && owner.getScene() == null) {
            keepKeyboard(owner);
        }
    }

    /** Puts the keyboard, which was on something that has gone, on what has come in its place. */
    private void keepKeyboard(Node gone) {
        Node successor = page.lookup("#" + gone.getId());
        if (successor instanceof TableGrid grid && gone instanceof TableGrid before) {
            grid.goTo(before.at()[0], before.at()[1]);
        } else if (successor instanceof FigureView figure && gone instanceof FigureView before) {
            figure.goTo(before.at());
        }
        if (successor != null) {
            successor.requestFocus();
        }
    }

    private SectionCard card(List<SectionCard> before, Section section) {
        return before.stream()
                .filter(card -> card.section().equals(section))
                .findFirst()
                .orElseGet(() -> new SectionCard(section, open, handout, looks));
    }

    /** How far the page is scrolled, in pixels. */
    public double top() {
        return Math.max(0, hidden()) * getVvalue();
    }

    private double hidden() {
        Bounds view = Objects.requireNonNull(getViewportBounds());
        return page.getHeight() - view.getHeight();
    }

    private void restore() {
        if (keptTop >= 0 && hidden() > 0) {
            setVvalue(keptTop > hidden() ? 0 : keptTop / hidden()); // of a page that has become shorter the beginning
            keptTop = -1;
        }
    }
}
