package dev.tracewright.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormulaNodeTest {
    private static final FormulaRenderer RENDERER = new FormulaRenderer();

    @BeforeAll
    static void start_the_toolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static <T> T onToolkit(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    private static FormulaNode node(String latex, double size) {
        return new FormulaNode(RENDERER.shape(latex, false).orElseThrow(), latex, size);
    }

    /** A text with its formulas, as a view shows it. */
    private static TextFlow flow(String text, double size) {
        TextFlow flow = new TextFlow();
        int at = 0;
        for (MathSpan span : MathSpans.find(text)) {
            flow.getChildren().add(words(text.substring(at, span.start()), size));
            flow.getChildren().add(node(span.body(text), size));
            at = span.end();
        }
        flow.getChildren().add(words(text.substring(at), size));
        return flow;
    }

    private static Text words(String words, double size) {
        Text text = new Text(words);
        text.setFont(Font.font("SansSerif", size));
        return text;
    }

    private static VBox page(TextFlow... flows) {
        VBox page = new VBox(8, flows);
        page.setPadding(new Insets(8));
        page.setStyle("-fx-background-color: white; -color-fg-default: #1f2328;");
        page.setPrefWidth(620);
        new Scene(page);
        page.applyCss();
        page.autosize();
        page.layout();
        return page;
    }

    private static WritableImage picture(VBox page, double zoom) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(zoom, zoom));
        return page.snapshot(parameters, null);
    }

    private static void write(WritableImage image, String name) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "formula"));
        ImageIO.write(copy, "png", folder.resolve(name).toFile());
    }

    /** Rows that hold ink between two columns, as {first, last}; {-1, -1} when there is none. */
    private static int[] inkRows(WritableImage image, int fromX, int toX, int fromY, int toY) {
        int[] rows = {-1, -1};
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                if (image.getPixelReader().getColor(x, y).getBrightness() < 0.6) {
                    rows[0] = rows[0] < 0 ? y : rows[0];
                    rows[1] = y;
                }
            }
        }
        return rows;
    }

    @Test
    void formulas_stand_on_the_baseline_of_the_words_around_them() throws Exception {
        for (double size : new double[] {14, 16}) {
            onToolkit(() -> {
                TextFlow flow = flow("HHH$H$HHH", size);
                VBox page = page(flow);
                int zoom = 4;
                WritableImage image = picture(page, zoom);
                FormulaNode formula = (FormulaNode) flow.getChildren().get(1);
                var bounds = formula.localToScene(formula.getLayoutBounds());
                int left = (int) (bounds.getMinX() * zoom);
                int right = (int) (bounds.getMaxX() * zoom);
                int[] word = inkRows(image, 8 * zoom, left - 2, 0, (int) image.getHeight());
                int[] glyph = inkRows(image, left + 2, right - 2, 0, (int) image.getHeight());
                assertThat(glyph[1]).as("baseline at %s px", size).isCloseTo(word[1], within(zoom / 2));
                assertThat((double) glyph[1] - glyph[0])
                        .as("capital height at %s px", size)
                        .isCloseTo(word[1] - word[0], within(0.12 * (word[1] - word[0])));
                return null;
            });
        }
    }

    @Test
    void a_page_of_text_and_formulas_is_drawn() throws Exception {
        String text =
                "The quadratic $ax^2+bx+c=0$ has the roots $x=\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}$, so for $n\\ge 1$ the sum"
                        + " $\\sum_{k=1}^{n}k=\\dfrac{n(n+1)}{2}$ gives $55$ and not 55; the answer is $\\boxed{\\frac{3}{4}}$ or"
                        + " $\\left(\\begin{smallmatrix}1&2\\\\3&4\\end{smallmatrix}\\right)$, with"
                        + " $f(x)=\\begin{cases}x^2&\\text{if }x>0\\\\0&\\text{otherwise}\\end{cases}$ and $\\overarc{AB}$,"
                        + " $\\cancel{5}$, $30^\\circ$, $x\\equiv 3\\pmod{5}$, $\\text{面积}=12$, $50\\%$, $\\$5$.";
        onToolkit(() -> {
            VBox page = page(flow(text, 14), flow(text, 16));
            write(picture(page, 1), "text-1x.png");
            write(picture(page, 2), "text-2x.png");
            TextFlow flow = (TextFlow) page.getChildren().getFirst();
            FormulaNode fraction = (FormulaNode) flow.getChildren().get(3);
            var bounds = fraction.localToScene(fraction.getLayoutBounds());
            int[] rows = inkRows(
                    picture(page, 1),
                    (int) bounds.getMinX(),
                    (int) bounds.getMaxX(),
                    (int) bounds.getMinY() - 2,
                    (int) bounds.getMaxY() + 2);
            assertThat(rows[0]).isCloseTo((int) bounds.getMinY(), within(3));
            assertThat(rows[1]).isCloseTo((int) bounds.getMaxY(), within(3));
            return null;
        });
    }

    @Test
    void the_outline_takes_the_text_colour_from_the_style_sheet() throws Exception {
        onToolkit(() -> {
            TextFlow flow = flow("$x$", 16);
            page(flow).setStyle("-color-fg-default: #ff8000;");
            flow.getScene().getRoot().applyCss();
            SVGPath glyphs = (SVGPath) flow.lookup(".formula-glyphs");
            assertThat(glyphs.getFill()).isEqualTo(Color.web("#ff8000"));
            assertThat(flow.lookup(".formula")).isInstanceOf(FormulaNode.class);
            return null;
        });
    }

    @Test
    void a_node_is_as_large_as_its_shape_at_the_font_size() throws Exception {
        onToolkit(() -> {
            FormulaNode small = node("x+1", 10);
            FormulaNode large = node("x+1", 10);
            large.setFontSize(30);
            assertThat(large.prefWidth(-1)).isCloseTo(small.prefWidth(-1) * 3, within(0.001));
            assertThat(large.getBaselineOffset()).isCloseTo(small.getBaselineOffset() * 3, within(0.001));
            assertThat(small.minWidth(-1)).isCloseTo(small.prefWidth(-1), within(1.0));
            return null;
        });
    }

    @Test
    void a_wide_formula_shrinks_to_the_width_but_stays_readable() throws Exception {
        onToolkit(() -> {
            FormulaNode formula = node("a+b+c+d+e+f+g+h+i+j+k+l+m+n", 16);
            double natural = formula.prefWidth(-1);
            assertThat(formula.fitWidth(natural * 0.8)).isTrue();
            assertThat(formula.prefWidth(-1)).isCloseTo(natural * 0.8, within(0.01));
            assertThat(formula.fitWidth(natural * 0.3)).isFalse();
            assertThat(formula.prefWidth(-1)).isCloseTo(natural * FormulaNode.MIN_FIT, within(0.01));
            assertThat(formula.fitWidth(natural * 2)).isTrue();
            assertThat(formula.prefWidth(-1)).isCloseTo(natural, within(0.01));
            return null;
        });
    }

    @Test
    void a_screen_reader_hears_the_source() throws Exception {
        onToolkit(() -> {
            assertThat(node("\\frac{1}{2}", 14).getAccessibleText()).isEqualTo("\\frac{1}{2}");
            return null;
        });
    }

    @Test
    void a_font_size_of_zero_is_an_error() throws Exception {
        onToolkit(() -> {
            assertThatThrownBy(() -> node("x", 0)).isInstanceOf(IllegalArgumentException.class);
            return null;
        });
    }
}
