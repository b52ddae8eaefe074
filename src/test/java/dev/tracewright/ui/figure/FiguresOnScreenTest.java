package dev.tracewright.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Selection;
import dev.tracewright.analysis.Value;
import dev.tracewright.trace.Approach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables and charts on the screen: where the keyboard leads, what opens, how wide they are. */
class FiguresOnScreenTest {
    private final List<String> opened = new ArrayList<>();

    @BeforeAll
    static void start_the_toolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException e) {
            started.countDown(); // another test has started it
        }
        started.await();
        Platform.setImplicitExit(false);
    }

    private static <T> T onToolkit(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static Selection answers(String title) {
        return Selection.of(title, Set.of(new Cell("made", Approach.STANDARD, null, null, "hare", false)));
    }

    private static DataTable table(int rows, int figures) {
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(new DataTable.Column("solver", "solver", false));
        for (int i = 0; i < figures; i++) {
            columns.add(new DataTable.Column("f" + i, "figure " + i, true));
        }
        List<DataTable.Row> lines = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            List<Value> values = new ArrayList<>();
            values.add(Value.words("solver " + r));
            for (int i = 0; i < figures; i++) {
                values.add(new Value(r + "." + i, 1.0, i == 0 ? "**" : "", "n = 200", answers(r + "/" + i)));
            }
            lines.add(new DataTable.Row(values, false));
        }
        return new DataTable("made", "Made", "", columns, lines, List.of());
    }

    private static void press(Node node, KeyCode... keys) {
        for (KeyCode key : keys) {
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
    }

    @Test
    void arrows_go_from_entry_to_entry_stop_at_the_edges_and_enter_opens() throws Exception {
        TableGrid grid = onToolkit(() -> {
            TableGrid made = new TableGrid(table(3, 2), selection -> opened.add(selection.title()));
            press(made, KeyCode.ENTER);
            press(made, KeyCode.UP, KeyCode.LEFT, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER);
            press(made, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.END, KeyCode.RIGHT, KeyCode.SPACE);
            return made;
        });
        assertThat(opened).as("words open nothing").containsExactly("1/0", "2/1");
        assertThat(grid.at()).containsExactly(2, 2);
    }

    @Test
    void what_is_spoken_names_row_column_figure_stars_and_what_opens() throws Exception {
        String spoken = onToolkit(() -> {
            TableGrid grid = new TableGrid(table(2, 1), selection -> {});
            press(grid, KeyCode.RIGHT);
            return grid.getAccessibleText();
        });
        assertThat(spoken).contains("Made", "solver 0", "figure 0: 0.0", "(2 stars)", "n = 200", "Opens: 0/0");
    }

    @Test
    void a_table_has_one_text_an_entry_and_is_never_narrower_than_its_entries() throws Exception {
        TableGrid grid = onToolkit(() -> new TableGrid(table(40, 12), selection -> {}));
        long texts = grid.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .count();
        assertThat(texts).as("13 heads, 40 rows of 13 entries, 40 stars").isEqualTo(13 + 40 * 13 + 40);
        double least = onToolkit(() -> grid.minWidth(-1));
        double few = onToolkit(() -> new TableGrid(table(40, 2), selection -> {}).minWidth(-1));
        assertThat(least).isGreaterThan(few * 2);
    }

    private Figure bars() {
        List<Mark> marks = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> {
            marks.add(new Box(i * 50.0, 90 - i * 30.0, 20, 10 + i * 30.0, Ink.STANDARD, 0, null, answers("top " + i)));
            marks.add(new Box(i * 50.0, 120, 20, 10, Ink.HEAT, 0.5, null, answers("below " + i)));
        });
        marks.add(new Box(0, 0, 5, 5, Ink.MUTED, 0, null, null));
        return new Figure("made", "Made", "how to read", 200, 150, marks, table(1, 1));
    }

    @Test
    void arrows_go_to_the_nearest_mark_in_their_direction_that_opens_something() throws Exception {
        onToolkit(() -> {
            FigureView view = new FigureView(bars(), selection -> opened.add(selection.title()));
            press(view, KeyCode.ENTER, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);
            press(
                    view,
                    KeyCode.RIGHT,
                    KeyCode.RIGHT,
                    KeyCode.ENTER,
                    KeyCode.UP,
                    KeyCode.LEFT,
                    KeyCode.LEFT,
                    KeyCode.ENTER);
            return view;
        });
        assertThat(opened).containsExactly("top 0", "top 1", "below 1", "below 2", "top 0");
    }

    @Test
    void a_chart_shrinks_to_three_fifths_of_its_size_and_keeps_its_proportions() throws Exception {
        FigureView view = onToolkit(() -> new FigureView(bars(), selection -> {}));
        assertThat(onToolkit(() -> view.prefWidth(-1))).isEqualTo(200);
        assertThat(onToolkit(() -> view.minWidth(-1))).isEqualTo(120);
        assertThat(onToolkit(() -> view.prefHeight(160))).isEqualTo(120);
        assertThat(onToolkit(() -> view.prefHeight(50))).isEqualTo(90);
        assertThat(onToolkit(() -> view.prefHeight(4000))).isEqualTo(150);
    }

    @Test
    void parts_stand_beside_each_other_where_they_fit_and_fill_their_row() throws Exception {
        List<Double> lefts = onToolkit(() -> {
            CardFlow flow = new CardFlow(10);
            List<Region> parts = IntStream.range(0, 3)
                    .mapToObj(i -> {
                        Region part = new Region();
                        part.setPrefSize(100, 40);
                        return part;
                    })
                    .toList();
            flow.show(parts);
            flow.resize(230, flow.prefHeight(230));
            flow.layout();
            assertThat(flow.prefHeight(230)).isEqualTo(90);
            assertThat(flow.prefHeight(100)).isEqualTo(140);
            assertThat(parts.getFirst().getWidth()).isEqualTo(110);
            assertThat(parts.getLast().getWidth()).isEqualTo(230);
            return parts.stream().map(Region::getLayoutX).toList();
        });
        assertThat(lefts).containsExactly(0.0, 120.0, 0.0);
    }
}
