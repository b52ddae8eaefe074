package dev.tracewright.ui.inspect;

import dev.tracewright.exchange.report.Printable;
import dev.tracewright.exchange.report.TableFormat;
import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.figure.Handout;
import dev.tracewright.ui.figure.HandoutMenu;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OutputDifference;
import dev.tracewright.work.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** One problem and every answer to it, a column each, with what two of them do not share marked on demand. */
final class ComparisonView extends BorderPane {
    private static final double LEAST_COLUMN = 300;
    private static final double MOST_COLUMN = 640;
    private static final double STEPS_COLUMN = 230;
    private static final double GAP = 12;
    private static final int TITLE_LENGTH = 90;
    /** The part of the height that the question may take before it is scrolled. */
    private static final double MOST_QUESTION = 0.35;

    private final ComparisonModel model;
    private final Consumer<String> open;
    private final SearchableComboBox<Problem> problems = new SearchableComboBox<>();
    private final Chip hide = new Chip(Texts.of("inspect.hide"));
    private final Label place = new Label();
    private final Label comparing = new Label();
    private final VBox question = new VBox();
    private final HBox heads = new HBox(GAP);
    private final HBox columns = new HBox(GAP);
    private final ScrollPane scroll = new ScrollPane(columns);
    private final HeadStrip strip = new HeadStrip(heads, scroll);
    private final List<GroupColumns> shown = new ArrayList<>();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private boolean following;

    /**
     * @param handout takes the texts out of the window
     * @param open shows an answer on the Annotate screen
     */
    ComparisonView(ComparisonModel model, ActionSet actions, Handout handout, Consumer<String> open) {
        this.model = model;
        this.open = open;
        setId("comparison");
        problems.setId("comparison-problem");
        problems.setAccessibleText(Texts.of("inspect.problem"));
        problems.setPromptText(Texts.of("inspect.problem"));
        problems.getStyleClass().add("comparison-problem");
        problems.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Problem problem) {
                return problem == null ? "" : title(problem);
            }

