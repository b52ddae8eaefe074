package dev.tracewright.ui.figure;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Selection;
import dev.tracewright.analysis.Value;
import dev.tracewright.exchange.report.Printable;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The rows and columns of a table of results. One text an entry and nothing else, so that a table of twenty solvers is as quick as
 * one of two; a single frame goes from entry to entry with the arrow keys, and Enter opens the answers.
 */
public final class TableGrid extends Region {
    private static final PseudoClass SUMMARY = PseudoClass.getPseudoClass("summary");
    private static final double ROW_EMS = 2.15;
    /** Longer words are cut, and shown whole to who points at them. */
    private static final int SHOWN_CHARACTERS = 60;

    private final DataTable table;
    private final Consumer<Selection> open;
    private final List<Text> heads = new ArrayList<>();
    private final List<List<TableEntry>> rows = new ArrayList<>();
    private final List<Rectangle> lines = new ArrayList<>();
    private final List<Rectangle> bands = new ArrayList<>();
    private final Rectangle hover = frame("table-hover");
    private final Rectangle cursor = frame("table-cursor");
    private final Tooltip hint = new Tooltip();
    private final Region headGround = new Region();
    private double headTop;
    private @Nullable SectionBoard board;
    private int row;
    private int column;
    private @Nullable TableColumns columns;

