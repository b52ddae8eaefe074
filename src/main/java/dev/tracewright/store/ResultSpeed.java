package dev.tracewright.store;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures how long results take to count in a large session, because a screen shows them while a person looks at it. */
public final class ResultSpeed {
    private static final int PASSES = 5;
    private static final int OPENED = 20_000;
    private static final double MEBIBYTE = 1 << 20;

    private ResultSpeed() {}

    /**
     * Times in milliseconds, each the middle one of five.
     *
     * @param answers how many answers the session has
     * @param mebibytes size of its file
     * @param all everything that results are made of, without filter
     * @param groups of this, counting equal answers
     * @param pairs of this, counting problems that two cells answered
     * @param filtered everything for one data set, two approaches and one level
     * @param annotator everything by one of two annotators
     * @param selection the answers of one figure, in queue order
     * @param selected how many these are
     * @param label one label, durable
     */
    public record Report(
            long answers,
            double mebibytes,
            double all,
            double groups,
            double pairs,
            double filtered,
            double annotator,
            double selection,
            long selected,
            double label) {}

    /**
     * Makes a session with so many answers in a folder of its own, which is removed again; blocks for some seconds, and for a minute
     * or two with a million.
     *
     * @throws UncheckedIOException when there is no place for the session
     */
    public static Report measure(int answers) {
        try {
            Path folder = Files.createTempDirectory("tracewright-bench");
            try {
                Path file = folder.resolve("results.tracewright");
                MadeAnswers.create(file, answers);
                double mebibytes = Files.size(file) / MEBIBYTE;
                try (SqliteDatabase database = SqliteDatabase.open(file, SqliteMigrations.CURRENT, config -> {})) {
                    return measure(database, mebibytes);
                }
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report measure(SqliteDatabase database, double mebibytes) {
        SessionStore store = new SqlSessionStore(database);
        ResultStore results = store.results();
        double all = median(pass -> results.count(ResultFilter.ALL));
        double groups = median(pass -> database.read(
                handle -> GroupCount.of(handle, ResultKeys.of(handle, ResultFilter.ALL, AnswerReading.RULES))
                        .groups()));
        double pairs = median(pass -> database.read(
                handle -> PairCount.of(handle, ResultKeys.of(handle, ResultFilter.ALL, AnswerReading.RULES))));
        ResultFilter some = filter(
                Set.of("math"),
                Set.of(Approach.TRACE_OF_THOUGHT, Approach.CHAIN_OF_THOUGHT),
                Set.of(),
                Set.of("Level 3"));
        double filtered = median(pass -> results.count(some));
        ResultFilter one = filter(Set.of(), Set.of(), Set.of(MadeAnswers.ANNOTATORS.getLast()), Set.of());
        double annotator = median(pass -> results.count(one));
        Selection selection = selection(database);
        double selecting = median(pass -> results.select(selection, ResultFilter.ALL, OPENED));
        long count = results.select(selection, ResultFilter.ALL, 0).count();
        double label = median(pass -> store.addLabel(new LabelEvent(
                "bench-" + pass,
                "response-" + pass,
                MadeAnswers.ANNOTATORS.getFirst(),
                new Label(Verdict.FALSE, Set.of(), ""),
                false,
                1,
                pass)));
        long answers = database.read(handle -> handle.createQuery("SELECT count(*) FROM answer")
                .mapTo(Long.class)
                .one());
        return new Report(answers, mebibytes, all, groups, pairs, filtered, annotator, selecting, count, label);
    }

    /** Wrong answers of Trace-of-Thought in which the first step was skipped. */
    private static Selection selection(SqliteDatabase database) {
        Set<Cell> cells =
                database.read(handle -> ResultKeys.of(handle, ResultFilter.ALL, AnswerReading.RULES)).cells().stream()
                        .filter(cell -> cell.approach() == Approach.TRACE_OF_THOUGHT)
                        .collect(Collectors.toSet());
        return Selection.of("Wrong, step 1 skipped", cells)
                .said(Selection.Said.of(Outcome.FALSE))
                .traced(new Selection.Traced(null, null, 1, StepStatus.SKIPPED, null, 0, 0));
    }

    private static ResultFilter filter(
            Set<String> datasets, Set<Approach> approaches, Set<String> annotators, Set<String> levels) {
        return ResultFilter.ALL
                .withDatasets(datasets)
                .withApproaches(approaches)
                .withAnnotators(annotators)
                .withLevels(levels);
    }

    private static double median(IntConsumer work) {
        double[] times = new double[PASSES];
        for (int pass = 0; pass < PASSES; pass++) {
            long start = System.nanoTime();
            work.accept(pass);
            times[pass] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[PASSES / 2];
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
