package dev.tracewright.ui.results;

import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Selection;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.figure.FigureView;
import dev.tracewright.ui.figure.SectionBoard;
import dev.tracewright.ui.figure.TableGrid;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A screen of results: its head, what must be said, and the sections; or, where there is nothing to show, why and the way on. */
public final class SectionsPane extends BorderPane {
    private final ResultsViewModel model;
    private final ResultsContext context;
    private final Function<ResultsPicture, List<Section>> sections;
    private final ResultsActions actions;
    private final ResultsHead head;
    private final SectionBoard board;
    private final StackPane middle = new StackPane();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private Runnable find;
    private boolean replaced;
    private boolean focusAwaited;
    /** What of the sections had the keyboard last. */
    private @Nullable Node worked;

    /**
     * @param title the name of the screen
     * @param sections what of the results it shows
     * @param lacking says why sections are missing, in a sentence; empty where none is
     * @param tools what stands beside the title
     */
    public SectionsPane(
            ResultsViewModel model,
            ResultsContext context,
            String title,
            Function<ResultsPicture, List<Section>> sections,
            Function<ResultsPicture, String> lacking,
            Node... tools) {
        this.model = model;
        this.context = context;
        this.sections = sections;
        find = this::chooseFilter;
        actions = new ResultsActions(model, () -> find.run(), context.saveReport());
        head = new ResultsHead(model, title, actions.all(), this::focusWork, bonds, tools);
        board = new SectionBoard(this::open, context.handout());
        ResultsNotes notes = new ResultsNotes(model, actions.all(), context.annotate(), lacking, bonds);
        VBox top = new VBox(head, notes);
        top.getStyleClass().add("results-over");
        setTop(top);
        setCenter(middle);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            keepWork();
            if (!replaced) {
                board.turn(event);
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> keepWork());
        bonds.follow(model.picture(), this::show);
        bonds.follow(model.state(), this::show);
    }

    /** What can be done here. */
    public ActionSet actions() {
        return actions.all();
    }

    /** The sections, for who asks where the page stands. */
    public SectionBoard board() {
        return board;
    }

    /**
     * Shows something else in the place of the sections, or the sections again where that is null.
     *
     * @param findInOther puts the keyboard where something is found in the other, by the key of the filters, which it has not
     */
    public void replace(@Nullable Node other, Runnable findInOther) {
        replaced = other != null;
        find = replaced ? findInOther : this::chooseFilter;
        head.setFiltering(!replaced);
        if (other != null) {
            middle.getChildren().setAll(other);
        } else {
            show();
        }
    }

    /**
     * Puts the keyboard where it was last, or on the first table or chart, or on what there is to do, as soon as
     * there is one; until then on the screen itself, so that its keys are heard.
     */
    public void focusWork() {
        if (!replaced) {
            middle.applyCss(); // a page that scrolls has nothing below it before it is dressed
            Optional<Node> work = Optional.ofNullable(worked)
                    .filter(node -> Ui.isWithin(node, middle))
                    .or(() -> first(middle));
            work.orElse(this).requestFocus();
            focusAwaited = work.isEmpty();
        }
    }

    /** Lets go of the model, because the screen goes. */
    public void release() {
        bonds.release();
    }

    private void keepWork() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner != null && Ui.isWithin(owner, middle)) {
            worked = owner;
        }
    }

    /** The first table, chart or offered way below a node. */
    private static Optional<Node> first(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            boolean work = child instanceof TableGrid
                    || child instanceof FigureView
                    || parent.getStyleClass().contains("empty-actions");
            if (work && child.isFocusTraversable() && !child.isDisabled()) {
                return Optional.of(child);
            }
            Optional<Node> found = child instanceof Parent inner ? first(inner) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void chooseFilter() {
        head.focusFilters();
    }

    private void open(Selection selection) {
        model.open(selection, context.show());
    }

    private void show() {
        if (!replaced) {
            showWhatThereIs();
            Node owner = getScene() == null ? this : getScene().getFocusOwner();
            boolean lost = owner == null || owner.getScene() == null;
            if (lost || (focusAwaited && owner == this)) {
                focusWork();
            }
        }
    }

    private void showWhatThereIs() {
        ResultsPicture picture = model.picture().get();
        if (picture == null) {
            boolean failed = model.state().get() == ResultsViewModel.State.FAILED;
            middle.getChildren().clear();
            if (failed) {
                middle.getChildren()
                        .setAll(empty(
                                "results-failed",
                                Texts.of("results.failed"),
                                model.trouble().get(),
                                List.of(actions.all().get("results.refresh"))));
            }
        } else if (picture.total() > 0) {
            board.show(sections.apply(picture));
            middle.getChildren().setAll(board);
        } else if (picture.answered().filter().narrows()) {
            middle.getChildren()
                    .setAll(empty(
                            "results-nothing-passes",
                            Texts.of("results.nothing-passes"),
                            Texts.of("results.nothing-passes.text"),
                            List.of(actions.all().get("results.clear"))));
        } else {
            middle.getChildren()
                    .setAll(empty(
                            "results-empty",
                            Texts.of("results.empty"),
                            Texts.of("results.empty.text"),
                            context.ways()));
        }
    }

    private static VBox empty(String id, String title, String text, List<Action> ways) {
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        Label words = new Label(text);
        words.setWrapText(true);
        words.getStyleClass().add("empty-text");
        HBox buttons = new HBox();
        buttons.getStyleClass().add("empty-actions");
        ways.forEach(way -> buttons.getChildren().add(Buttons.full(way)));
        VBox nothing = new VBox(heading, words, buttons);
        nothing.getStyleClass().add("empty-state");
        nothing.setId(id);
        return nothing;
    }
}