    /** @param open is given the answers behind an entry */
    public TableGrid(DataTable table, Consumer<Selection> open) {
        this.table = table;
        this.open = open;
        setId("table-" + table.id());
        getStyleClass().add("table-grid");
        setFocusTraversable(!table.rows().isEmpty());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription(Texts.of("figure.table.role"));
        hint.setWrapText(true);
        hint.setMaxWidth(420);
        getChildren().add(hover);
        table.columns().forEach(each -> heads.add(text(each.head(), "table-head")));
        for (DataTable.Row each : table.rows()) {
            Rectangle band = new Rectangle();
            band.getStyleClass().add("table-band");
            band.setVisible(each.summary());
            bands.add(band);
            Rectangle line = new Rectangle();
            line.getStyleClass().add("table-line");
            line.pseudoClassStateChanged(SUMMARY, each.summary());
            lines.add(line);
        }
        getChildren().addAll(bands);
        getChildren().addAll(lines);
        table.rows().forEach(this::addRow);
        getChildren().add(cursor);
        headGround.getStyleClass().add("table-head-ground");
        headGround.setManaged(false);
        headGround.setVisible(false);
        getChildren().add(headGround);
        getChildren().addAll(heads);
        cursor.visibleProperty().bind(focusedProperty());
        hover.setVisible(false);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover.setVisible(false));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                moved();
            }
        });
        sceneProperty().subscribe(scene -> keepInSight(scene != null));
        describe();
    }

    /** Has the page that scrolls keep the heads of the columns in sight, as long as the table is on it. */
    private void keepInSight(boolean shown) {
        if (board != null) {
            board.release(this);
        }
        board = null;
        for (Node at = getParent(); shown && at != null && board == null; at = at.getParent()) {
            board = at instanceof SectionBoard page ? page : null;
        }
        if (board != null) {
            board.follow(this);
        }
    }

    /**
     * Places the heads of the columns above the rows that can be seen.
     *
     * @param top where what can be seen begins, from the top of the table; nothing is hidden above it where it is not positive
     */
    void keepHeads(double top) {
        double last = Math.max(0, getHeight() - 2 * rowHeight());
        headTop = Math.rint(Math.clamp(top, 0, last));
        headGround.setVisible(headTop > 0);
        headGround.setTranslateY(headTop);
        heads.forEach(head -> head.setTranslateY(headTop));
    }

    /** The table that is shown. */
    public DataTable table() {
        return table;
    }

    /** Where the frame is, as row and column from 0. */
    public int[] at() {
        return new int[] {row, column};
    }

    /** Moves the frame there, or as near as there is something. */
    void goTo(int newRow, int newColumn) {
        if (!rows.isEmpty()) {
            row = Math.clamp(newRow, 0, rows.size() - 1);
            column = Math.clamp(newColumn, 0, heads.size() - 1);
            describe();
            requestLayout();
        }
    }

    private Rectangle frame(String style) {
        Rectangle frame = new Rectangle();
        frame.getStyleClass().add(style);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        return frame;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private void addRow(DataTable.Row shown) {
        List<TableEntry> entries = new ArrayList<>();
        for (Value value : shown.values()) {
            String whole = Printable.line(value.text());
            String words = Printable.line(whole, SHOWN_CHARACTERS);
            boolean cut = !words.equals(whole);
            Text text = text(words, "table-text");
            text.pseudoClassStateChanged(SUMMARY, shown.summary());
            Text stars = value.stars().isEmpty() ? null : text(value.stars(), "table-stars");
            String more = hint(value, cut);
            if (!more.isEmpty()) {
                text.setPickOnBounds(true);
                Tooltip.install(text, hint);
                text.setOnMouseEntered(event -> hint.setText(more));
            }
            entries.add(new TableEntry(value, text, stars));
            getChildren().add(text);
            if (stars != null) {
                getChildren().add(stars);
            }
        }
        rows.add(entries);
    }

    private static String hint(Value value, boolean cut) {
        List<String> parts = new ArrayList<>();
        if (cut) {
            parts.add(value.text());
        }
        if (value.hint() != null) {
            parts.add(value.hint());
        }
        if (value.opens() != null) {
            parts.add(Texts.of("figure.opens", value.opens().title()));
        }
        return String.join("\n", parts);
    }

    // -- Laying out
    // ----------------------------------------------------------------------------------------------------

    private static double em() {
        return Theme.fontPixels().get();
    }

    private static double rowHeight() {
        return Math.rint(ROW_EMS * em());
    }

    @Override
    public void requestLayout() {
        columns = null;
        super.requestLayout();
    }

    private TableColumns columns() {
        TableColumns measured = columns;
        if (measured == null) {
            measured = new TableColumns(heads, rows, em());
            columns = measured;
        }
        return measured;
    }

    @Override
    protected double computeMinWidth(double height) {
        return columns().total();
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns().total() + heads.size() * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return rowHeight() * (rows.size() + 1) + 1;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double[] lefts = lefts();
        double end = lefts[heads.size()];
        double height = rowHeight();
        for (int i = 0; i < heads.size(); i++) {
            place(heads.get(i), null, i, lefts, 0);
        }
        headGround.resize(end, height + 1);
        for (int r = 0; r < rows.size(); r++) {
            double top = (r + 1) * height;
            size(lines.get(r), 0, top, end, 1);
            size(bands.get(r), 0, top, end, height);
            for (int i = 0; i < heads.size(); i++) {
                TableEntry entry = rows.get(r).get(i);
                place(entry.text(), entry.stars(), i, lefts, top);
            }
        }
        placeCursor(lefts);
        if (board != null) {
            board.placeHeadsOf(this);
        }
    }

    private double[] lefts() {
        return columns().lefts(getWidth());
    }

    private void place(Text text, @Nullable Text stars, int at, double[] lefts, double top) {
        double pad = columns().pad();
        double right = lefts[at + 1] - pad - columns().stars(at);
        boolean numeric = table.columns().get(at).numeric();
        double left = numeric ? right - text.prefWidth(-1) : lefts[at] + pad;
        double base = top + Math.rint((rowHeight() - text.prefHeight(-1)) / 2) + text.getBaselineOffset();
        text.relocate(Math.rint(left), base - text.getBaselineOffset());
        if (stars != null) {
            double from = numeric ? right : left + text.prefWidth(-1);
            stars.relocate(Math.rint(from + columns().starsGap()), base - stars.getBaselineOffset());
        }
    }

    private static void size(Rectangle rectangle, double x, double y, double width, double height) {
        rectangle.setX(x);
        rectangle.setY(y);
        rectangle.setWidth(width);
        rectangle.setHeight(height);
    }

    private void placeCursor(double[] lefts) {
        if (!rows.isEmpty()) {
            placeFrame(cursor, row, column, lefts);
        }
    }

    private static void placeFrame(Rectangle frame, int row, int column, double[] lefts) {
        size(
                frame,
                lefts[column] + 1,
                (row + 1) * rowHeight() + 2,
                lefts[column + 1] - lefts[column] - 2,
                rowHeight() - 3);
    }

    // -- Going about
    // ---------------------------------------------------------------------------------------------------

    private int @Nullable [] cellAt(double x, double y) {
        double[] lefts = lefts();
        boolean onHeads = y >= headTop && y < headTop + rowHeight();
        int r = onHeads ? -1 : (int) Math.floor(y / rowHeight()) - 1;
        for (int i = 0; i < heads.size(); i++) {
            if (x >= lefts[i] && x < lefts[i + 1] && r >= 0 && r < rows.size()) {
                return new int[] {r, i};
            }
        }
        return null;
    }

    private void pointed(MouseEvent event) {
        int[] at = cellAt(event.getX(), event.getY());
        boolean opens = at != null && rows.get(at[0]).get(at[1]).value().opens() != null;
        hover.setVisible(opens);
        setCursor(opens ? Cursor.HAND : Cursor.DEFAULT);
        if (opens && at != null) {
            placeFrame(hover, at[0], at[1], lefts());
        }
    }

    private void clicked(MouseEvent event) {
        int[] at = cellAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && at != null) {
            row = at[0];
            column = at[1];
            requestFocus();
            moved();
            openHere();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || rows.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            case HOME -> move(0, -column);
            case END -> move(0, heads.size() - 1 - column);
            case ENTER, SPACE -> openHere();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int down, int across) {
        row = Math.clamp(row + down, 0, rows.size() - 1);
        column = Math.clamp(column + across, 0, heads.size() - 1);
        moved();
    }

    private void moved() {
        placeCursor(lefts());
        Bounds entry = cursor.getBoundsInParent();
        InSight.bring(
                this,
                new BoundingBox(
                        entry.getMinX(),
                        entry.getMinY() - rowHeight(),
                        entry.getWidth(),
                        entry.getHeight() + rowHeight()));
        describe();
    }

    private void openHere() {
        Selection answers = rows.get(row).get(column).value().opens();
        if (answers != null) {
            open.accept(answers);
        }
    }

    private void describe() {
        String where = Texts.of("figure.table.spoken", table.title(), rows.size(), heads.size());
        if (!rows.isEmpty()) {
            Value value = rows.get(row).get(column).value();
            String more = hint(value, false);
            where += " " + rows.get(row).getFirst().value().text() + ", "
                    + table.columns().get(column).head() + ": " + value.text()
                    + (value.stars().isEmpty()
                            ? ""
                            : " "
                                    + Texts.of(
                                            "figure.stars.spoken", value.stars().length()))
                    + (more.isEmpty() ? "" : ". " + more);
        }
        setAccessibleText(where);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
