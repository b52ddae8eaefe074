package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.work.OutputDifference.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where two outputs part. */
class OutputDifferenceTest {
    private static List<String> words(String text, List<Place> places) {
        return places.stream()
                .map(place -> text.substring(place.start(), place.end()))
                .toList();
    }

    @Test
    void equal_outputs_do_not_part_whatever_their_white_space() {
        OutputDifference found = OutputDifference.of("16 - 7 = 9\nThe answer is 9.", "16 - 7 = 9 The answer\n\nis 9.");
        assertThat(found.first()).isEmpty();
        assertThat(found.second()).isEmpty();
    }

    @Test
    void a_number_that_differs_is_the_only_place() {
        String one = "There are 16 eggs. So 9 eggs are left.";
        String other = "There are 16 eggs. So 8 eggs are left.";
        OutputDifference found = OutputDifference.of(one, other);
        assertThat(words(one, found.first())).containsExactly("9");
        assertThat(words(other, found.second())).containsExactly("8");
    }

    @Test
    void a_number_is_one_word_with_its_commas_and_points() {
        String one = "They pay $130,000 for it and 2.5 percent.";
        String other = "They pay $150,000 for it and 1.5 percent.";
        assertThat(words(one, OutputDifference.of(one, other).first())).containsExactly("130,000", "2.5");
    }

    @Test
    void beyond_what_is_compared_it_says_so() {
        String one = "egg ".repeat(OutputDifference.COMPARED / 4);
        assertThat(OutputDifference.of(one, "egg").whole()).isTrue();
        assertThat(OutputDifference.of("egg", one + "!").whole()).isFalse();
    }

    @Test
    void what_only_one_says_is_marked_in_that_one() {
        String one = "Note the numbers.";
        String other = "Note the numbers. Would you like another problem?";
        OutputDifference found = OutputDifference.of(one, other);
        assertThat(found.first()).isEmpty();
        assertThat(words(other, found.second())).containsExactly("Would you like another problem?");
    }

    @Test
    void nothing_stands_against_everything() {
        OutputDifference found = OutputDifference.of("", "All of it");
        assertThat(found.first()).isEmpty();
        assertThat(found.second()).containsExactly(new Place(0, 9));
    }

    @Test
    void one_equal_word_between_two_differences_belongs_to_them() {
        String one = "red apples sweet";
        String other = "green apples sour";
        assertThat(words(one, OutputDifference.of(one, other).first())).containsExactly(one);
    }

    @Test
    void places_are_in_order_apart_and_inside_the_text_and_the_rest_is_common() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String one = sentence(random);
            String other = sentence(random);
            OutputDifference found = OutputDifference.of(one, other);
            inOrder(one, found.first());
            inOrder(other, found.second());
            OutputDifference back = OutputDifference.of(one, one);
            assertThat(back.first()).as(one).isEmpty();
        }
    }

    private static String sentence(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            words.add(List.of("add", "7", "to", "16", "=", "23", "\n", "鸡", "𝒙", "the")
                    .get(random.nextInt(10)));
        }
        return String.join(random.nextBoolean() ? " " : "  ", words);
    }

    private static void inOrder(String text, List<Place> places) {
        int at = 0;
        for (Place place : places) {
            assertThat(place.start()).as(text).isGreaterThanOrEqualTo(at);
            assertThat(place.end()).as(text).isGreaterThan(place.start()).isLessThanOrEqualTo(text.length());
            at = place.end();
        }
    }

    @Test
    void what_is_only_pushed_behind_the_cut_is_no_difference() {
        String text = "the hen lays seven more eggs today ".repeat(1000);
        OutputDifference found = OutputDifference.of("Well then: " + text, text);
        assertThat(found.whole()).isFalse();
        assertThat(found.first()).containsExactly(new Place(0, 10));
        assertThat(found.second()).isEmpty();
    }

    @Test
    void two_outputs_of_sixty_thousand_characters_without_a_common_word_are_compared_soon() {
        String one = "alpha beta gamma delta ".repeat(2700);
        String other = "1 22 333 4444 55555 66 ".repeat(2700);
        OutputDifference found =
                Assertions.assertTimeout(Duration.ofSeconds(20), () -> OutputDifference.of(one, other));
        assertThat(found.first()).hasSize(1);
        assertThat(found.first().getFirst().end()).isLessThanOrEqualTo(OutputDifference.COMPARED);
    }
}
