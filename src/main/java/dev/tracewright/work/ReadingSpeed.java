package dev.tracewright.work;

import dev.tracewright.align.Aligner;
import dev.tracewright.align.Equations;
import dev.tracewright.align.Leaks;
import dev.tracewright.align.StepParser;
import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.answer.GoldAnswer;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures how long it takes to understand a trace, because that has to happen while an output streams in. */
public final class ReadingSpeed {
    /** How often a trace is read after the warm-up; its time is the middle one. */
    public static final int PASSES = 5;

    /** The lengths of the long outputs, each twice the one before, in characters. */
    public static final List<Integer> LENGTHS = List.of(7_500, 15_000, 30_000, 60_000);

    private static final int WARM_UP_PASSES = 3;

    /** How long to read before each measurement, so that the figures are those of a program that has run for a while. */
    public static final Duration WARM_UP = Duration.ofSeconds(2);

    private ReadingSpeed() {}

    /** What is done with a trace. */
    public enum Part {
        PARSE,
        ALIGN,
        JUDGE,
        EQUATIONS,
        LEAKS;

        /** The name used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is read.
     *
     * @param question the problem
     * @param answer the data set's answer field
     * @param steps the delegated steps
     * @param output the solver's output
     * @param finish how the output ended
     */
    public record Subject(String question, String answer, Steps steps, String output, FinishReason finish) {
        /** What a trace holds. */
        public static Subject of(Trace trace) {
            Plan plan = trace.plan();
            return new Subject(
                    trace.problem().question(),
                    trace.problem().answer(),
                    plan == null ? Sheet.NO_STEPS : plan.steps(),
                    trace.response().output(),
                    trace.response().finish());
        }
    }

    /**
     * Times over all traces, in milliseconds a trace.
     *
     * @param median half of the traces take less
     * @param worst the slowest trace
     */
    public record Times(double median, double worst) {}

    /**
     * The time for one made output, in milliseconds.
     *
     * @param shape how it is written: {@code list}, {@code prose} or {@code line}
     * @param characters its length
     * @param align the alignment alone
     * @param all every part
     */
    public record LongOutput(String shape, int characters, double align, double all) {}

    /**
     * What was measured.
     *
     * @param traces how many traces
     * @param parts the times of each part
     * @param all the times of all parts together
     * @param longs long outputs, by shape and rising length
     */
    public record Report(int traces, Map<Part, Times> parts, Times all, List<LongOutput> longs) {
        public Report {
            parts = Map.copyOf(parts);
            longs = List.copyOf(longs);
        }
    }

    /**
     * Measures with {@code subjects}, of which there is at least one; blocks for a few times as long as {@code warmUp}.
     *
     * @param warmUp how long to read before each measurement, at least three times everything
     */
    public static Report measure(List<Subject> subjects, Duration warmUp) {
        warmUp(subjects, warmUp);
        Map<Part, List<Double>> times = new EnumMap<>(Part.class);
        List<Double> all = new ArrayList<>();
        for (Subject subject : subjects) {
            double sum = 0;
            for (Part part : Part.values()) {
                double time = middleMillis(part, subject);
                times.computeIfAbsent(part, _ -> new ArrayList<>()).add(time);
                sum += time;
            }
            all.add(sum);
        }
        Map<Part, Times> parts = new EnumMap<>(Part.class);
        times.forEach((part, list) -> parts.put(part, timesOf(list)));
        List<LongOutput> longs = new ArrayList<>();
        for (MadeOutput.Shape shape : MadeOutput.Shape.values()) {
            warmUp(LENGTHS.stream().map(length -> MadeOutput.of(shape, length)).toList(), warmUp);
            for (int length : LENGTHS) {
                longs.add(measureLong(shape.key(), MadeOutput.of(shape, length)));
            }
        }
        return new Report(subjects.size(), parts, timesOf(all), longs);
    }

    private static LongOutput measureLong(String shape, Subject subject) {
        double align = 0;
        double all = 0;
        for (Part part : Part.values()) {
            double time = middleMillis(part, subject);
            align = part == Part.ALIGN ? time : align;
            all += time;
        }
        return new LongOutput(shape, subject.output().length(), align, all);
    }

    private static void warmUp(List<Subject> subjects, Duration time) {
        long start = System.nanoTime();
        for (int pass = 0; pass < WARM_UP_PASSES || System.nanoTime() - start < time.toNanos(); pass++) {
            for (Subject subject : subjects) {
                for (Part part : Part.values()) {
                    run(part, subject);
                }
            }
        }
    }

    private static double middleMillis(Part part, Subject subject) {
        double[] times = new double[PASSES];
        for (int pass = 0; pass < PASSES; pass++) {
            long start = System.nanoTime();
            int found = run(part, subject);
            double time = (System.nanoTime() - start) / 1e6;
            times[pass] = found < 0 ? Double.POSITIVE_INFINITY : time;
        }
        Arrays.sort(times);
        return times[PASSES / 2];
    }

    /** Does one part; returns how much was found, so that no work can be left out. */
    private static int run(Part part, Subject subject) {
        String question = subject.question();
        Steps steps = subject.steps();
        String output = subject.output();
        return switch (part) {
            case PARSE -> StepParser.parse(steps.text()).size();
            case ALIGN -> Aligner.align(steps, output).segments().size();
            case JUDGE ->
                AnswerJudge.judge(question, subject.answer(), output, subject.finish())
                        .flags()
                        .size();
            case EQUATIONS -> Equations.in(output).size();
            case LEAKS -> {
                String gold = GoldAnswer.of(subject.answer());
                yield Leaks.in(question, steps, gold == null ? "" : gold).size();
            }
        };
    }

    private static Times timesOf(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return new Times(sorted.get(sorted.size() / 2), sorted.getLast());
    }
}
