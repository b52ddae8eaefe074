package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Value;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.report.ReportFolder;
import dev.tracewright.exchange.report.TableFormat;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.figure.FigureView;
import dev.tracewright.ui.figure.SectionBoard;
import dev.tracewright.ui.figure.TableGrid;
import dev.tracewright.ui.results.ResultsPicture;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.work.ResultsDesk;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A researcher looks at what the labelled answers amount to, and at the answers behind the numbers. */
class ResultsJourneyTest {
    @TempDir
    private Path folder;

    private @Nullable WindowHarness opened;

    @AfterEach
    void close() {
        window().close();
    }

    private WindowHarness window() {
        return Objects.requireNonNull(opened);
    }

    private void open(@Nullable Path answers) {
        Workspace sessions = new Workspace(folder);
        try (SessionStore store = sessions.create("made")) {
            if (answers != null) {
                Transfer.read(answers, ImportOptions.NONE, store, read -> {}, () -> false);
            }
        }
        show();
    }

    private void show() {
        opened = WindowHarness.open(
                folder,
                WindowHarness.USUAL.withLastSession(
                        folder.resolve("made.tracewright").toString()),
                ShellView::after);
    }

    private void openResults(@Nullable Path answers) {
        open(answers);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        untilCounted();
    }

    private ResultsViewModel model() {
        return Objects.requireNonNull(on(() -> window().built().shell().resultsModel()));
    }

    private ResultsPicture picture() {
        return Objects.requireNonNull(on(() -> model().picture().get()));
    }

    private void untilCounted() {
        window().until("the answers are read and counted", () -> {
            ResultsPicture picture = model().picture().get();
            return picture != null
                    && model().state().get() == ResultsViewModel.State.IDLE
                    && picture.answered().filter().equals(model().filter().get())
                    && picture.answered().unread() == 0
                    && !model().reading().get().running();
        });
        window().layout();
    }

    private List<ItemRow> queue() {
        return on(() -> List.copyOf(window().model().queue().shown()));
    }

    /** The first shown node of this kind, top down. */
    private <T extends Node> T first(Class<T> kind) {
        return Objects.requireNonNull(
                on(() -> find(window().scene().getRoot(), kind).orElseThrow()));
    }

