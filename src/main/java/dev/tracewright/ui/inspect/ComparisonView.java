package dev.tracewright.ui.inspect;

import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OutputDifference;
import dev.tracewright.work.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** One problem and every answer to it, a column each, with what two of them do not share marked on demand. */
final class ComparisonView extends BorderPane {
    private static final double LEAST_COLUMN = 320;
    private static final double GAP = 12;
    private static final int TITLE_LENGTH = 90;

    private final ComparisonModel model;
    private final Consumer<String> open;
    private final SearchableComboBox<Problem> problems = new SearchableComboBox<>();
    private final Chip hide = new Chip(Texts.of("inspect.hide"));
    private final Label place = new Label();
    private final Label comparing = new Label();
    private final VBox question = new VBox();
    private final HBox columns = new HBox(GAP);
    private final ScrollPane scroll = new ScrollPane();
    private final List<AnswerColumn> shown = new ArrayList<>();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private boolean following;

    /** @param open shows an answer on the Annotate screen */
    ComparisonView(ComparisonModel model, ActionSet actions, Consumer<String> open) {
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
        hide.setId("comparison-hide");
        hide.selectedProperty().bindBidirectional(model.hideNames());
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
                comparing);
        top.getStyleClass().add("comparison-top");
        question.getStyleClass().addAll("card", "comparison-question");
        VBox head = new VBox(top, question);
        head.getStyleClass().add("comparison-head");
        columns.getStyleClass().add("comparison-columns");
        scroll.setContent(columns);
        scroll.setId("comparison-scroll");
        scroll.getStyleClass().addAll("plain-scroll", "board");
        scroll.viewportBoundsProperty().subscribe(bounds -> arrange());
        setTop(head);
        setCenter(scroll);
        bonds.follow(model.problems(), this::offer);
        bonds.follow(model.shown(), this::show);
        bonds.follow(model.hideNames(), this::showColumns);
        bonds.follow(model.compared(), this::showCompared);
        bonds.follow(model.difference(), this::showCompared);
        bonds.follow(model.trouble(), this::showCompared);
        bonds.follow(Theme.fontPixels(), this::show);
    }

    void focusFirst() {
        problems.requestFocus();
    }

    void release() {
        bonds.release();
    }

    private static String title(Problem problem) {
        String words = problem.question().strip().replaceAll("\\s+", " ");
        return Texts.of(
                "inspect.problem.title",
                problem.number(),
                problem.dataset(),
                words.length() > TITLE_LENGTH ? words.substring(0, TITLE_LENGTH) + "\u2026" : words);
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
        SideBySide now = model.shown().get();
        shown.clear();
        if (now != null) {
            for (SideBySide.Column column : now.columns()) {
                shown.add(new AnswerColumn(
                        column,
                        shown.size(),
                        model.solver(now, column.solver()),
                        column.delegator() == null ? "" : model.delegator(now, column.delegator()),
                        new AnswerColumn.Wishes() {
                            @Override
                            public void compare(String key) {
                                model.toggle(key);
                            }

                            @Override
                            public void open(String key) {
                                open.accept(key);
                            }
                        }));
            }
        }
        columns.getChildren().setAll(shown);
        arrange();
        showCompared();
    }

    /** Columns are equally wide, as wide as there is room for, and no narrower than can be read. */
    private void arrange() {
        double inside = scroll.getViewportBounds().getWidth()
                - columns.getInsets().getLeft()
                - columns.getInsets().getRight();
        double em = Theme.fontPixels().get() / Theme.BASE_FONT_PIXELS;
        double each = Math.max(LEAST_COLUMN * em, (inside - GAP * (shown.size() - 1)) / Math.max(1, shown.size()));
        for (AnswerColumn column : shown) {
            column.setMinWidth(each);
            column.setPrefWidth(each);
            column.setMaxWidth(each);
        }
    }

    private void showCompared() {
        List<String> chosen = model.compared().get();
        OutputDifference difference = model.difference().get();
        for (AnswerColumn column : shown) {
            int at = chosen.indexOf(column.key());
            boolean both = difference != null && chosen.size() == 2 && at >= 0;
            column.showCompared(
                    at >= 0,
                    !both || difference == null ? List.of() : at == 0 ? difference.first() : difference.second());
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
        }
        comparing.setText(said);
    }
}
