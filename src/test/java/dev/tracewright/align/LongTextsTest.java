package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads sixty thousand characters of what might make a reader look at the same characters again and again. */
class LongTextsTest {
    private static final int LENGTH = 60_000;
    /** Ordinary texts of this length take some milliseconds; what grows with the square takes minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "((1 + ",
                "[1 ",
                "|1|",
                "1 ",
                "1+",
                "1 + 1 = ",
                "1/7 + ",
                "9^9 * ",
                "2^",
                "1,000",
                "1.5.",
                "\\frac{",
                "\\frac{1}{2}",
                "\\sqrt{",
                "√",
                "$",
                "$1 ",
                "-",
                "- 1",
                "5 apples and pears ",
                "5 apples + ",
                "1 is 1 is ",
                "(1) ",
                "1. ",
                "1. a\n",
                "1. 2. 3. ",
                "第一步",
                "①",
                "**",
                "**1.** ",
                "a) x\n",
                "```\n",
                "$$\n",
                "\\[\n1. x\n",
                "\n",
                " \n",
                "- [ ] ",
                "1 A\n",
                "Step ",
                "such as 12 ",
                "24 is 24 (12 + 12) ",
                "e.g. (48) ",
                "\\text{a} ",
                "x",
                "x = 3 "
            })
    void nothing_is_read_again_and_again(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        long start = System.nanoTime();
        StepParser.parse(text);
        Equations.in(text);
        Leaks.in("There are 12 boxes of 24 eggs. " + text, StepParser.parse("1. Add.\n2. " + text), "48");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    }

    @Test
    void a_plan_of_thousands_of_steps_is_cut_in_time() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < LENGTH; i++) {
            text.append(i % 90 + 1).append(". Add the ").append(i).append(" apples.\n");
        }
        long start = System.nanoTime();
        assertThat(List.of(StepParser.parse(text.toString()).size())).noneMatch(size -> size < 1000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    }
}
