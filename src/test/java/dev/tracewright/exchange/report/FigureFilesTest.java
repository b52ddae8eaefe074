package dev.tracewright.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Figure.Ink;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureFilesTest {

    private static Stream<String> hostile() {
        return Tables.hostile();
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void svg_says_what_the_chart_shows() {
        Document svg = Markup.parse(SvgFigure.of(Figures.bars()));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("width")).isEqualTo("732");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Accuracy by solver and approach");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).startsWith("per cent true of 200");
        assertThat(Markup.texts(svg, "text"))
                .startsWith(
                        "Accuracy by solver and approach",
                        "per cent true of 200, with 95 % Wilson intervals (made figures)")
                .contains("Made-7B Chat", "52.5");
        assertThat(Markup.texts(svg, "title")).contains("Trace-of-Thought: 86.0 %");
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + 5 + 20);
        assertThat(svg.getElementsByTagName("line").getLength())
                .as("grid, and whiskers with ground around them")
                .isEqualTo(5 + 2 * 2 * 20);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void svg_is_xml_that_loads_nothing_whatever_the_names(String text) {
        Document svg = Markup.parse(SvgFigure.of(Figures.of(text)));
        Set<String> elements = Markup.elements(svg);
        assertThat(Set.of("svg", "title", "desc", "rect", "g", "line", "text")).containsAll(elements);
        assertThat(Markup.attributes(svg))
                .noneMatch(a -> a.startsWith("on") || a.contains("href") || a.equals("style"));
        String shown = Printable.line(text, Printable.TITLE);
        NodeList words = svg.getElementsByTagName("text");
        assertThat(words.item(words.getLength() - 1).getTextContent()).isEqualTo(shown);
        assertThat(SvgFigure.of(Figures.of(text))).doesNotContain("\u202E", "\u0007", "url(", "NaN");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void png_can_be_drawn_whatever_the_names(String text) throws IOException {
        assertThat(decode(PngFigure.of(Figures.of(text))).getWidth()).isEqualTo(2 * (300 + 32));
    }

    @Test
    void png_is_twice_as_fine_as_the_plane_and_shows_the_marks() throws IOException {
        Figure figure = Figures.heat();
        BufferedImage image = decode(PngFigure.of(figure));
        FigurePage page = FigurePage.of(figure);
        assertThat(image.getWidth()).isEqualTo(2 * (472 + 32));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(2 * page.height()));
        for (int column = 0; column < 8; column++) {
            int x = (int) (2 * (page.left() + 150 + column * 40 + 3));
            int y = (int) (2 * (page.top() + 20 + 3));
            assertThat(image.getRGB(x, y) & 0xFFFFFF).isEqualTo(Inks.PRINT.of(Ink.HEAT, column / 31.0));
        }
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < (int) (2 * page.top()); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).as("title and subtitle are drawn smoothly").hasSizeGreaterThan(20);
    }

    @Test
    void the_same_chart_gives_the_same_bytes() {
        assertThat(PngFigure.of(Figures.bars())).isEqualTo(PngFigure.of(Figures.bars()));
        assertThat(SvgFigure.of(Figures.bars())).isEqualTo(SvgFigure.of(Figures.bars()));
    }

    @Test
    void a_long_title_is_broken_into_lines_that_fit_and_moves_the_marks_down() {
        FigurePage one = FigurePage.of(Figures.bars());
        assertThat(one.head()).hasSize(2);
        assertThat(one.top()).isBetween(50.0, 75.0);
        FigurePage two = FigurePage.of(Figures.heat());
        assertThat(two.head()).hasSize(3);
        assertThat(two.top()).isGreaterThan(one.top());
        for (String text : List.of("word ".repeat(60), "n".repeat(400), "😀".repeat(400))) {
            FigurePage page = FigurePage.of(Figures.of(text));
            assertThat(page.head())
                    .hasSizeBetween(5, 7)
                    .allSatisfy(line -> assertThat(Faces.width(line.text(), line.size(), line.bold()))
                            .isLessThan(300 + 16));
        }
    }

    @Test
    void a_chart_of_any_size_can_be_drawn() throws IOException {
        Figure bars = Figures.bars();
        Figure huge = new Figure("h", "h", "", 20_000, 9_000, bars.marks(), bars.table());
        FigurePage page = FigurePage.of(huge);
        assertThat(page.width()).isEqualTo(20_032);
        BufferedImage image = decode(PngFigure.of(new Figure("s", "", "", 0, 0, List.of(), bars.table())));
        assertThat(image.getWidth()).isEqualTo(2 * (120 + 32));
    }

    @Test
    void the_series_stay_apart_without_hue() {
        for (Inks inks : List.of(Inks.PRINT, Inks.NIGHT)) {
            List<Double> lightness = new ArrayList<>();
            for (Ink ink : List.of(
                    Ink.STANDARD, Ink.CHAIN_OF_THOUGHT, Ink.PLAN_AND_SOLVE, Ink.TRACE_OF_THOUGHT, Ink.CORRECTED)) {
                lightness.add(lightness(inks.of(ink, 0)));
            }
            for (int i = 0; i < lightness.size(); i++) {
                assertThat(Math.abs(lightness.get(i) - lightness(inks.ground())))
                        .isGreaterThan(16);
                for (int j = 0; j < i; j++) {
                    assertThat(Math.abs(lightness.get(i) - lightness.get(j))).isGreaterThan(9);
                }
            }
        }
    }

    @Test
    void the_window_draws_with_the_same_colours() throws IOException {
        String css;
        try (InputStream in = Objects.requireNonNull(
                FigureFilesTest.class.getResourceAsStream("/dev/tracewright/ui/tracewright.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String name : List.of("standard", "chain-of-thought", "plan-and-solve", "trace-of-thought", "corrected")) {
            Ink ink = Ink.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(colours(css, name)).containsExactly(Inks.PRINT.hex(ink, 0), Inks.NIGHT.hex(ink, 0));
        }
        assertThat(colours(css, "on-heat"))
                .containsExactly(Inks.PRINT.hex(Ink.ON_HEAT, 0), Inks.NIGHT.hex(Ink.ON_HEAT, 0));
        for (int i = 0; i < 5; i++) {
            assertThat(colours(css, "heat-" + i))
                    .containsExactly(Inks.PRINT.hex(Ink.HEAT, i / 4.0), Inks.NIGHT.hex(Ink.HEAT, i / 4.0));
        }
    }

    /** What a name stands for in the light and in the dark theme. */
    private static List<String> colours(String css, String name) {
        return Pattern.compile("-tw-" + name + ": (#[0-9a-f]{6});")
                .matcher(css)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void heat_is_darker_the_hotter_it_is_on_paper_and_lighter_on_a_dark_screen() {
        for (int i = 0; i < 100; i++) {
            assertThat(lightness(Inks.PRINT.of(Ink.HEAT, i / 100.0)))
                    .isGreaterThan(lightness(Inks.PRINT.of(Ink.HEAT, (i + 1) / 100.0)));
            assertThat(lightness(Inks.NIGHT.of(Ink.HEAT, i / 100.0)))
                    .isLessThan(lightness(Inks.NIGHT.of(Ink.HEAT, (i + 1) / 100.0)));
        }
        assertThat(Inks.PRINT.of(Ink.HEAT, 7)).isEqualTo(Inks.PRINT.of(Ink.HEAT, 1));
        assertThat(Inks.PRINT.of(Ink.HEAT, Double.NaN)).isEqualTo(Inks.PRINT.of(Ink.HEAT, 0));
    }

    @Test
    void words_can_be_read_on_every_heat() {
        for (Inks inks : List.of(Inks.PRINT, Inks.NIGHT)) {
            for (int i = 0; i <= 100; i++) {
                double heat = i / 100.0;
                Ink ink = heat > 0.55 ? Ink.ON_HEAT : Ink.TEXT;
                assertThat(contrast(inks.of(ink, 0), inks.of(Ink.HEAT, heat)))
                        .as("heat %s", heat)
                        .isGreaterThan(3.5);
            }
        }
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** CIE lightness, from 0 to 100. */
    private static double lightness(int colour) {
        return 116 * Math.cbrt(luminance(colour)) - 16;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int shifted) {
        double part = (shifted & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
