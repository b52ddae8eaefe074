package dev.tracewright.ui.formula;

import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * Draws a formula beside words: on their baseline, in their colour, sharp at every size.
 *
 * <p>Style classes: {@code formula} on this node, {@code formula-glyphs} on the outline, whose {@code -fx-fill} is the
 * looked-up colour {@code -color-fg-default} unless a style sheet says otherwise.
 */
public final class FormulaNode extends Region {
    /** How far {@link #fitWidth} shrinks a formula at most; below this, small type can no longer be read. */
    public static final double MIN_FIT = 0.6;

    /** The formula's letters are slighter than those of a sans serif at the same size; this makes both look alike. */
    private static final double OPTICAL_SIZE = 1.12;

    private static final String STYLE_SHEET =
            Objects.requireNonNull(FormulaNode.class.getResource("formula.css")).toExternalForm();

    private final FormulaShape shape;
    private final SVGPath glyphs = new SVGPath();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private double fontSize;
    private double fit = 1;

    /**
     * @param shape what {@link FormulaRenderer#shape} gave
     * @param latex the source, read out by assistive technology
     * @param fontSize size of the surrounding text in pixels, more than 0
     */
    public FormulaNode(FormulaShape shape, String latex, double fontSize) {
        this.shape = shape;
        this.fontSize = requirePositive(fontSize);
        getStyleClass().add("formula");
        glyphs.getStyleClass().add("formula-glyphs");
        glyphs.setContent(shape.svgPath());
        glyphs.getTransforms().add(scale);
        glyphs.setManaged(false);
        getChildren().add(glyphs);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(latex);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Follows a change of the surrounding text's size, in pixels, more than 0. */
    public void setFontSize(double pixels) {
        fontSize = requirePositive(pixels);
        requestLayout();
    }

    /**
     * Shrinks the formula so that it is at most {@code maxWidth} pixels wide, but not below {@link #MIN_FIT} of its size.
     *
     * @return whether it fits now; if not, the caller lets it scroll sideways
     */
    public boolean fitWidth(double maxWidth) {
        double natural = shape.width() * fontSize * OPTICAL_SIZE + padding();
        fit = Math.clamp(maxWidth / natural, MIN_FIT, 1);
        requestLayout();
        return natural * fit <= maxWidth + 0.5;
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + shape.height() * pixelsPerEm();
    }

    @Override
    public String getUserAgentStylesheet() {
        return STYLE_SHEET;
    }

    @Override
    protected double computePrefWidth(double height) {
        return shape.width() * pixelsPerEm() + padding();
    }

    @Override
    protected double computePrefHeight(double width) {
        return (shape.height() + shape.depth()) * pixelsPerEm() + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double pixels = pixelsPerEm();
        scale.setX(pixels);
        scale.setY(pixels);
        glyphs.setLayoutX(snappedLeftInset());
        glyphs.setLayoutY(getBaselineOffset());
    }

    private double padding() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double pixelsPerEm() {
        return fontSize * OPTICAL_SIZE * fit;
    }

    private static double requirePositive(double pixels) {
        if (!(pixels > 0)) {
            throw new IllegalArgumentException("The font size must be more than 0 pixels, not " + pixels + ".");
        }
        return pixels;
    }
}
