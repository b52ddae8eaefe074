package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepChangeTest {
    private static final List<String> BODIES = List.of(
            "Note how many plums there are.",
            "Note how many plums there were before.",
            "Take one plum away from them.",
            "Add the plums of both trees.",
            "Say the result.",
            "Halve it.");

    private static Steps steps(List<String> bodies) {
        return Samples.steps(bodies.toArray(String[]::new));
    }

    private static List<String> bodies(Steps steps) {
        return steps.steps().stream().map(Step::body).toList();
    }

    @Test
    void each_kind_of_change_is_told_with_its_place() {
        Steps now = steps(List.of(BODIES.get(0), BODIES.get(3), BODIES.get(4)));
        assertThat(StepChange.of(now, now)).isEmpty();
        assertThat(StepChange.of(now, steps(List.of(BODIES.get(1), BODIES.get(3), BODIES.get(4)))))
                .containsExactly(new StepChange.Reworded(0, BODIES.get(0), BODIES.get(1)));
        assertThat(StepChange.of(now, steps(List.of(BODIES.get(0), BODIES.get(5), BODIES.get(3), BODIES.get(4)))))
                .containsExactly(new StepChange.Added(1, BODIES.get(5)));
        assertThat(StepChange.of(now, steps(List.of(BODIES.get(0), BODIES.get(4)))))
                .containsExactly(new StepChange.Deleted(1, BODIES.get(3)));
        assertThat(StepChange.of(now, steps(List.of(BODIES.get(4), BODIES.get(0), BODIES.get(3)))))
                .containsExactly(new StepChange.Moved(2, 0, BODIES.get(4)));
    }

    @Test
    void a_change_that_is_refused_is_known_again_when_steps_above_it_change() {
        Steps now = steps(List.of(BODIES.get(0), BODIES.get(3)));
        StepChange deleted = StepChange.of(now, steps(List.of(BODIES.get(0)))).getFirst();
        Steps longer = steps(List.of(BODIES.get(5), BODIES.get(0), BODIES.get(3)));
        assertThat(StepChange.of(longer, steps(List.of(BODIES.get(5), BODIES.get(0)))))
                .singleElement()
                .satisfies(same -> assertThat(same.what()).isEqualTo(deleted.what()));
    }

    @Test
    void taking_all_changes_over_in_any_order_leads_to_the_proposed_list() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Steps now = steps(some(random));
            Steps proposed = steps(some(random));
            Steps at = now;
            int taken = 0;
            for (List<StepChange> open = StepChange.of(at, proposed);
                    !open.isEmpty();
                    open = StepChange.of(at, proposed)) {
                at = open.get(random.nextInt(open.size())).applied(at);
                taken++;
                assertThat(taken).as("seed %s", seed).isLessThan(60);
            }
            assertThat(bodies(at)).as("seed %s", seed).isEqualTo(bodies(proposed));
        }
    }

    private static List<String> some(Random random) {
        List<String> all = new ArrayList<>(BODIES);
        Collections.shuffle(all, random);
        return IntStream.range(0, 1 + random.nextInt(BODIES.size()))
                .mapToObj(all::get)
                .toList();
    }
}
