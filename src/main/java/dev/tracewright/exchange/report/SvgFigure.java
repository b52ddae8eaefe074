package dev.tracewright.exchange.report;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Figure.Anchor;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes a chart as SVG that loads nothing: what is pointed at tells its figures, and title and description are there to be read out. */
public final class SvgFigure {
    /** How many shades of heat a style sheet can tell apart. */
    static final int SHADES = 32;

    private static final String FONTS = "Tracewright Sans, Noto Sans, Helvetica, Arial, sans-serif";

    private final Figure figure;
    private final FigurePage page;
    private final boolean inline;
    private final StringBuilder svg = new StringBuilder();

    private SvgFigure(Figure figure, boolean inline) {
        this.figure = figure;
        this.page = FigurePage.of(figure);
        this.inline = inline;
    }

    /** A file of its own, on white ground in the colours of print. */
    public static String of(Figure figure) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new SvgFigure(figure, false).write("figure");
    }

    /** An element of a page, whose style sheet may colour the inks by their classes ({@link #style}); its ids begin with {@code name}. */
    static String inline(Figure figure, String name) {
        return new SvgFigure(figure, true).write(name);
    }

    /** A style sheet that gives the elements made by {@link #inline} other colours than print. */
    static String style(Inks inks) {
        StringBuilder style = new StringBuilder();
        for (Ink ink : Ink.values()) {
            for (int shade = 0; shade <= (ink == Ink.HEAT ? SHADES : 0); shade++) {
                String colour = inks.hex(ink, shade / (double) SHADES);
                String name = "svg ." + name(ink, shade / (double) SHADES);
                style.append(name).append("{fill:").append(colour).append("}\n");
                style.append(name).append(".l{fill:none;stroke:").append(colour).append("}\n");
            }
        }
        return style.append("svg .i-ground.l{fill:none;stroke:")
                .append(Inks.hex(inks.ground()))
                .append("}\n")
                .toString();
    }

    private static String name(Ink ink, double heat) {
        String name = "i-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ink == Ink.HEAT ? name + (Double.isNaN(heat) ? 0 : Math.round(Math.clamp(heat, 0, 1) * SHADES)) : name;
    }

    private String write(String name) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"")
                .append(name);
        svg.append("-title ").append(name).append("-desc\" width=\"").append(figure(page.width()));
        svg.append("\" height=\"").append(figure(page.height())).append("\" viewBox=\"0 0 ");
        svg.append(figure(page.width())).append(' ').append(figure(page.height()));
        svg.append("\" font-family=\"").append(FONTS).append("\">\n");
        svg.append("<title id=\"").append(name).append("-title\">");
        svg.append(Xml.escape(figure.title(), Printable.TITLE)).append("</title>\n");
        svg.append("<desc id=\"").append(name).append("-desc\">");
        svg.append(Xml.escape(figure.subtitle() + " " + figure.table().note(), Printable.NOTE))
                .append("</desc>\n");
        if (!inline) {
            svg.append("<rect width=\"100%\" height=\"100%\" fill=\"")
                    .append(Inks.hex(Inks.PRINT.ground()))
                    .append("\"/>\n");
        }
        page.head().forEach(this::words);
        svg.append("<g transform=\"translate(").append(figure(page.left())).append(' ');
        svg.append(figure(page.top())).append(")\">\n");
        for (int i = 0; i < figure.marks().size(); i++) {
            FigurePage.whiskers(figure.marks(), i).forEach(this::ground);
            mark(figure.marks().get(i));
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Box box -> box(box);
            case Rule rule -> {
                line(rule, rule.weight());
                ink("stroke", rule.ink(), 0, " l");
                svg.append("/>\n");
            }
            case Words words -> words(words);
        }
    }

    private void box(Box box) {
        svg.append("<rect");
        length("x", box.x());
        length("y", box.y());
        length("width", Math.max(0, box.width()));
        length("height", Math.max(0, box.height()));
        ink("fill", box.ink(), box.heat(), "");
        if (box.hint() == null) {
            svg.append("/>\n");
        } else {
            svg.append("><title>")
                    .append(Xml.escape(box.hint(), Printable.TITLE))
                    .append("</title></rect>\n");
        }
    }

    /** So that a line is seen on a dark bar. */
    private void ground(Rule rule) {
        line(rule, rule.weight() + Inks.HALO);
        svg.append(" stroke=\"").append(Inks.hex(Inks.PRINT.ground()));
        svg.append(inline ? "\" class=\"i-ground l\"/>\n" : "\"/>\n");
    }

    private void line(Rule rule, double weight) {
        svg.append("<line");
        length("x1", rule.x1());
        length("y1", rule.y1());
        length("x2", rule.x2());
        length("y2", rule.y2());
        length("stroke-width", weight);
    }

    private void words(Words words) {
        svg.append("<text");
        length("x", words.x());
        length("y", words.y());
        length("font-size", words.size());
        if (words.bold()) {
            svg.append(" font-weight=\"bold\"");
        }
        if (words.anchor() != Anchor.START) {
            svg.append(" text-anchor=\"")
                    .append(words.anchor() == Anchor.MIDDLE ? "middle" : "end")
                    .append('"');
        }
        ink("fill", words.ink(), 0, "");
        svg.append('>').append(Xml.escape(words.text(), Printable.TITLE)).append("</text>\n");
    }

    private void ink(String property, Ink ink, double heat, String more) {
        svg.append(' ')
                .append(property)
                .append("=\"")
                .append(Inks.PRINT.hex(ink, heat))
                .append('"');
        if (inline) {
            svg.append(" class=\"").append(name(ink, heat)).append(more).append('"');
        }
    }

    private void length(String property, double pixels) {
        svg.append(' ').append(property).append("=\"").append(figure(pixels)).append('"');
    }

    /** Pixels with at most two decimals; 0 for what is no number. */
    private static String figure(double pixels) {
        if (!Double.isFinite(pixels)) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(pixels).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
