package dev.tracewright.align;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays what a person said over what the rules found. The person's word is about a place in the output, so it survives rules that
 * cut or link otherwise:
 *
 * <ul>
 *   <li>a corrected passage that is a segment sets that segment's steps;
 *   <li>one that is no segment any more sets the steps of the segments that begin inside it;
 *   <li>one that has become a part of a longer segment adds its steps there, and takes none away, because the person did not
 *       judge the rest.
 * </ul>
 *
 * <p>The status of a step that nobody set follows from the corrected links where these say something else than the links of the
 * rules did. Only a step that the solver calls unnecessary stays so whatever is linked, because that is about the solver's words.
 */
public final class Corrections {
    private Corrections() {}

    /**
     * The alignment in force.
     *
     * @param byRules what the rules found
     * @param corrections the corrections that count, in the order in which they were made; of several about one place the last
     *     wins; steps that the alignment does not have are passed over
     */
    public static Alignment apply(Alignment byRules, List<Correction> corrections) {
        List<Segment> segments = new ArrayList<>(byRules.segments());
        int count = byRules.status().size();
        for (Correction correction : corrections) {
            if (correction instanceof Correction.OfLinks links && links.steps() != null) {
                link(segments, links.start(), links.end(), within(links.steps(), count));
            }
        }
        List<StepStatus> status = followed(byRules, segments);
        for (Correction correction : corrections) {
            if (correction instanceof Correction.OfStatus(int step, StepStatus said)
                    && said != null
                    && step >= 1
                    && step <= count) {
                status.set(step - 1, said);
            }
        }
        return new Alignment(segments, status);
    }

    /** Whether a corrected passage sets the steps of this segment, by the same rule as {@link #apply}. */
    public static boolean concerns(Correction.OfLinks passage, Segment segment, List<Segment> segments) {
        List<Segment> matching = matching(segments, passage.start(), passage.end());
        return matching.contains(segment) || (matching.isEmpty() && holds(segment, passage.start()));
    }

    private static void link(List<Segment> segments, int start, int end, List<Integer> steps) {
        List<Segment> matching = matching(segments, start, end);
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (matching.contains(segment)) {
                segments.set(i, performing(segment, steps));
            } else if (matching.isEmpty() && holds(segment, start)) {
                List<Integer> all = new ArrayList<>(segment.steps());
                all.addAll(steps);
                segments.set(
                        i, performing(segment, all.stream().distinct().sorted().toList()));
            }
        }
    }

    /** The segment that is the passage, else those that begin inside it. */
    private static List<Segment> matching(List<Segment> segments, int start, int end) {
        List<Segment> exactly = segments.stream()
                .filter(segment -> segment.start() == start && segment.end() == end)
                .toList();
        return exactly.isEmpty()
                ? segments.stream()
                        .filter(segment -> segment.start() >= start && segment.start() < end)
                        .toList()
                : exactly;
    }

    private static boolean holds(Segment segment, int place) {
        return segment.start() <= place && place < segment.end();
    }

    /** What performs a step does work, whatever the rules took it for; a conclusion may perform one, too. */
    private static Segment performing(Segment segment, List<Integer> steps) {
        Segment.Kind kind =
                steps.isEmpty() || segment.kind() == Segment.Kind.CONCLUSION ? segment.kind() : Segment.Kind.STEP;
        return new Segment(segment.start(), segment.end(), kind, segment.printed(), steps, true, "");
    }

    private static List<Integer> within(List<Integer> steps, int count) {
        return steps.stream().filter(step -> step >= 1 && step <= count).toList();
    }

    private static List<StepStatus> followed(Alignment byRules, List<Segment> segments) {
        List<List<Integer>> before =
                byRules.segments().stream().map(Segment::steps).toList();
        List<List<Integer>> after = segments.stream().map(Segment::steps).toList();
        List<StepStatus> status = new ArrayList<>(byRules.status());
        for (int step = 1; step <= status.size(); step++) {
            StepStatus now = LinkStatus.of(step, after);
            if (now != LinkStatus.of(step, before) && status.get(step - 1) != StepStatus.NOTED_REDUNDANT) {
                status.set(step - 1, now);
            }
        }
        return status;
    }
}