            @Override
            public @Nullable Problem fromString(String text) {
                return null; // nobody types a problem; the field of the list searches
            }
        });
        problems.valueProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.choose(now);
            }
        });
        problems.showingProperty().addListener((property, before, now) -> {
            if (!now) {
                Ui.soon(this::focusWork); // letters would search again
            }
        });
        problems.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !problems.isShowing()) {
                focusWork();
                event.consume();
            }
        });
        hide.setId("comparison-hide");
        hide.selectedProperty().bindBidirectional(model.hideNames());
        place.setId("comparison-place");
        place.getStyleClass().add("block-note");
        comparing.setId("comparison-said");
        comparing.getStyleClass().add("block-note");
        comparing.setWrapText(true);
        FlowPane top = new FlowPane(
                problems,
                Buttons.icon(actions.get("inspect.previous")),
                Buttons.icon(actions.get("inspect.next")),
                place,
                hide,
                HandoutMenu.of(
                        ComparisonTable.ID,
                        Texts.of("inspect.table"),
                        List.of(TableFormat.TSV, TableFormat.CSV),
                        () -> ComparisonTable.of(model),
                        handout),
                comparing);
        top.getStyleClass().add("comparison-top");
        question.getStyleClass().addAll("card", "comparison-question");
        TallScroll asked = new TallScroll(question);
        asked.maxHeightProperty().bind(heightProperty().multiply(MOST_QUESTION));
        VBox head = new VBox(top, asked);
        head.getStyleClass().add("comparison-head");
        heads.getStyleClass().add("comparison-heads");
        columns.getStyleClass().add("comparison-columns");
        columns.setFillHeight(false);
        scroll.setId("comparison-scroll");
        scroll.getStyleClass().addAll("plain-scroll", "board");
        scroll.viewportBoundsProperty().subscribe(bounds -> arrange());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setTop(head);
        setCenter(new VBox(strip, scroll));
        bonds.follow(model.problems(), this::offer);
        bonds.follow(model.shown(), this::show);
        bonds.follow(model.hideNames(), this::showColumns);
        bonds.follow(model.compared(), this::showCompared);
        bonds.follow(model.difference(), this::showCompared);
        bonds.follow(model.trouble(), this::showCompared);
        bonds.follow(Theme.fontPixels(), this::show);
    }

    /** Puts the keyboard on the answers, where keys scroll and letters are shortcuts. */
    void focusWork() {
        scroll.requestFocus();
    }

    /** Opens the list of problems, where letters search. */
    void focusProblems() {
        problems.requestFocus();
        problems.show();
    }

    void release() {
        bonds.release();
    }

    private static String title(Problem problem) {
        String words = problem.question().strip().replaceAll("\\s+", " ");
        return Texts.of(
                "inspect.problem.title", problem.number(), problem.dataset(), Printable.line(words, TITLE_LENGTH));
    }

    private void offer() {
        following = true;
        if (!problems.getItems().equals(model.problems().get())) {
            problems.getItems().setAll(model.problems().get());
        }
        following = false;
        show();
    }

    private void show() {
        SideBySide now = model.shown().get();
        question.getChildren().clear();
        if (now == null) {
            place.setText("");
            Label none = new Label(Texts.of("inspect.no-problem"));
            none.setWrapText(true);
            question.getChildren().setAll(none);
            showColumns();
            return;
        }
        following = true;
        problems.setValue(now.problem());
        following = false;
        place.setText(Texts.of(
                "inspect.place",
                model.problems().get().indexOf(now.problem()) + 1,
                model.problems().get().size()));
        question.getChildren()
                .add(new RichText(
                        now.problem().question(), List.of(), Theme.fontPixels().get()));
        String answer = Objects.requireNonNullElse(now.problem().answer(), "");
        if (!answer.isBlank()) {
            String last = answer.strip().lines().reduce("", (before, line) -> line);
            question.getChildren()
                    .add(new RichText(
                            Texts.of("inspect.gold", last.replace("####", "").strip()),
                            List.of(),
                            Theme.fontPixels().get()));
        }
        showColumns();
    }

    private void showColumns() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean within = Ui.isWithin(owner, heads) || Ui.isWithin(owner, columns);
        SideBySide now = model.shown().get();
        shown.clear();
        if (now != null) {
            int first = 0;
            for (SideBySide.Group group : now.groups()) {
                shown.add(columns(now, group, first));
                first += group.answers().size();
            }
        }
        heads.getChildren().setAll(shown.stream().map(GroupColumns::heads).toList());
        columns.getChildren().setAll(shown.stream().map(GroupColumns::rows).toList());
        arrange();
        showCompared();
        if (within && owner != null) {
            Node successor = owner.getId() == null ? null : strip.lookup("#" + owner.getId());
            (successor == null ? scroll : successor).requestFocus();
        }
    }

    private GroupColumns columns(SideBySide now, SideBySide.Group group, int first) {
        AnswerHead.Wishes wishes = new AnswerHead.Wishes() {
            @Override
            public void compare(String key) {
                model.toggle(key);
            }

            @Override
            public void open(String key) {
                open.accept(key);
            }
        };
        List<AnswerHead> answers = new ArrayList<>();
        for (SideBySide.Answer answer : group.answers()) {
            AnswerHead head =
                    new AnswerHead(answer, first + answers.size(), model.solver(now, answer.solver()), wishes);
            head.focusWithinProperty().subscribe(within -> {
                if (within) {
                    strip.reveal(head);
                }
            });
            answers.add(head);
        }
        return new GroupColumns(
                group, answers, first, group.delegator() == null ? "" : model.delegator(now, group.delegator()));
    }

    /** Answers are equally wide, as wide as there is room for, no narrower and no wider than can be read. */
    private void arrange() {
        double em = Theme.fontPixels().get() / Theme.BASE_FONT_PIXELS;
        double steps = STEPS_COLUMN * em;
        long withSteps = shown.stream().filter(GroupColumns::hasSteps).count();
        long answers =
                shown.stream().mapToLong(group -> group.answerHeads().size()).sum();
        double inside = scroll.getViewportBounds().getWidth()
                - columns.getInsets().getLeft()
                - columns.getInsets().getRight()
                - GAP * (shown.size() - 1)
                - steps * withSteps;
        double each = Math.clamp(inside / Math.max(1, answers), LEAST_COLUMN * em, MOST_COLUMN * em);
        shown.forEach(group -> group.setWidths(steps, Math.floor(each)));
    }

    private void showCompared() {
        List<String> chosen = model.compared().get();
        OutputDifference difference = model.difference().get();
        for (GroupColumns group : shown) {
            for (int i = 0; i < group.answerHeads().size(); i++) {
                int at = chosen.indexOf(group.answerHeads().get(i).key());
                group.answerHeads().get(i).showCompared(at >= 0);
                group.answerCells()
                        .get(i)
                        .showDiffering(
                                difference == null || chosen.size() != 2 || at < 0
                                        ? List.of()
                                        : at == 0 ? difference.first() : difference.second());
            }
        }
        String said = model.trouble().get();
        if (said.isEmpty()) {
            said = switch (chosen.size()) {
                case 0 -> Texts.of("inspect.compare.none");
                case 1 -> Texts.of("inspect.compare.one");
                default ->
                    difference == null
                            ? Texts.of("inspect.compare.waiting")
                            : difference.first().isEmpty()
                                            && difference.second().isEmpty()
                                    ? Texts.of("inspect.compare.same")
                                    : Texts.of(
                                            "inspect.compare.differ",
                                            difference.first().size(),
                                            difference.second().size());
            };
            if (difference != null && !difference.whole()) {
                said += " " + Texts.of("inspect.compare.beginning", OutputDifference.COMPARED);
            }
        }
        comparing.setText(said);
    }
}
