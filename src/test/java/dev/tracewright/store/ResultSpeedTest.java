package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.PairGroup;
import dev.tracewright.analysis.ResultFilter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the counting of results quick, in processor time so that other programs do not count. */
class ResultSpeedTest {
    private static final int ANSWERS = 20_160;

    @TempDir
    Path folder;

    @Test
    void twenty_thousand_answers_are_counted_without_a_wait() {
        Path file = folder.resolve("many.tracewright");
        MadeAnswers.create(file, ANSWERS);
        try (SessionStore store = Sessions.open(file)) {
            Answered answered = store.results().count(ResultFilter.ALL);
            assertThat(answered.groups().stream().mapToLong(AnswerGroup::count).sum())
                    .isEqualTo(ANSWERS);
            // Three answers of Trace-of-Thought meet three of other approaches, and the corrected one its original.
            assertThat(answered.pairs().stream().mapToLong(PairGroup::count).sum())
                    .isEqualTo(ANSWERS / 6 * 10);
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                assertThat(store.results().count(ResultFilter.ALL).unread()).isZero();
                best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
            }
            System.out.printf("20,160 answers counted in %.0f ms of processor time%n", best);
            assertThat(best).isLessThan(600);
        }
    }
}
