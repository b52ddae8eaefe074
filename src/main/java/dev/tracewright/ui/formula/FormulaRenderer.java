package dev.tracewright.ui.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Sets LaTeX as outlines and remembers them; one instance serves every thread and every screen.
 *
 * <p>The first formula loads fonts for more than half a second: call {@link #warmUp()} early, off the toolkit's thread.
 */
public final class FormulaRenderer {
    private static final int MAX_ENTRIES = 2_000;
    /** Longest total of all remembered outlines, in characters; one page of a paper is about 100,000. */
    private static final int MAX_CHARACTERS = 8_000_000;

    private static final double MAX_WIDTH = 400;
    private static final double MAX_HEIGHT = 150;

    /** Boxes come in em whatever the size is, but lengths in points, such as the gap after a script, depend on it. */
    private static final float TYPE_SIZE = 12f;

    /** JLaTeXMath keeps its symbols, fonts and macros in static maps that nobody guards. */
    private static final ReentrantLock TYPESETTER = new ReentrantLock();

    /** Loaded with the first formula, under the lock. */
    private static final class Symbols {
        static final SymbolState STATE = new SymbolState();
    }

    private record Key(String body, boolean display) {}

    private final Map<Key, Optional<FormulaShape>> shapes = new LinkedHashMap<>(256, 0.75f, true);
    private final int maxEntries;
    private final int maxCharacters;
    private int characters;

    public FormulaRenderer() {
        this(MAX_ENTRIES, MAX_CHARACTERS);
    }

    FormulaRenderer(int maxEntries, int maxCharacters) {
        this.maxEntries = maxEntries;
        this.maxCharacters = maxCharacters;
    }

    /**
     * The outline of a formula, or empty when it cannot or must not be set; then the caller shows the source.
     *
     * @param latexBody LaTeX without its delimiters, as {@link MathSpan#body} gives it
     * @param display whether fractions, sums and limits are set at full size
     */
    public Optional<FormulaShape> shape(String latexBody, boolean display) {
        if (!LatexGuard.admits(latexBody)) {
            return Optional.empty();
        }
        Key key = new Key(latexBody, display);
        synchronized (shapes) {
            Optional<FormulaShape> known = shapes.get(key);
            if (known != null) {
                return known;
            }
        }
        Optional<FormulaShape> shape = set(latexBody, display);
        remember(key, shape);
        return shape;
    }

    /** Loads the fonts by setting a few formulas, so that the first one on a screen appears at once. */
    public void warmUp() {
        for (String formula :
                new String[] {"\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}", "\\sum_{i=1}^{n}\\left(x_i\\right)", "\\text{中}"}) {
            shape(formula, false);
            shape(formula, true);
        }
    }

    int remembered() {
        synchronized (shapes) {
            return shapes.size();
        }
    }

    private void remember(Key key, Optional<FormulaShape> shape) {
        synchronized (shapes) {
            Optional<FormulaShape> before = shapes.put(key, shape);
            characters += weight(key, shape) - (before == null ? 0 : weight(key, before));
            var eldest = shapes.entrySet().iterator();
            while (shapes.size() > maxEntries || (characters > maxCharacters && shapes.size() > 1)) {
                var entry = eldest.next();
                characters -= weight(entry.getKey(), entry.getValue());
                eldest.remove();
            }
        }
    }

    private static int weight(Key key, Optional<FormulaShape> shape) {
        return key.body.length() + shape.map(known -> known.svgPath().length()).orElse(0);
    }

    @SuppressWarnings("CatchThrowable") // JLaTeXMath answers bad input with errors too, such as StackOverflowError
    private static Optional<FormulaShape> set(String body, boolean display) {
        TYPESETTER.lock();
        try {
            Symbols.STATE.restore();
            String latex = LatexRewriter.rewrite(body, display);
            if (!FormulaFonts.canSet(latex)) {
                return Optional.empty();
            }
            int style = display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
            Box box = new TeXFormula(latex).createTeXIcon(style, TYPE_SIZE).getBox();
            return outline(box);
        } catch (Throwable cannotBeSet) {
            return Optional.empty();
        } finally {
            TYPESETTER.unlock();
        }
    }

    private static Optional<FormulaShape> outline(Box box) {
        double width = box.getWidth();
        double height = Math.max(0, box.getHeight());
        double depth = Math.max(0, box.getDepth());
        boolean reasonable = width > 0 && width <= MAX_WIDTH && height + depth <= MAX_HEIGHT;
        if (!reasonable) {
            return Optional.empty();
        }
        OutlineGraphics outline = new OutlineGraphics();
        box.draw(outline, 0, 0);
        String path = outline.svgPath();
        return path.isEmpty() ? Optional.empty() : Optional.of(new FormulaShape(path, width, height, depth));
    }
}
