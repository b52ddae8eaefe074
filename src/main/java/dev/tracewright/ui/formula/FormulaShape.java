package dev.tracewright.ui.formula;

/**
 * A formula as one outline, free of any font or toolkit, so that it can be cached, drawn at any size and tested; every
 * length is in em, which is the same as pixels at a font size of one pixel.
 *
 * @param svgPath the filled outline (non-zero winding); x grows to the right from 0, y grows downwards, 0 is the baseline
 * @param width advance width, more than 0
 * @param height how far the formula rises above the baseline, at least 0
 * @param depth how far it reaches below the baseline, at least 0
 */
public record FormulaShape(String svgPath, double width, double height, double depth) {}
