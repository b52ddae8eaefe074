package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudySampleTest {
    private static final StudyPlan PLAN =
            MadeStudies.plan(List.of(), new StudyModels(List.of(), List.of(), false, null), 1, Review.NONE);

    private static List<Integer> numbers(long seed, Sample sample, List<String> levels, List<Problem> problems) {
        DataSelection data = new DataSelection(new Source.Session("Orchard"), sample, levels, List.of());
        return StudySample.of(MadeStudies.with(PLAN, seed, data), problems).stream()
                .map(Problem::number)
                .toList();
    }

    private static List<Integer> random(long seed, int count, List<Problem> problems) {
        return numbers(seed, new Sample.Random(count), List.of(), problems);
    }

    @Test
    void a_random_sample_is_the_same_on_every_machine() {
        assertThat(random(7, 10, MadeStudies.problems(100))).containsExactly(9, 15, 23, 35, 37, 42, 67, 71, 73, 82);
    }

    @Test
    void a_random_sample_does_not_depend_on_the_order_of_the_list_and_grows() {
        for (int seed = 0; seed < 50; seed++) {
            List<Problem> problems = new ArrayList<>(MadeStudies.problems(60));
            List<Integer> sample = random(seed, 20, problems);
            Collections.shuffle(problems, new Random(seed + 1));
            assertThat(random(seed, 20, problems))
                    .isEqualTo(sample)
                    .isSorted()
                    .hasSize(20)
                    .doesNotHaveDuplicates();
            assertThat(random(seed, 30, problems)).containsAll(sample);
        }
        assertThat(random(1, 100, MadeStudies.problems(60))).hasSize(60);
    }

    @Test
    void every_problem_is_drawn_about_equally_often() {
        List<Problem> problems = MadeStudies.problems(20);
        int[] drawn = new int[21];
        for (int seed = 0; seed < 2000; seed++) {
            random(seed * 7919L, 5, problems).forEach(number -> drawn[number]++);
        }
        for (int number = 1; number <= 20; number++) {
            assertThat(drawn[number]).isBetween(400, 600);
        }
    }

    @Test
    void the_first_ones_are_counted_after_the_filters_and_a_range_by_the_data_sets_numbers() {
        List<Problem> problems = MadeStudies.problems(30);
        assertThat(numbers(0, new Sample.First(3), List.of("level 3"), problems))
                .containsExactly(2, 7, 12);
        assertThat(numbers(0, new Sample.Range(5, 12), List.of("Level 3"), problems))
                .containsExactly(7, 12);
        assertThat(numbers(0, new Sample.All(), List.of("Level 9"), problems)).isEmpty();
        DataSelection subject =
                new DataSelection(new Source.Session("orchard"), new Sample.First(2), List.of(), List.of(" plums"));
        assertThat(StudySample.of(MadeStudies.with(PLAN, 0, subject), problems))
                .extracting(Problem::number)
                .containsExactly(2, 4);
    }

    @Test
    void only_the_named_data_set_of_a_session_is_asked_and_each_problem_once() {
        List<Problem> problems = new ArrayList<>(MadeStudies.problems(3));
        problems.addAll(MadeStudies.problems(3));
        problems.add(Problem.of("garden", 1, "How many?", "#### 1"));
        List<Problem> chosen = StudySample.of(PLAN, problems);
        assertThat(chosen).hasSize(3).allMatch(problem -> problem.dataset().equals("orchard"));
        DataSelection file = new DataSelection(new Source.File("a.jsonl"), new Sample.All(), List.of(), List.of());
        assertThat(new HashSet<>(StudySample.of(MadeStudies.with(PLAN, 0, file), problems)))
                .hasSize(4);
    }
}
