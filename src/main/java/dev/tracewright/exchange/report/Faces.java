package dev.tracewright.exchange.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import org.jspecify.annotations.Nullable;

/** The bundled font, in which charts are measured and drawn, so that they look the same on every machine. */
final class Faces {
    /** How text is measured: smoothed, without rounding to pixels. */
    static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private static final Font REGULAR = load("TracewrightSans-Regular.ttf");
    private static final Font BOLD = load("TracewrightSans-Bold.ttf");

    private Faces() {}

    static Font of(double size, boolean bold) {
        return (bold ? BOLD : REGULAR).deriveFont((float) size);
    }

    /** How wide a text is, in pixels. */
    static double width(String text, double size, boolean bold) {
        return of(size, bold).getStringBounds(text, MEASURE).getWidth();
    }

    /** The text in the bundled font, where it lacks a letter in the machine's; null for the empty text. */
    static @Nullable AttributedString styled(String text, double size, boolean bold) {
        if (text.isEmpty()) {
            return null;
        }
        Font font = of(size, bold);
        AttributedString styled = new AttributedString(text);
        styled.addAttribute(TextAttribute.FONT, font);
        Font other = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (!font.canDisplay(c)) {
                styled.addAttribute(TextAttribute.FONT, other, i, end);
            }
            i = end;
        }
        return styled;
    }

    private static Font load(String file) {
        try (InputStream stream = Faces.class.getResourceAsStream("/dev/tracewright/font/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks the font " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font " + file + " is broken", e);
        }
    }
}
