package dev.tracewright.align;

import dev.tracewright.trace.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place where the solver left the delegated order: a step performed for the first time after the work of a later one.
 *
 * <p>Only the first time a step is performed can break the order, so a second pass or going back to repeat a step breaks
 * nothing. Within one segment there is no order, so steps done together break nothing among themselves. Work of a step that
 * slips early into a segment shared with others breaks nothing where the step has a segment of its own later. Preambles and
 * restatements do no work and are not looked at.
 *
 * @param segment position in the alignment of the segment that comes too late, from 0
 * @param step number of the step (from 1) that this segment performs for the first time
 * @param after number of the highest later step whose work already stood before it
 */
public record OrderBreak(int segment, int step, int after) {

    /** The broken places of an output in its order, given all its segments in order. */
    public static List<OrderBreak> in(List<Segment> segments) {
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Integer> own = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (works(segments.get(i))) {
                List<Integer> steps = segments.get(i).steps();
                for (int step : steps) {
                    first.putIfAbsent(step, i);
                }
                if (steps.size() == 1) {
                    own.putIfAbsent(steps.getFirst(), i);
                }
            }
        }
        Map<Integer, Integer> place = new HashMap<>(first);
        place.putAll(own);
        List<OrderBreak> breaks = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            int here = i;
            for (int step : segments.get(i).steps()) {
                if (Integer.valueOf(here).equals(first.get(step))) {
                    place.entrySet().stream()
                            .filter(later -> later.getKey() > step && later.getValue() < here)
                            .max(Map.Entry.comparingByKey())
                            .ifPresent(later -> breaks.add(new OrderBreak(here, step, later.getKey())));
                }
            }
        }
        return breaks;
    }

    private static boolean works(Segment segment) {
        return segment.kind() != Segment.Kind.PREAMBLE && segment.kind() != Segment.Kind.RESTATEMENT;
    }
}
