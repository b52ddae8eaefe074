package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentPropertiesTest {
    private static final int TRACES = 300;
    private static final Pattern LINE_END = Pattern.compile("(?<=[^\n])(?=\n)");
    private static final Pattern LONG_WORD = Pattern.compile("\\b(?!answer)[a-z]{5,}\\b");

    private static List<List<Integer>> links(Alignment alignment) {
        return alignment.segments().stream().map(Segment::steps).toList();
    }

    private static List<Segment.Kind> kinds(Alignment alignment) {
        return alignment.segments().stream().map(Segment::kind).toList();
    }

    private static void assertSame(MadeTrace trace, String output, String changed) {
        Alignment before = Aligner.align(trace.plan(), output);
        Alignment after = Aligner.align(trace.plan(), changed);
        assertThat(links(after)).as(changed).isEqualTo(links(before));
        assertThat(kinds(after)).as(changed).isEqualTo(kinds(before));
        assertThat(after.status()).as(changed).isEqualTo(before.status());
    }

    /** Puts {@code left} and {@code right} around about every fourth match. */
    private static String around(Pattern pattern, String text, String left, String right, Random random) {
        return pattern.matcher(text)
                .replaceAll(found -> random.nextInt(4) == 0 ? left + found.group() + right : found.group());
    }

    @Test
    void a_plan_copied_with_results_behind_each_step_aligns_one_to_one() {
        for (long seed = 0; seed < TRACES; seed++) {
            MadeTrace trace = MadeTrace.of(seed);
            Alignment alignment = Aligner.align(trace.plan(), trace.output());
            List<List<Integer>> oneToOne = IntStream.rangeClosed(1, trace.plan().size())
                    .mapToObj(List::of)
                    .toList();
            assertThat(links(alignment)).as(trace.output()).isEqualTo(oneToOne);
            assertThat(alignment.status()).containsOnly(StepStatus.FOLLOWED);
        }
    }

    @Test
    void white_space_at_the_end_of_lines_changes_no_link() {
        for (long seed = 0; seed < TRACES; seed++) {
            MadeTrace trace = MadeTrace.of(seed);
            for (String output : trace.outputs()) {
                assertSame(trace, output, around(LINE_END, output, "", "   ", new Random(seed)));
            }
        }
    }

    @Test
    void further_blank_lines_between_paragraphs_change_no_link() {
        for (long seed = 0; seed < TRACES; seed++) {
            MadeTrace trace = MadeTrace.of(seed);
            for (String output : trace.outputs()) {
                String open = output.replaceAll("\n+", "\n\n");
                assertSame(trace, open, open.replace("\n\n", seed % 2 == 0 ? "\n\n\n\n" : "\n \n\t\n"));
            }
        }
    }

    @Test
    void emphasis_around_words_changes_no_link() {
        for (long seed = 0; seed < TRACES; seed++) {
            MadeTrace trace = MadeTrace.of(seed);
            String mark = seed % 2 == 0 ? "**" : "_";
            for (String output : trace.outputs()) {
                assertSame(trace, output, around(LONG_WORD, output, mark, mark, new Random(seed)));
            }
        }
    }

    @Test
    void emphasis_around_item_numbers_changes_no_link() {
        for (long seed = 0; seed < TRACES; seed++) {
            MadeTrace trace = MadeTrace.of(seed);
            for (String output : trace.outputs()) {
                String bold = output.replaceAll("(?m)^(\\(?\\d+[.):]|Step \\d+:)", "**$1**");
                assertSame(trace, output, bold);
            }
        }
    }
}
