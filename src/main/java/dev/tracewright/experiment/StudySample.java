package dev.tracewright.experiment;

import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Picks the problems of a study: the same ones on every machine, in the order of the data set.
 *
 * <p>A random sample is drawn by the first {@code count} rounds of a Fisher-Yates shuffle over the problems that pass the
 * filters, sorted by data set, number and id: round i exchanges place i with place {@code i + random.nextInt(size - i)}, where
 * {@code random} is a {@code java.util.Random} with the plan's seed, whose algorithm its specification fixes. So a larger
 * sample with the same seed holds the smaller one.
 */
public final class StudySample {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::dataset)
            .thenComparingInt(Problem::number)
            .thenComparing(Problem::id);

    private StudySample() {}

    /**
     * The problems a plan asks.
     *
     * @param problems what its source holds, in any order; of an open session, all its problems. Problems with the same id
     *     are taken once
     * @return may be empty
     */
    public static List<Problem> of(StudyPlan plan, Collection<Problem> problems) {
        List<Problem> passed = passing(plan.data(), problems);
        return switch (plan.data().sample()) {
            case Sample.All() -> passed;
            case Sample.First(int count) -> List.copyOf(passed.subList(0, Math.min(count, passed.size())));
            case Sample.Range(int from, int to) ->
                passed.stream()
                        .filter(problem -> problem.number() >= from && problem.number() <= to)
                        .toList();
            case Sample.Random(int count) -> drawn(passed, count, plan.seed());
        };
    }

    /** The problems of the source, each once, in order, whatever the filters and the sample. */
    static List<Problem> inSource(DataSelection data, Collection<Problem> problems) {
        Set<String> seen = new HashSet<>();
        return problems.stream()
                .filter(problem -> !(data.source() instanceof Source.Session(String dataset))
                        || problem.dataset().equalsIgnoreCase(dataset.strip()))
                .filter(problem -> seen.add(problem.id()))
                .sorted(ORDER)
                .toList();
    }

    private static List<Problem> passing(DataSelection data, Collection<Problem> problems) {
        Set<String> levels = folded(data.levels());
        Set<String> subjects = folded(data.subjects());
        return inSource(data, problems).stream()
                .filter(problem -> passes(levels, problem.level()) && passes(subjects, problem.subject()))
                .toList();
    }

    private static boolean passes(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || (value != null && wanted.contains(fold(value)));
    }

    private static Set<String> folded(List<String> names) {
        return names.stream().map(StudySample::fold).collect(Collectors.toSet());
    }

    /** Names are equal without regard to case and to white space at their ends. */
    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Problem> drawn(List<Problem> passed, int count, long seed) {
        List<Problem> places = new ArrayList<>(passed);
        Random random = new Random(seed);
        int drawn = Math.min(count, places.size());
        for (int i = 0; i < drawn; i++) {
            int other = i + random.nextInt(places.size() - i);
            Problem chosen = places.get(other);
            places.set(other, places.get(i));
            places.set(i, chosen);
        }
        List<Problem> sample = places.subList(0, drawn);
        return sample.stream().sorted(ORDER).toList();
    }
}
