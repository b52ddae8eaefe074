package dev.tracewright.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathSpansTest {
    record Case(String text, List<String> bodies) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static Case of(String text, String... bodies) {
        return new Case(text, List.of(bodies));
    }

    static List<Case> formulas() {
        return List.of(
                of("Solve $x^2 = 4$ now.", "x^2 = 4"),
                of("$x$", "x"),
                of("the number $5$ is prime", "5"),
                of("adds up to $22,$ we have", "22,"),
                of("$a$ and $b$ and $c$", "a", "b", "c"),
                of("$a$$b$", "a", "b"),
                of("$$2y+1=0,$$ which is", "2y+1=0,"),
                of("So\n$$\nx = 5\n$$\nis it.", "\nx = 5\n"),
                of("we get \\(x+1\\) here", "x+1"),
                of("we get \\[\\frac{1}{2}\\] here", "\\frac{1}{2}"),
                of("\\[\n\nx = 1\n\n\\]", "\n\nx = 1\n\n"),
                of(
                        "\\begin{align*}\na&=b\\\\\n\nc&=d\n\\end{align*}",
                        "\\begin{align*}\na&=b\\\\\n\nc&=d\n\\end{align*}"),
                of("\\begin{equation}x\\end{equation}.", "\\begin{equation}x\\end{equation}"),
                of(
                        "\\begin{cases}\\begin{cases}a\\end{cases}\\end{cases}",
                        "\\begin{cases}\\begin{cases}a\\end{cases}\\end{cases}"),
                of("$\\begin{pmatrix}1&2\\end{pmatrix}$", "\\begin{pmatrix}1&2\\end{pmatrix}"),
                of("$x \\text{ if $y>0$}$ end", "x \\text{ if $y>0$}"),
                of("$\\$5.00$ each", "\\$5.00"),
                of("a television of $\\$$2500 sells", "\\$"),
                of("costs $5 and $x^2$ is", "x^2"),
                of("it is $5. Then $x=3$ holds", "x=3"),
                of("\\\\$x$", "x"),
                of("an interval $(-\\infty, 5]$", "(-\\infty, 5]"),
                of("sides $AB = CD$", "AB = CD"),
                of("$\\sin x + \\cos y$", "\\sin x + \\cos y"),
                of("$ x^2 - 4 = 0 $ has", " x^2 - 4 = 0 "),
                of("$b = 9 $ (no)", "b = 9 "),
                of("$30\\%$ of them", "30\\%"),
                of("$\\frac{1}{2$ is broken, $x$ is not", "\\frac{1}{2", "x"),
                of("\\(a \\(b\\) c", "b"),
                of("长度是$x$米", "x"),
                of("$Total$ is", "Total"),
                of("$Profit = 3 \\times cost$", "Profit = 3 \\times cost"));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void formulas_are_found(Case example) {
        assertThat(MathSpans.find(example.text()))
                .extracting(span -> span.body(example.text()))
                .containsExactlyElementsOf(example.bodies());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no mathematics",
                "$20 and $30",
                "It costs $5.",
                "It costs $5",
                "$20 per hour, and then $30 an hour",
                "He earns $20*5=$100",
                "He earns $20*5=$<<20*5=100>>100 a day",
                "He has $<<48/2=24>>24+$<<1=1>>1, then",
                "from $5-$10 each",
                "$20(AU$30) and A$5 or US$",
                "$20 (US$) is",
                "between $1,000 and $2,000,000.",
                "a ($2500 TV = $1500 / $2500 = 1/4)",
                "| $20 | $30 |",
                "**$20** and **$30**",
                "the $ sign and the $ sign",
                "\\$5 and \\$6",
                "only one $x here",
                "$x\n\ny$",
                "$$x\n\ny$$",
                "$$$",
                "$$ $$",
                "$$$x$$$",
                "\\(\\)",
                "\\[ \\]",
                "\\(x",
                "\\[x",
                "\\(x\n\ny\\)",
                "x\\)",
                "\\begin{align}x",
                "x\\end{align}",
                "\\begin{align}x\\end{gather}",
                "\\begin{document}x\\end{document}",
                "\\\\(x\\\\)",
                "[asy] label(\"$A$\"); draw(\\(x\\)); [/asy]",
                "$the price of the first thing is y$",
                "fill in $_______ + $______",
                "`$x-1 > 0``\n * Case `$"
            })
    void prices_prose_and_broken_delimiters_stay_text(String text) {
        assertThat(MathSpans.find(text)).isEmpty();
    }

    @Test
    void a_formula_after_a_drawing_is_found() {
        String text = "[asy] label(\"$A$\"); [/asy] $B$ [asy] label(\"$C$\");";
        assertThat(MathSpans.find(text)).extracting(span -> span.body(text)).containsExactly("B", "C");
    }

    @Test
    void delimiters_tell_display_from_text_and_lie_around_the_body() {
        String text = "$a$ $$b$$ \\(c\\) \\[d\\] \\begin{align}e\\end{align}";
        assertThat(MathSpans.find(text)).extracting(MathSpan::display).containsExactly(false, true, false, true, true);
        assertThat(MathSpans.find(text))
                .extracting(span -> span.source(text))
                .containsExactly("$a$", "$$b$$", "\\(c\\)", "\\[d\\]", "\\begin{align}e\\end{align}");
    }

    @Test
    void spans_of_any_text_are_ordered_and_inside_the_text() {
        String[] parts = {
            "$",
            "$$",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            "{",
            "}",
            "\\begin{align}",
            "\\end{align}",
            "\\begin{cases}",
            "\\end{cases}",
            "\\begin{",
            "\\end",
            "[asy]",
            "[/asy]",
            "\n",
            "\n\n",
            " ",
            "x",
            "5",
            "\\",
            "\\$",
            "^",
            "and",
            "price of",
            "=",
            "\\text{",
            "中",
            "\uD83D",
            "é",
            "`",
            ","
        };
        for (long seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            int before = 0;
            for (MathSpan span : MathSpans.find(text)) {
                assertThat(span.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(before);
                assertThat(span.bodyStart()).isBetween(span.start(), span.bodyEnd());
                assertThat(span.bodyEnd()).isBetween(span.bodyStart(), span.end());
                assertThat(span.body(text)).isNotBlank();
                before = span.end();
            }
            assertThat(before).isLessThanOrEqualTo(text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$ ",
                "$x",
                "$x ",
                "$x$ ",
                "{$",
                "$}{",
                "$a{",
                "\\(",
                "\\[",
                "\\(\\[",
                "\\(x\n\n",
                "\\begin{align}",
                "\\begin{align}\\end{cases}",
                "\\end{align}",
                "\\begin{",
                "[asy]",
                "\\",
                "{",
                "\n",
                "\n \n",
                "$5 and ",
                "\\text{$"
            })
    void sixty_thousand_hostile_characters_take_no_time(String unit) {
        String text = unit.repeat(60_000 / unit.length());
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> MathSpans.find(text));
    }
}