    private static <T extends Node> Optional<T> find(Node from, Class<T> kind) {
        if (kind.isInstance(from)) {
            return Optional.of(kind.cast(from));
        }
        return from instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, kind).stream())
                        .findFirst()
                : Optional.empty();
    }

    @Test
    void the_head_says_what_is_counted_and_whose_verdicts() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        assertThat(window().text("results-fact-datasets")).isEqualTo("made");
        assertThat(window().text("results-fact-verdicts")).isEqualTo("verdicts: people");
        assertThat(window().text("results-fact-labelled")).isEqualTo("30 of 30 labelled");
        assertThat(window().shows("results-fact-unread")).isFalse();
        assertThat(window().shows("results-suggested")).isFalse();
        assertThat(window().shows("results-unlabelled")).isFalse();
        assertThat(picture().results()).isNotEmpty();
    }

    @Test
    void a_session_of_demonstration_material_is_shown_and_says_on_both_screens_that_it_is_no_result() {
        openResults(MadeResults.demonstration(folder.resolve("answers.jsonl")));
        assertThat(window().shows("results-demonstrated")).isTrue();
        assertThat(window().shows("results-demonstration")).isFalse();
        assertThat(window().shows("results-fact-left-out")).isFalse();
        assertThat(on(() -> first(FigureView.class).figure().title())).endsWith(" (demonstration)");
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window().until("the Inspect screen is shown", () -> window().shows("inspect"));
        untilCounted();
        assertThat(window().shows("results-demonstrated")).isTrue();
        assertThat(on(() -> first(FigureView.class).figure().title())).endsWith(" (demonstration)");
    }

    @Test
    void beside_models_demonstration_material_is_left_out_and_shown_alone_on_demand() {
        openResults(MadeResults.besideDemonstration(folder.resolve("answers.jsonl")));
        assertThat(window().text("results-fact-left-out"))
                .isEqualTo("20 answers of demonstration material are left out");
        assertThat(window().text("results-fact-labelled")).isEqualTo("30 of 30 labelled");
        assertThat(window().shows("results-demonstrated")).isFalse();
        window().click("results-demonstration");
        untilCounted();
        assertThat(window().text("results-fact-left-out")).isEqualTo("30 answers of models are left out");
        assertThat(window().text("results-fact-labelled")).isEqualTo("20 of 20 labelled");
        assertThat(window().shows("results-demonstrated")).isTrue();
        FigureView chart = first(FigureView.class);
        does(chart::requestFocus);
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
        assertThat(queue()).hasSize(10).allMatch(row -> "hand-written example".equals(row.solver()));
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        untilCounted();
        window().click("results-demonstration");
        untilCounted();
        assertThat(picture().total()).isEqualTo(MadeResults.ANSWERS);
    }

    @Test
    void the_answers_behind_a_number_are_shown_by_keyboard_alone_and_the_way_leads_back() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        FigureView chart = first(FigureView.class);
        window().until("the keyboard is in the chart", chart::isFocused);
        Figure.Box bar = on(() -> chart.figure().marks().stream()
                .filter(mark -> mark instanceof Figure.Box box && box.opens() != null)
                .map(Figure.Box.class::cast)
                .findFirst()
                .orElseThrow());
        double top = on(() -> first(SectionBoard.class).top());
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
        window().untilSettled();
        assertThat(window().text("filter-only"))
                .isEqualTo(queue().size() + " \u00b7 "
                        + Objects.requireNonNull(bar.opens()).title());
        assertThat(queue()).isNotEmpty().hasSizeLessThan(MadeResults.ANSWERS);
        assertThat(queue().stream().map(ItemRow::solver).distinct()).hasSize(1);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window().until("the results are shown", () -> window().shows("results"));
        untilCounted();
        assertThat(on(() -> first(SectionBoard.class).top())).isEqualTo(top);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT1);
        window().click("filter-only");
        assertThat(queue()).hasSize(MadeResults.ANSWERS);
        assertThat(window().shows("filter-only")).isFalse();
    }

    @Test
    void whoever_comes_back_from_the_answers_finds_the_page_where_it_was_left() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        SectionBoard board = first(SectionBoard.class);
        Node table = on(() -> board.lookup("#table-z-test-made"));
        does(table::requestFocus);
        window().layout();
        double top = on(board::top);
        assertThat(top).isPositive();
        window().press(KeyCode.RIGHT);
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
        window().untilSettled();
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        untilCounted();
        assertThat(window().focused()).isSameAs(table);
        assertThat(on(board::top)).isCloseTo(top, within(1.0));
    }

    @Test
    void page_keys_turn_the_page_wherever_the_keyboard_is_on_the_screen() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        SectionBoard board = first(SectionBoard.class);
        for (int i = 0; i < 4; i++) {
            window().press(KeyCode.TAB);
        }
        window().press(KeyCode.PAGE_UP);
        window().press(KeyCode.PAGE_UP);
        double before = on(board::top);
        window().press(KeyCode.PAGE_DOWN);
        double turned = on(board::top);
        assertThat(turned).isGreaterThan(before + 100);
        window().press(KeyCode.PAGE_DOWN);
        double end = on(board::top);
        assertThat(end).isGreaterThan(turned);
        window().press(KeyCode.PAGE_UP);
        assertThat(on(board::top)).isCloseTo(end - (turned - before), within(1.0));
    }

    @Test
    void the_heads_of_a_table_stay_above_the_rows_that_can_be_seen() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        SectionBoard board = first(SectionBoard.class);
        TableGrid grid = first(TableGrid.class);
        Text head = (Text) on(() -> grid.lookup(".table-head"));
        double above = on(() -> board.localToScene(0, 0).getY());
        double resting = on(
                () -> head.localToScene(0, 0).getY() - grid.localToScene(0, 0).getY());
        does(() -> {
            double hidden = board.getContent().getLayoutBounds().getHeight()
                    - board.getViewportBounds().getHeight();
            double down = grid.localToScene(0, 0).getY() - above + 40;
            board.setVvalue((board.top() + down) / hidden);
        });
        window().layout();
        assertThat(on(() -> grid.localToScene(0, 0).getY())).isLessThan(above - 30);
        assertThat(on(() -> head.localToScene(0, 0).getY() - above)).isCloseTo(resting, within(1.5));
    }

    @Test
    void an_entry_of_a_table_opens_its_answers() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        TableGrid grid = first(TableGrid.class);
        int column = on(() -> {
            grid.requestFocus();
            var entries = grid.table().rows().getFirst().values();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).opens() != null) {
                    return i;
                }
            }
            return -1;
        });
        assertThat(column).as("an entry that opens something").isNotNegative();
        window().press(column, KeyCode.RIGHT);
        assertThat(on(grid::at)).containsExactly(0, column);
        assertThat(on(grid::getAccessibleText)).contains("Opens: ");
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
        assertThat(queue()).isNotEmpty().hasSizeLessThan(MadeResults.ANSWERS);
    }

    @Test
    void a_filter_leaves_out_answers_and_is_cleared_with_a_key() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        choose("results-solvers", "owl");
        assertThat(picture().total()).isEqualTo(MadeResults.PROBLEMS);
        assertThat(on(() -> ((MenuButton) window().node("results-solvers")).getText()))
                .isEqualTo("owl");
        window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        untilCounted();
        assertThat(picture().total()).isEqualTo(MadeResults.ANSWERS);
    }

    @Test
    void what_is_being_typed_goes_with_the_filters_that_are_cleared() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        choose("results-solvers", "owl");
        window().press(KeyCode.SLASH);
        window().type("hare");
        window().click("results-clear");
        untilCounted();
        assertThat(on(() -> ((TextField) window().node("results-search")).getText()))
                .isEmpty();
        assertThat(model().filter().get()).isEqualTo(ResultFilter.ALL);
    }

    @Test
    void words_and_flags_narrow_what_is_counted_and_what_a_number_opens() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        window().press(KeyCode.SLASH);
        window().type("owl eggs");
        window().until(
                        "the words are counted",
                        () -> model().filter().get().words().equals("owl eggs"));
        untilCounted();
        assertThat(picture().total()).isEqualTo(MadeResults.PROBLEMS);
        window().press(KeyCode.ENTER);
        assertThat(on(() -> window().scene().getFocusOwner())).isInstanceOfAny(TableGrid.class, FigureView.class);
        window().press(KeyCode.SLASH);
        window().type("nowhere");
        window().press(KeyCode.ENTER);
        untilCounted();
        assertThat(window().shows("results-nothing-passes")).isTrue();
        window().press(KeyCode.SLASH);
        window().press(KeyCode.ESCAPE);
        untilCounted();
        assertThat(picture().total()).isEqualTo(MadeResults.ANSWERS);
        choose("results-flags", "needs analysis");
        assertThat(window().shows("results-nothing-passes")).isTrue();
        window().press(KeyCode.ENTER);
        untilCounted();
        assertThat(picture().total()).isEqualTo(MadeResults.ANSWERS);
    }

    @Test
    void what_annotators_differ_on_is_opened_and_settled_by_an_adjudicator() {
        openResults(MadeResults.disputed(folder.resolve("answers.jsonl")));
        does(() -> window().built().preferences().annotator().set("dee"));
        assertThat(window().text("annotator")).isEqualTo("ann");
        does(() -> window().built().model().open("made"));
        window().until(
                        "the session is open under the new name",
                        () -> window().text("annotator").equals("dee"));
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        untilCounted();
        assertThat(agreement("agreement")).isEqualTo("80.0");
        assertThat(agreement("unsettled")).isEqualTo("2");
        assertThat(value("agreement-by-pair", "kappa").text()).isEqualTo("0.545");
        does(() -> grid("agreement").requestFocus());
        window().press(4, KeyCode.RIGHT);
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
        window().untilSettled();
        assertThat(queue()).hasSize(2);
        assertThat(window().shows("others")).isFalse();
        window().press(KeyCode.T);
        window().until(
                        "the next answer waits",
                        () -> window().model().label().get().verdict() == null);
        window().untilSettled();
        assertThat(window().shows("others")).isFalse();
        window().press(KeyCode.K);
        window().until(
                        "what others said is shown where dee has decided",
                        () -> window().text("others").equals("bea says true \u00b7 cy says false"));
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        untilCounted();
        assertThat(agreement("unsettled")).isEqualTo("2");
        assertThat(agreement("annotators")).isEqualTo("3");
        choose("results-adjudicators", "dee");
        assertThat(agreement("annotators")).isEqualTo("2");
        assertThat(agreement("differ")).isEqualTo("2");
        assertThat(agreement("unsettled")).isEqualTo("1");
        assertThat(window().text("results-fact-verdicts")).isEqualTo("verdicts: people, adjudicated by dee");
        assertThat(on(() -> ((MenuButton) window().node("results-adjudicators")).getText()))
                .isEqualTo("Adjudicator: dee");
    }

    private String agreement(String column) {
        return value("agreement", column).text();
    }

    /** The table with this id. */
    private TableGrid grid(String id) {
        return grids(window().scene().getRoot())
                .filter(each -> each.table().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<TableGrid> grids(Node from) {
        return from instanceof TableGrid grid
                ? Stream.of(grid)
                : from instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(ResultsJourneyTest::grids)
                        : Stream.empty();
    }

    /** The entry of this column in the first row of a table. */
    private Value value(String table, String column) {
        DataTable found = picture().results().stream()
                .flatMap(section -> section.tables().stream())
                .filter(each -> each.id().equals(table))
                .findFirst()
                .orElseThrow();
        int place = found.columns().stream().map(DataTable.Column::id).toList().indexOf(column);
        return found.rows().getFirst().values().get(place);
    }

    /** Chooses one more thing in a menu of the filters. */
    private void choose(String menu, String value) {
        does(() -> {
            CheckMenuItem item = ((MenuButton) window().node(menu))
                    .getItems().stream()
                            .map(CheckMenuItem.class::cast)
                            .filter(each -> each.getText().equals(value))
                            .findFirst()
                            .orElseThrow();
            item.setSelected(true);
            item.getOnAction().handle(new ActionEvent());
        });
        untilCounted();
    }

    @Test
    void without_labels_the_screen_says_so_and_counts_suggestions_on_demand_and_marks_them() {
        openResults(MadeResults.unlabelled(folder.resolve("answers.jsonl")));
        assertThat(window().shows("results-unlabelled")).isTrue();
        assertThat(window().text("results-fact-labelled")).isEqualTo("0 of 30 labelled");
        window().press(KeyCode.G);
        untilCounted();
        assertThat(window().shows("results-suggested")).isTrue();
        assertThat(window().shows("results-unlabelled")).isFalse();
        assertThat(window().text("results-fact-verdicts")).contains("suggestions");
        assertThat(picture().answered().filter().suggestions()).isTrue();
        window().press(KeyCode.G);
        untilCounted();
        assertThat(window().shows("results-suggested")).isFalse();
        window().click("results-unlabelled-label");
        window().until("the work is shown", () -> window().shows("step-grid"));
    }

    @Test
    void a_session_without_answers_leads_to_where_they_come_from() {
        openResults(null);
        window().until("the way on is shown", () -> window().shows("results-empty"));
        assertThat(window().shows("action-session-import")).isTrue();
        window().click("action-window-runs");
        window().until("the Runs screen is shown", () -> window().shows("runs-empty"));
    }

    @Test
    void a_label_that_is_given_counts_when_the_screen_is_shown_next() {
        openResults(MadeResults.unlabelled(folder.resolve("answers.jsonl")));
        window().press(KeyCode.CONTROL, KeyCode.DIGIT1);
        window().untilSettled();
        window().press(KeyCode.T);
        window().untilSaved();
        window().press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window().until("the label counts", () -> picture().labelled() == 1);
        window().layout();
        assertThat(window().text("results-fact-labelled")).isEqualTo("1 of 30 labelled");
        assertThat(on(() -> window().model().queue().items().stream()
                        .filter(row -> row.label().verdict() == Verdict.TRUE)
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void a_report_is_written_into_the_chosen_folder_and_an_unsuitable_one_is_refused_in_a_sentence() throws Exception {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        Path report = folder.resolve("report");
        window().dialogs.target = report;
        window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        window().until("the report is there", () -> Files.exists(report.resolve(ReportFolder.PAGE)));
        window().until("its end is told", WindowHarness::tells);
        assertThat(Files.readString(report.resolve(ReportFolder.PAGE))).contains("30 of 30 answers labelled");
        window().until(
                        "nothing is under way",
                        () -> window().built().model().job().get() == null);
        window().dialogs.target = folder;
        window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        window().until(
                        "the refusal is there",
                        () -> window().built().model().job().get() == null);
        assertThat(folder.resolve(ReportFolder.PAGE)).doesNotExist();
    }

    @Test
    void a_table_is_copied_and_saved_as_it_is_written_in_the_report() throws Exception {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        TableGrid grid = first(TableGrid.class);
        does(grid::requestFocus);
        window().press(KeyCode.CONTROL, KeyCode.C);
        String copied = on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(on(() -> TableFormat.TSV.write(grid.table())));
        Path target = folder.resolve("table.tex");
        window().dialogs.target = target;
        String id = on(() -> grid.table().id());
        does(() -> ((MenuButton) window().node("handout-" + id))
                .getItems().stream()
                        .filter(item -> "save-latex".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window().until("the file is there", () -> Files.exists(target));
        assertThat(Files.readString(target)).contains("\\begin{table}");
    }

    @Test
    void a_chart_is_shown_as_a_table_on_demand() {
        openResults(MadeResults.labelled(folder.resolve("answers.jsonl")));
        FigureView chart = first(FigureView.class);
        String id = on(() -> chart.figure().id());
        String table = on(() -> chart.figure().table().id());
        window().click("as-table-" + id);
        window().until("the table is there", () -> window().shows("table-" + table));
        window().click("as-table-" + id);
        window().until("the chart is back", () -> window().shows("figure-" + id));
    }

    @Test
    void one_problem_is_read_side_by_side_without_names_and_with_its_differences() {
        open(MadeResults.labelled(folder.resolve("answers.jsonl")));
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window().until("the Inspect screen is shown", () -> window().shows("inspect"));
        untilCounted();
        window().press(KeyCode.P);
        window().until("the columns are there", () -> window().shows("answer-2"));
        assertThat(window().text("answer-solver-0")).isEqualTo("hare");
        assertThat(window().shows("answer-3")).isFalse();
        assertThat(window().shows("answer-0-row-1"))
                .as("a row for the second step")
                .isTrue();
        window().press(KeyCode.SLASH);
        window().until(
                        "the keyboard is in the search of the problems",
                        () -> window().focused().getStyleClass().contains("combo-box-search"));
        window().press(KeyCode.ESCAPE);
        window().until(
                        "the keyboard is on the answers",
                        () -> "comparison-scroll".equals(window().focused().getId()));
        window().press(KeyCode.J);
        window().until(
                        "the next problem",
                        () -> window().text("comparison-place").startsWith("2 of"));
        does(() -> window().node("answer-compare-1").requestFocus());
        window().press(KeyCode.K);
        window().until(
                        "the first one again",
                        () -> window().text("comparison-place").startsWith("1 of"));
        assertThat(window().focused().getId()).isEqualTo("answer-compare-1");
        window().click("answer-compare-1");
        window().click("answer-compare-2");
        window().until(
                        "they are compared",
                        () -> window().text("comparison-said").startsWith("The two answers say the same"));
        window().click("answer-compare-0");
        window().until(
                        "the difference is told",
                        () -> window().text("comparison-said").startsWith("They differ"));
        does(() -> ((ToggleButton) window().node("comparison-hide")).fire());
        window().until(
                        "names are hidden",
                        () -> window().text("answer-solver-0").equals("Solver A"));
        assertThat(window().text("answer-solver-2")).isEqualTo("Solver B");
        does(() -> ((Hyperlink) window().node("answer-open-1")).fire());
        window().until("the answer is shown", () -> window().shows("filter-only"));
        assertThat(queue()).hasSize(1);
    }

    @Test
    void a_cell_of_a_heat_map_opens_its_answers() {
        open(MadeResults.labelled(folder.resolve("answers.jsonl")));
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window().until("the Inspect screen is shown", () -> window().shows("inspect"));
        untilCounted();
        FigureView map = first(FigureView.class);
        assertThat(map.figure().marks())
                .anyMatch(mark -> mark instanceof Figure.Box box && box.ink() == Figure.Ink.HEAT);
        does(map::requestFocus);
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
        assertThat(queue()).isNotEmpty().allMatch(row -> "fox".equals(row.delegator()));
    }

    @Test
    void inspect_takes_the_keyboard_when_it_is_the_first_screen_that_shows_what_was_counted() throws Exception {
        try (SessionStore store = new Workspace(folder).create("made")) {
            Path answers = MadeResults.labelled(folder.resolve("answers.jsonl"));
            Transfer.read(answers, ImportOptions.NONE, store, read -> {}, () -> false);
            ResultsDesk.readAndCount(store, null, ResultFilter.ALL, at -> {}, () -> false);
        }
        show();
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        untilCounted();
        FigureView map = first(FigureView.class);
        assertThat(on(() -> window().scene().getFocusOwner())).isSameAs(map);
        window().press(KeyCode.ENTER);
        window().until("the chip is shown", () -> window().shows("filter-only"));
    }
}
