package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Found;
import org.junit.jupiter.api.Test;

class BoxedTest {
    @Test
    void every_box_is_found_with_its_place_and_its_nested_braces() {
        String text = "first \\boxed{ \\frac{1}{2} }, then \\boxed 5$ and \\fbox{\\{1, 2\\}}; \\boxedx{3}";
        assertThat(Boxed.all(text)).extracting(Found::value).containsExactly("\\frac{1}{2}", "5", "\\{1, 2\\}");
        for (Found box : Boxed.all(text)) {
            assertThat(text.substring(box.start(), box.end())).isEqualTo(box.value());
        }
    }

    @Test
    void a_box_that_is_not_closed_ends_with_its_line() {
        assertThat(Boxed.all("\\boxed{12 \nand more")).extracting(Found::value).containsExactly("12");
        assertThat(Boxed.all("\\boxed{} \\boxed")).isEmpty();
    }
}
