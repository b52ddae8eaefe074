package dev.tracewright.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaRendererTest {
    private static final FormulaRenderer RENDERER = new FormulaRenderer();
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private static FormulaShape shape(String latex) {
        return RENDERER.shape(latex, false).orElseThrow(() -> new AssertionError("not set: " + latex));
    }

    /** The box around all points of the outline; control points lie at most a hair outside of the ink. */
    private static Rectangle2D ink(FormulaShape shape) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        var numbers = NUMBER.matcher(shape.svgPath());
        for (int axis = 0; numbers.find(); axis = 1 - axis) {
            double value = Double.parseDouble(numbers.group());
            box[axis] = Math.min(box[axis], value);
            box[axis + 2] = Math.max(box[axis + 2], value);
        }
        return new Rectangle2D.Double(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    }

    static List<String> typicalFormulas() {
        return List.of(
                "x",
                "2+2=4",
                "\\frac{1}{2}",
                "\\frac12",
                "\\frac1{10}",
                "\\dfrac{2}{x^2+x-6}",
                "\\tfrac{3}{4}",
                "\\sqrt{2}",
                "\\sqrt[3]{x+1}",
                "\\sqrt2",
                "\\root 3 \\of {x}",
                "\\binom{5}{2}",
                "\\dbinom{n}{k}",
                "{n \\choose k}",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
                "\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}",
                "\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}",
                "\\begin{array}{c|cc} x & 1 & 2\\\\ \\hline y & 3 & 4\\end{array}",
                "f(x)=\\begin{cases} x^2 & \\text{if } x>0,\\\\ 0 & \\text{otherwise.}\\end{cases}",
                "\\begin{align*} a&=b\\\\ &=c \\end{align*}",
                "\\begin{align} a&=b \\tag{1}\\\\ c&=d\\end{align}",
                "\\begin{gather*}a\\\\b\\end{gather*}",
                "\\begin{equation*}x=1\\end{equation*}",
                "\\begin{alignat}{2}a&=b&c&=d\\end{alignat}",
                "\\begin{aligned}[t]a&=b\\end{aligned}",
                "\\begin{dcases}a&b\\end{dcases}",
                "\\begin{rcases}a\\\\b\\end{rcases}",
                "x &= 5 \\\\ &= 6",
                "(-\\infty, 5]",
                "[0,1)",
                "\\left(\\frac{1}{2},\\frac{3}{4}\\right]",
                "\\left.\\frac{x}{y}\\right|_{0}",
                "\\left\\lfloor x\\right\\rfloor",
                "\\left\\lvert x\\right\\rvert",
                "\\lvert x \\rvert",
                "|x-1|=7",
                "x \\text{ miles per hour}",
                "x \\textnormal{ and } y",
                "\\text{if $x>0$ then}",
                "30^\\circ",
                "45°",
                "90^{\\circ}\\text{C}",
                "3\\degree",
                "x\\equiv 3\\pmod{5}",
                "7 \\bmod 3",
                "a \\mod b",
                "0.\\overline{3}",
                "\\overline{AB}\\parallel\\overline{CD}",
                "\\overarc{AB}",
                "\\wideparen{AB}",
                "3\\cdot 4\\times 5\\div 6",
                "3×4÷2−1≤5",
                "x² + y³",
                "\\boxed{\\frac{3}{4}}",
                "\\boxed{\\text{A, B}}",
                "\\$5.00",
                "50\\%",
                "50%",
                "\\sum_{k=1}^{n} k^2",
                "\\prod_{i}a_i",
                "\\int_0^1 x\\,dx",
                "\\lim_{x\\to 0}\\frac{\\sin x}{x}",
                "\\operatorname*{lcm}_{x}(a,b)",
                "\\operatorname{lcm}(4,6)",
                "\\angle ABC = \\triangle",
                "\\pm\\mp",
                "\\mathbb{R}\\setminus\\{0\\}",
                "\\mathbf{v}=\\vec{w}",
                "a_{n+1}=2a_n",
                "x''(t)+f'",
                "\\log_2 8 = 3",
                "\\stackrel{?}{=}",
                "\\underbrace{1+1}_{2}",
                "\\xrightarrow{x}",
                "\\cancel{5}",
                "\\color{blue}{7}",
                "\\phantom{0}5",
                "\\begin{tabular}{c}a\\end{tabular}",
                "2\\*4",
                "1{,}000",
                "\\displaystyle\\frac{1}{2}",
                "\\cos^2\\theta+\\sin^2\\theta=1",
                "f^{-1}(x)",
                "\\frac{\\sqrt{6}-\\sqrt{2}}{4}",
                "A\\cap B\\cup C",
                "\\because\\therefore",
                "\\ldots,\\cdots,\\vdots,\\dots",
                "3!\\,\\cdot\\,4!",
                "\\hspace*{1cm}x",
                "x=1\\\\",
                "\\text{面积}=12",
                "\\text{cost} = 5 \\text{元}");
    }

    @ParameterizedTest
    @MethodSource("typicalFormulas")
    void a_typical_formula_is_set_with_ink_inside_its_box(String latex) {
        for (boolean display : new boolean[] {false, true}) {
            Optional<FormulaShape> set = RENDERER.shape(latex, display);
            assertThat(set).isPresent();
            FormulaShape shape = set.get();
            Rectangle2D ink = ink(shape);
            assertThat(shape.width()).isBetween(0.1, 60.0);
            assertThat(ink.getMinX()).isGreaterThan(-0.35);
            assertThat(ink.getMaxX()).isLessThan(shape.width() + 0.35);
            assertThat(ink.getMinY()).isGreaterThan(-shape.height() - 0.35);
            assertThat(ink.getMaxY()).isLessThan(shape.depth() + 0.35);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\\left( x",
                "x \\right)",
                "\\frac{1}{2",
                "x}",
                "\\unknowncommand{x}",
                "\\quad",
                "\\begin{align*}x",
                "\\begin{tikzpicture}x\\end{tikzpicture}",
                "5 & 6 \\end{array}",
                "\uD83D\uDE00",
                "\\newcommand{\\x}{y}\\x",
                "\\renewcommand{\\frac}{y}",
                "\\def\\x{y}",
                "\\input{/etc/passwd}",
                "\\includegraphics{a.png}",
                "\\DeclareMathSizes{1}{2}{3}{4}",
                "\\magnification{9}",
                "\\jlmXML{a}",
                "\\makeatletter x",
                "\\colorbox{red}{x}",
                "\\new%\n command{\\x}{y}",
                "\\scalebox{1000}{x}",
                "\\rule{9999em}{9999em}",
                "\\hspace{9999999em}x",
                "\u0001"
            })
    void what_cannot_or_must_not_be_set_is_empty(String latex) {
        assertThat(RENDERER.shape(latex, false)).isEmpty();
        assertThat(RENDERER.shape(latex, true)).isEmpty();
    }

    @Test
    void a_refused_definition_changes_no_later_formula() {
        FormulaShape before = new FormulaRenderer().shape("\\frac{1}{2}", false).orElseThrow();
        RENDERER.shape("\\renewcommand{\\frac}[2]{#1}\\frac{1}{2}", false);
        assertThat(new FormulaRenderer().shape("\\frac{1}{2}", false)).contains(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\sum\\limits_a",
                "\\sum\\nolimits_a",
                "\\lim\\nolimits_a",
                "=\\limits_a",
                "\\shoveleft{=}",
                "\\int\\limits_a"
            })
    void no_formula_changes_the_symbols_of_the_next(String latex) {
        List<String> probes = List.of("\\sum_a b", "\\lim_a b", "x=1", "\\int_a b", "(-\\infty,5]");
        List<Optional<FormulaShape>> before = probes.stream()
                .map(probe -> new FormulaRenderer().shape(probe, false))
                .toList();
        new FormulaRenderer().shape(latex, false);
        assertThat(probes.stream().map(probe -> new FormulaRenderer().shape(probe, false)))
                .containsExactlyElementsOf(before);
    }

    @Test
    void a_relation_keeps_its_space() {
        assertThat(shape("x=1").width()).isCloseTo(shape("x\\equiv 1").width(), within(0.001));
    }

    @Test
    void a_body_over_4000_characters_or_40_levels_is_refused() {
        assertThat(RENDERER.shape("x".repeat(300), false)).isPresent();
        assertThat(RENDERER.shape("x" + " ".repeat(4_000), false)).isEmpty();
        assertThat(RENDERER.shape("{".repeat(40) + "x" + "}".repeat(40), false)).isPresent();
        assertThat(RENDERER.shape("{".repeat(41) + "x" + "}".repeat(41), false)).isEmpty();
    }

    @Test
    void letters_stand_on_the_baseline_and_are_as_large_as_type() {
        Rectangle2D x = ink(shape("x"));
        assertThat(x.getMaxY()).isBetween(-0.01, 0.03);
        assertThat(-x.getMinY()).isBetween(0.40, 0.47);
        assertThat(ink(shape("p")).getMaxY()).isBetween(0.15, 0.25);
    }

    @Test
    void a_display_fraction_is_taller_than_one_in_a_line_and_dfrac_is_tall_everywhere() {
        FormulaShape line = RENDERER.shape("\\frac{1}{2}", false).orElseThrow();
        FormulaShape display = RENDERER.shape("\\frac{1}{2}", true).orElseThrow();
        FormulaShape dfrac = RENDERER.shape("\\dfrac{1}{2}", false).orElseThrow();
        assertThat(display.height() + display.depth()).isGreaterThan((line.height() + line.depth()) * 1.2);
        assertThat(dfrac.height()).isCloseTo(display.height(), within(0.05));
    }

    @Test
    void a_modulus_in_a_line_stays_close() {
        assertThat(shape("3\\pmod{5}").width()).isLessThan(4.5);
    }

    @Test
    void columns_of_cases_keep_a_gap() {
        double together = shape("\\begin{cases}a\\end{cases}").width();
        assertThat(shape("\\begin{cases}a&b\\end{cases}").width()).isGreaterThan(together + 1.2);
    }

    @Test
    void percent_signs_hide_nothing_behind_them() {
        assertThat(shape("50% x+1").width()).isGreaterThan(shape("50\\%").width() + 1);
    }

    @Test
    void equal_formulas_are_set_once() {
        FormulaRenderer renderer = new FormulaRenderer();
        assertThat(renderer.shape("x+1", false).orElseThrow())
                .isSameAs(renderer.shape("x+1", false).orElseThrow());
        assertThat(renderer.remembered()).isEqualTo(1);
    }

    @Test
    void the_memory_is_bounded_in_entries_and_in_characters() {
        FormulaRenderer few = new FormulaRenderer(3, 1_000_000);
        FormulaRenderer light = new FormulaRenderer(100, 2_000);
        for (int i = 0; i < 20; i++) {
            few.shape("x+" + i, false);
            light.shape("x+" + i, false);
        }
        assertThat(few.remembered()).isEqualTo(3);
        assertThat(light.remembered()).isBetween(1, 5);
    }

    @Test
    void many_threads_get_the_same_outlines() throws InterruptedException, ExecutionException {
        List<String> formulas = typicalFormulas();
        List<Optional<FormulaShape>> expected =
                formulas.stream().map(latex -> RENDERER.shape(latex, true)).toList();
        FormulaRenderer shared = new FormulaRenderer(40, 1_000_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Optional<FormulaShape>>>> results = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                results.add(threads.submit(() -> {
                    shared.warmUp();
                    return formulas.stream()
                            .map(latex -> shared.shape(latex, true))
                            .toList();
                }));
            }
            for (Future<List<Optional<FormulaShape>>> result : results) {
                for (int i = 0; i < formulas.size(); i++) {
                    assertThat(result.get().get(i)).as(formulas.get(i)).isEqualTo(expected.get(i));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\binom{%}{x}",
                "\\binom{x}{%}",
                "\\tbinom{x}%",
                "\\hat{%}_1^2",
                "\\undertilde %",
                "{x\\choose %}",
                "\\left(x\\middle|%\\right)",
                "\\prescript{a}{b}{%}",
                "\\vec %_1^2",
                "\\binom{x}\\frac1%"
            })
    void nesting_that_doubles_the_work_is_refused_in_time(String step) {
        String latex = "x";
        for (int depth = 0; depth < 39; depth++) {
            latex = step.replace("%", latex);
        }
        String nested = latex;
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> RENDERER.shape(nested, true));
    }

    @Test
    void a_long_row_of_binomials_is_set() {
        assertThat(RENDERER.shape("\\binom{5}{2}+".repeat(40) + "\\hat{x}\\bar y", false))
                .isPresent();
    }

    @Test
    void repeated_columns_are_refused() {
        assertThat(RENDERER.shape("\\begin{array}{*{9999999}{c}}a\\end{array}", false))
                .isEmpty();
    }

    @Test
    void mutilated_formulas_never_throw() {
        List<String> formulas = typicalFormulas();
        String letters = "{}[]()\\$&^_%#~'|=,.0123abc \n中";
        for (long seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            StringBuilder latex = new StringBuilder(formulas.get(random.nextInt(formulas.size())));
            for (int i = 0; i < 4; i++) {
                int at = random.nextInt(latex.length() + 1);
                if (random.nextBoolean() || at == latex.length()) {
                    latex.insert(at, letters.charAt(random.nextInt(letters.length())));
                } else {
                    latex.deleteCharAt(at);
                }
            }
            assertThat(RENDERER.shape(latex.toString(), random.nextBoolean()))
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }
}
