package dev.tracewright.ui.formula;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeBlock;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Gives JLaTeXMath the bundled Chinese font for characters that its own fonts lack, and knows what no font has; not
 * thread-safe, the renderer holds its lock.
 */
final class FormulaFonts {
    private static final String BUNDLED = "/dev/tracewright/font/TracewrightSans-Regular.ttf";
    private static final Font FALLBACK = load();

    private FormulaFonts() {}

    /** Whether every character of {@code latex} has a glyph; a formula with empty boxes says less than its source. */
    static boolean canSet(String latex) {
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c > '~' && !isKnown(c) && !borrow(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(char c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        return UnicodeBlock.GREEK.equals(block)
                || UnicodeBlock.CYRILLIC.equals(block)
                || TeXFormula.symbolMappings[c] != null
                || TeXFormula.symbolFormulaMappings[c] != null;
    }

    private static boolean borrow(char c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        if (block == null || !FALLBACK.canDisplay(c)) {
            return false;
        }
        if (!TeXFormula.isRegisteredBlock(block)) {
            TeXFormula.registerExternalFont(block, FALLBACK.getFamily());
        }
        return true;
    }

    /** The bundled font, or the machine's default where this build carries none. */
    private static Font load() {
        try (InputStream stream = FormulaFonts.class.getResourceAsStream(BUNDLED)) {
            if (stream != null) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, new BufferedInputStream(stream));
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font;
            }
        } catch (IOException | FontFormatException unreadable) {
            return machineDefault();
        }
        return machineDefault();
    }

    private static Font machineDefault() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    }
}
