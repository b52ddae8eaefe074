package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinkSplitterTest {
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private boolean moved;

    @Test
    void reasoning_is_parted_from_output() {
        split("<think>two and two</think>\n4");
        assertThat(output.toString()).isEqualTo("\n4");
        assertThat(reasoning.toString()).isEqualTo("two and two");
    }

    @Test
    void text_that_only_looks_like_a_tag_is_output() {
        split("1 < 2, <thin, <b>x</b> and <");
        assertThat(output.toString()).isEqualTo("1 < 2, <thin, <b>x</b> and <");
        assertThat(reasoning.toString()).isEmpty();
    }

    @Test
    void thinking_that_never_ends_is_no_output() {
        split("<think>for ever </thi");
        assertThat(output.toString()).isEmpty();
        assertThat(reasoning.toString()).isEqualTo("for ever </thi");
    }

    @Test
    void a_closing_tag_alone_says_that_the_output_was_reasoning() {
        split("two and two</think>4");
        assertThat(moved).isTrue();
        assertThat(output.toString()).isEqualTo("two and two4");
    }

    @Test
    void a_closing_tag_after_real_reasoning_is_text() {
        split("<think>a</think>write </think> to end");
        assertThat(moved).isFalse();
        assertThat(output.toString()).isEqualTo("write </think> to end");
    }

    @Test
    void tags_may_be_cut_anywhere() {
        String text = "a<<think>b</<</think>c<think></think><thinkd<think>e</thinkf";
        split(text);
        String wanted = output + "|" + reasoning;
        assertThat(wanted).isEqualTo("a<c<thinkd|b</<e</thinkf");
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            output.setLength(0);
            reasoning.setLength(0);
            ThinkSplitter splitter = splitter();
            int at = 0;
            while (at < text.length()) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(5));
                splitter.accept(text.substring(at, end));
                at = end;
            }
            splitter.end();
            assertThat(output + "|" + reasoning).isEqualTo(wanted);
        }
    }

    private void split(String text) {
        ThinkSplitter splitter = splitter();
        splitter.accept(text);
        splitter.end();
    }

    private ThinkSplitter splitter() {
        return new ThinkSplitter(output::append, reasoning::append, () -> moved = true);
    }
}
