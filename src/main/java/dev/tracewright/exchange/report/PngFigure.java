package dev.tracewright.exchange.report;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a chart as PNG, twice as fine as the plane, in the colours of print and the bundled font; the same chart gives the same bytes. */
public final class PngFigure {
    private static final double SCALE = 2;
    private static final double MOST_PIXELS = 64e6;
    private static final String PNG_METADATA = "javax_imageio_png_1.0";
    /** 96 pixels at 100 % are an inch. */
    private static final double PLANE_PIXELS_A_METRE = 96 / 0.0254;

    private PngFigure() {}

    /** The bytes of a file. */
    public static byte[] of(Figure figure) {
        FigurePage page = FigurePage.of(figure);
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (page.width() * page.height())));
        return encode(draw(figure, page, scale), (int) Math.round(PLANE_PIXELS_A_METRE * scale));
    }

    private static BufferedImage draw(Figure figure, FigurePage page, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(page.width() * scale),
                (int) Math.ceil(page.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            pen.setColor(new Color(Inks.PRINT.ground()));
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.scale(scale, scale);
            page.head().forEach(line -> words(pen, line));
            pen.translate(page.left(), page.top());
            for (int i = 0; i < figure.marks().size(); i++) {
                pen.setColor(new Color(Inks.PRINT.ground()));
                FigurePage.whiskers(figure.marks(), i).forEach(rule -> line(pen, rule, rule.weight() + Inks.HALO));
                mark(pen, figure.marks().get(i));
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static void mark(Graphics2D pen, Mark mark) {
        switch (mark) {
            case Box box -> {
                ink(pen, box.ink(), box.heat());
                pen.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
            case Rule rule -> {
                ink(pen, rule.ink(), 0);
                line(pen, rule, rule.weight());
            }
            case Words words -> words(pen, words);
        }
    }

    private static void line(Graphics2D pen, Rule rule, double weight) {
        pen.setStroke(new BasicStroke((float) weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        pen.draw(new Line2D.Double(rule.x1(), rule.y1(), rule.x2(), rule.y2()));
    }

    private static void words(Graphics2D pen, Words words) {
        AttributedString styled =
                Faces.styled(Printable.line(words.text(), Printable.TITLE), words.size(), words.bold());
        if (styled == null) {
            return;
        }
        TextLayout layout = new TextLayout(styled.getIterator(), Faces.MEASURE);
        double shift = switch (words.anchor()) {
            case START -> 0;
            case MIDDLE -> layout.getAdvance() / 2;
            case END -> layout.getAdvance();
        };
        ink(pen, words.ink(), 0);
        layout.draw(pen, (float) (words.x() - shift), (float) words.y());
    }

    private static void ink(Graphics2D pen, Ink ink, double heat) {
        pen.setColor(new Color(Inks.PRINT.of(ink, heat)));
    }

    private static byte[] encode(BufferedImage image, int pixelsAMetre) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            IIOMetadataNode size = new IIOMetadataNode("pHYs");
            size.setAttribute("pixelsPerUnitXAxis", Integer.toString(pixelsAMetre));
            size.setAttribute("pixelsPerUnitYAxis", Integer.toString(pixelsAMetre));
            size.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
            root.appendChild(size);
            metadata.mergeTree(PNG_METADATA, root);
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
