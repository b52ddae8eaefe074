package dev.tracewright.ui.figure;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Selection;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/**
 * Draws the marks of a chart in the colours of the window, as large as the text size asks for and smaller where there is less room;
 * what stands for answers opens them, by pointer and by keyboard.
 */
public final class FigureView extends Region {
    /** Below this part of its size a chart is scrolled rather than made smaller. */
    private static final double LEAST_SCALE = 0.6;

    private static final int HEATS = 5;
    private static final double HALO = 1.5;
    private static final double RING = 2;

    private final Figure figure;
    private final Consumer<Selection> open;
    private final Group drawing = new Group();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final Rectangle ring = new Rectangle();
    private final Tooltip hint = new Tooltip();
    private final List<Figure.Box> openers = new ArrayList<>();
    private final ChangeListener<Number> resized = (property, before, now) -> requestLayout();
    private int at;

    /** @param open is given the answers behind a mark */
    public FigureView(Figure figure, Consumer<Selection> open) {
        this.figure = figure;
        this.open = open;
        setId("figure-" + figure.id());
        getStyleClass().add("figure");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        hint.setWrapText(true);
        hint.setMaxWidth(420);
        drawing.getTransforms().add(scale);
        drawing.setManaged(false);
        getChildren().add(drawing);
        figure.marks().forEach(this::draw);
        ring.getStyleClass().add("figure-ring");
        ring.setMouseTransparent(true);
        drawing.getChildren().add(ring);
        ring.visibleProperty().bind(focusedProperty());
        setFocusTraversable(!openers.isEmpty());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                moved();
            }
        });
        sceneProperty().subscribe((before, now) -> {
            Theme.fontPixels().removeListener(resized);
            if (now != null) {
                Theme.fontPixels().addListener(resized);
            }
        });
        describe();
    }

    /** The chart that is drawn. */
    public Figure figure() {
        return figure;
    }

    /** Which of the marks that open something has the ring, from 0. */
    int at() {
        return at;
    }

    /** Moves the ring there, or as near as there is something. */
    void goTo(int mark) {
        if (!openers.isEmpty()) {
            at = Math.clamp(mark, 0, openers.size() - 1);
            placeRing();
            describe();
        }
    }

    private void draw(Figure.Mark mark) {
        switch (mark) {
            case Figure.Box box -> draw(box);
            case Figure.Rule rule -> {
                if (rule.ink() == Figure.Ink.TEXT) {
                    line(rule, rule.weight() + HALO, "figure-halo"); // so that it is seen on a dark bar
                }
                line(rule, rule.weight(), ink(rule.ink()));
            }
            case Figure.Words words -> draw(words);
        }
    }

    private void line(Figure.Rule rule, double weight, String style) {
        Line line = new Line(rule.x1(), rule.y1(), rule.x2(), rule.y2());
        line.setStrokeWidth(weight);
        line.setMouseTransparent(true);
        line.getStyleClass().addAll("figure-rule", style);
        drawing.getChildren().add(line);
    }

    /** The theme's colour for a heat from 0 to 1, by a ladder of its five; the brightness of a grey is the place on it. */
    private static String heated(double heat) {
        StringJoiner steps = new StringJoiner(", ");
        for (int step = 0; step < HEATS; step++) {
            steps.add("-tw-heat-" + step + " " + 100 * step / (HEATS - 1) + "%");
        }
        return String.format(
                Locale.ROOT, "-fx-fill: ladder(hsb(0, 0%%, %.1f%%), %s);", 100 * Math.clamp(heat, 0, 1), steps);
    }

    private void draw(Figure.Box box) {
        Rectangle rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
        rectangle.getStyleClass().addAll("figure-box", ink(box.ink()));
        if (box.ink() == Figure.Ink.HEAT) {
            rectangle.setStyle(heated(box.heat()));
        }
        drawing.getChildren().add(rectangle);
        Selection answers = box.opens();
        if (answers != null) {
            int index = openers.size();
            openers.add(box);
            rectangle.setCursor(Cursor.HAND);
            rectangle.getStyleClass().add("figure-opener");
            rectangle.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    at = index;
                    requestFocus();
                    moved();
                    open.accept(answers);
                }
            });
        }
        String words = hint(box);
        if (!words.isEmpty()) {
            Tooltip.install(rectangle, hint);
            rectangle.setOnMouseEntered(event -> hint.setText(words));
        }
    }

    private void draw(Figure.Words words) {
        Text text = new Text(0, words.y(), words.text());
        text.setStyle("-fx-font-size: " + words.size() + "px;" + (words.bold() ? " -fx-font-weight: bold;" : ""));
        text.getStyleClass().addAll("figure-words", ink(words.ink()));
        text.setMouseTransparent(true);
        double share = switch (words.anchor()) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
        text.layoutBoundsProperty().subscribe(bounds -> text.setTranslateX(words.x() - share * bounds.getWidth()));
        drawing.getChildren().add(text);
    }

    private static String ink(Figure.Ink ink) {
        return "ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hint(Figure.Box box) {
        List<String> parts = new ArrayList<>();
        if (box.hint() != null) {
            parts.add(box.hint());
        }
        if (box.opens() != null) {
            parts.add(Texts.of("figure.opens", box.opens().title()));
        }
        return String.join("\n", parts);
    }

    // -- Laying out
    // ----------------------------------------------------------------------------------------------------

    private static double full() {
        return Theme.fontPixels().get() / Theme.BASE_FONT_PIXELS;
    }

    /** How large the chart is drawn where it has this much room. */
    private double scaleFor(double width) {
        return Math.clamp(width / figure.width(), LEAST_SCALE * full(), full());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_SCALE * full() * figure.width();
    }

    @Override
    protected double computePrefWidth(double height) {
        return full() * figure.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(figure.height() * (width < 0 ? full() : scaleFor(width)));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double size = scaleFor(getWidth());
        scale.setX(size);
        scale.setY(size);
        placeRing();
    }

    private void placeRing() {
        if (!openers.isEmpty()) {
            Figure.Box box = openers.get(at);
            ring.setX(box.x() - RING);
            ring.setY(box.y() - RING);
            ring.setWidth(box.width() + 2 * RING);
            ring.setHeight(box.height() + 2 * RING);
        }
    }

    // -- Going about
    // ---------------------------------------------------------------------------------------------------

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || openers.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> go(-1, 0);
            case RIGHT -> go(1, 0);
            case UP -> go(0, -1);
            case DOWN -> go(0, 1);
            case ENTER, SPACE -> {
                Selection answers = openers.get(at).opens();
                if (answers != null) {
                    open.accept(answers);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Goes to the nearest mark in a direction, one in line before one beside. */
    private void go(int across, int down) {
        Bounds from = bounds(openers.get(at));
        int best = at;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < openers.size(); i++) {
            Bounds to = bounds(openers.get(i));
            double ahead =
                    across * (to.getCenterX() - from.getCenterX()) + down * (to.getCenterY() - from.getCenterY());
            double beside = across != 0
                    ? apart(from.getMinY(), from.getMaxY(), to.getMinY(), to.getMaxY())
                    : apart(from.getMinX(), from.getMaxX(), to.getMinX(), to.getMaxX());
            double distance = ahead + 4 * beside;
            if (ahead > 0.5 && distance < least) {
                least = distance;
                best = i;
            }
        }
        at = best;
        moved();
    }

    private static Bounds bounds(Figure.Box box) {
        return new BoundingBox(box.x(), box.y(), box.width(), box.height());
    }

    private static double apart(double start, double end, double otherStart, double otherEnd) {
        return Math.max(0, Math.max(otherStart - end, start - otherEnd));
    }

    private void moved() {
        placeRing();
        if (!openers.isEmpty()) {
            InSight.bring(this, drawing.localToParent(bounds(openers.get(at))));
        }
        describe();
    }

    private void describe() {
        String words = figure.title() + ". " + figure.subtitle();
        setAccessibleText(openers.isEmpty() ? words : words + " " + hint(openers.get(at)));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
