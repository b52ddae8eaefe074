package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextFitTest {
    /** Ten letters of size 10 fit. */
    private static final double ROOM = 60;

    @Test
    void a_name_takes_as_many_lines_as_it_may_before_it_is_cut() {
        assertThat(TextFit.wrap("barn owl", ROOM, 10, 3)).containsExactly("barn owl");
        assertThat(TextFit.wrap("hand-written example", ROOM, 10, 3)).containsExactly("hand-", "written", "example");
        assertThat(TextFit.wrap("owl, steps by fox", ROOM, 10, 3)).containsExactly("owl, steps", "by fox");
        assertThat(TextFit.wrap("one two three four five six", ROOM, 10, 2)).containsExactly("one two", "three… six");
        assertThat(TextFit.wrap("unbreakablename", ROOM, 10, 3)).containsExactly("unbre…name");
    }

    @Test
    void names_of_any_length_are_fitted_at_once() {
        String name = "org/a-model:".repeat(10_000);
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(TextFit.wrap(name, 116, 12, 3)).hasSize(3));
    }

    @Test
    void no_line_is_wider_than_its_room_and_nothing_is_lost_but_where_it_is_cut() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int n = random.nextInt(60); n >= 0; n--) {
                name.append("abc中🦉 -/_:"
                        .codePoints()
                        .skip(random.nextInt(10))
                        .limit(1)
                        .mapToObj(Character::toString)
                        .findFirst()
                        .orElseThrow());
            }
            int most = 1 + random.nextInt(3);
            List<String> lines = TextFit.wrap(name.toString(), ROOM, 10, most);
            assertThat(lines).hasSizeBetween(1, most).allMatch(line -> TextFit.width(line, 10) <= ROOM);
            if (!lines.getLast().contains("…")) {
                assertThat(String.join("", lines).replace(" ", ""))
                        .isEqualTo(name.toString().replace(" ", ""));
            }
        }
    }
}
