package dev.tracewright.work;

import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Steps;
import dev.tracewright.work.PlanDiff.Change;
import dev.tracewright.work.PlanDiff.Origin;
import dev.tracewright.work.PlanDiff.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanDiffTest {
    private static final Steps ORIGINAL =
            steps("Count the eggs of a day.", "Subtract the eaten eggs.", "Multiply by the price.");

    @Test
    void an_untouched_plan_is_the_same_throughout() {
        assertThat(PlanDiff.origins(ORIGINAL, ORIGINAL))
                .containsExactly(new Origin(0, Change.SAME), new Origin(1, Change.SAME), new Origin(2, Change.SAME));
    }

    @Test
    void a_step_that_keeps_enough_words_is_reworded() {
        Steps present = steps("Count the eggs of a day.", "Subtract the baked eggs.", "Multiply by the price.");
        assertThat(PlanDiff.origins(ORIGINAL, present).get(1)).isEqualTo(new Origin(1, Change.REWORDED));
    }

    @Test
    void a_step_with_other_words_is_added_and_the_old_one_is_named_by_nobody() {
        Steps present = steps("Count the eggs of a day.", "Think hard!", "Multiply by the price.");
        List<Origin> origins = PlanDiff.origins(ORIGINAL, present);
        assertThat(origins)
                .containsExactly(new Origin(0, Change.SAME), new Origin(-1, Change.ADDED), new Origin(2, Change.SAME));
    }

    @Test
    void a_step_at_another_place_is_moved() {
        Steps present = steps("Multiply by the price.", "Count the eggs of a day.", "Subtract the eaten eggs.");
        assertThat(PlanDiff.origins(ORIGINAL, present))
                .containsExactly(new Origin(2, Change.MOVED), new Origin(0, Change.SAME), new Origin(1, Change.SAME));
    }

    @Test
    void a_step_that_goes_leaves_the_others_as_they_were() {
        Steps present = steps("Count the eggs of a day.", "Multiply by the price.");
        assertThat(PlanDiff.origins(ORIGINAL, present))
                .containsExactly(new Origin(0, Change.SAME), new Origin(2, Change.SAME));
    }

    @Test
    void a_doubled_step_is_the_same_once_and_added_once() {
        Steps present = steps("Count the eggs of a day.", "Count the eggs of a day.");
        assertThat(PlanDiff.origins(steps("Count the eggs of a day."), present))
                .extracting(Origin::change)
                .containsExactlyInAnyOrder(Change.SAME, Change.ADDED);
    }

    @Test
    void a_plan_out_of_nothing_is_added_and_nothing_has_no_origins() {
        assertThat(PlanDiff.origins(steps(), steps("Count."))).containsExactly(new Origin(-1, Change.ADDED));
        assertThat(PlanDiff.origins(ORIGINAL, steps())).isEmpty();
    }

    @Test
    void no_step_of_the_delegator_is_claimed_twice_and_sameness_is_true() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Steps before = steps(texts(random));
            Steps after = steps(texts(random));
            List<Origin> origins = PlanDiff.origins(before, after);
            assertThat(origins).hasSize(after.size());
            Set<Integer> claimed = new HashSet<>();
            for (int i = 0; i < origins.size(); i++) {
                Origin origin = origins.get(i);
                assertThat(origin.original() < 0).isEqualTo(origin.change() == Change.ADDED);
                if (origin.original() >= 0) {
                    assertThat(claimed.add(origin.original())).isTrue();
                    boolean equal = before.steps()
                            .get(origin.original())
                            .body()
                            .equals(after.steps().get(i).body());
                    assertThat(equal).isEqualTo(origin.change() != Change.REWORDED);
                }
            }
        }
    }

    @Test
    void words_tell_what_was_kept_added_and_removed() {
        assertThat(PlanDiff.words("Subtract seven eggs.", "Add seven eggs!"))
                .containsExactly(
                        new Words(Words.Kind.REMOVED, "Subtract"),
                        new Words(Words.Kind.ADDED, "Add"),
                        new Words(Words.Kind.KEPT, " seven eggs"),
                        new Words(Words.Kind.REMOVED, "."),
                        new Words(Words.Kind.ADDED, "!"));
        assertThat(PlanDiff.words("计算鸡蛋", "计算鸭蛋"))
                .contains(new Words(Words.Kind.REMOVED, "鸡"), new Words(Words.Kind.ADDED, "鸭"));
        assertThat(PlanDiff.words("", "")).isEmpty();
    }

    @Test
    void words_rebuild_both_texts() {
        Random random = new Random(11);
        String[] atoms = {"egg", "eggs", " ", "  ", "\n", "16", "−", "7", "😀", "卵", "e\u0301", ".", "$x^2$", "\uD800"};
        for (int round = 0; round < 400; round++) {
            String before = text(random, atoms);
            String after = text(random, atoms);
            List<Words> words = PlanDiff.words(before, after);
            assertThat(without(words, Words.Kind.ADDED)).isEqualTo(before);
            assertThat(without(words, Words.Kind.REMOVED)).isEqualTo(after);
        }
    }

    private static String without(List<Words> words, Words.Kind kind) {
        return words.stream().filter(run -> run.kind() != kind).map(Words::text).collect(Collectors.joining());
    }

    private static String text(Random random, String[] atoms) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(atoms[random.nextInt(atoms.length)]);
        }
        return text.toString();
    }

    private static String[] texts(Random random) {
        String[] known = {"Count the eggs", "Count the hens", "Subtract seven", "Subtract seven now", "+", ""};
        String[] texts = new String[random.nextInt(6)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = known[random.nextInt(known.length)];
        }
        return texts;
    }
}
