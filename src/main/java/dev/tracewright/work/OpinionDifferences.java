package dev.tracewright.work;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a second opinion says something else than what is in force. The two may cut the output differently, so they are compared
 * between the places at which both cut: there the steps that all passages perform together must be the same, and what is missing
 * or too much is told of the passage where it would have to change.
 */
public final class OpinionDifferences {
    private OpinionDifferences() {}

    /** One difference. */
    public sealed interface Difference {
        /** What the person would say if they took it over. */
        Correction theirs();

        /** What the person would say if they kept to what is in force. */
        Correction ours();
    }

    /**
     * Another status of a step.
     *
     * @param step the step's number from 1
     * @param now what is in force
     * @param opinion what the opinion says
     */
    public record OfStatus(int step, StepStatus now, StepStatus opinion) implements Difference {
        @Override
        public Correction theirs() {
            return new Correction.OfStatus(step, opinion);
        }

        @Override
        public Correction ours() {
            return new Correction.OfStatus(step, now);
        }
    }

    /**
     * Other steps of a passage.
     *
     * @param position the passage's position among the segments in force
     * @param start where it begins in the output
     * @param end where it ends
     * @param now the steps it performs in force
     * @param opinion the steps it would perform by the opinion
     */
    public record OfLinks(int position, int start, int end, List<Integer> now, List<Integer> opinion)
            implements Difference {
        public OfLinks {
            now = List.copyOf(now);
            opinion = List.copyOf(opinion);
        }

        @Override
        public Correction theirs() {
            return new Correction.OfLinks(start, end, opinion);
        }

        @Override
        public Correction ours() {
            return new Correction.OfLinks(start, end, now);
        }
    }

    /**
     * The differences that the person has not answered, from the top of the screen to its end: in each row first the links, from
     * which statuses follow.
     *
     * @param opinionId the opinion's key; what a correction answered of it is no difference any more
     */
    public static List<Difference> of(Sheet sheet, Alignment opinion, String opinionId) {
        List<OfLinks> links = links(sheet.alignment().segments(), opinion.segments(), sheet.output());
        List<Difference> differences = new ArrayList<>();
        for (AlignedRows.Row row : sheet.rows()) {
            links.stream()
                    .filter(found -> row.segments().contains(found.position()))
                    .forEach(differences::add);
            if (row.step() != 0 && row.step() <= opinion.status().size()) {
                StepStatus now = sheet.alignment().status().get(row.step() - 1);
                StepStatus theirs = opinion.status().get(row.step() - 1);
                if (now != theirs) {
                    differences.add(new OfStatus(row.step(), now, theirs));
                }
            }
        }
        differences.removeIf(difference -> isAnswered(difference, sheet.corrections(), opinionId));
        return List.copyOf(differences);
    }

    private static boolean isAnswered(Difference difference, List<CorrectionEvent> corrections, String opinionId) {
        return corrections.stream()
                .anyMatch(event -> opinionId.equals(event.opinionId())
                        && event.correction().sameTarget(difference.theirs()));
    }

    private static List<OfLinks> links(List<Segment> mine, List<Segment> theirs, String output) {
        List<OfLinks> found = new ArrayList<>();
        int from = 0;
        int theirsFrom = 0;
        while (from < mine.size()) {
            int to = from + 1;
            int theirsTo = theirsFrom;
            while (true) {
                int end = to < mine.size() ? begin(mine.get(to), output) : output.length();
                while (theirsTo < theirs.size() && begin(theirs.get(theirsTo), output) < end) {
                    theirsTo++;
                }
                boolean bothCut =
                        to == mine.size() || (theirsTo < theirs.size() && begin(theirs.get(theirsTo), output) == end);
                if (bothCut) {
                    break;
                }
                to++;
            }
            compare(mine, from, to, theirs.subList(theirsFrom, theirsTo), found);
            from = to;
            theirsFrom = theirsTo;
        }
        return found;
    }

    /** Where a segment's words begin, behind its white space, which either side may give to the segment before. */
    private static int begin(Segment segment, String output) {
        int at = segment.start();
        while (at < segment.end() && Character.isWhitespace(output.charAt(at))) {
            at++;
        }
        return at;
    }

    private static void compare(List<Segment> mine, int from, int to, List<Segment> theirs, List<OfLinks> found) {
        TreeSet<Integer> wanted = new TreeSet<>();
        theirs.forEach(segment -> wanted.addAll(segment.steps()));
        TreeSet<Integer> missing = new TreeSet<>(wanted);
        mine.subList(from, to).forEach(segment -> missing.removeAll(segment.steps()));
        for (int i = from; i < to; i++) {
            Segment segment = mine.get(i);
            TreeSet<Integer> steps = new TreeSet<>(segment.steps());
            steps.retainAll(wanted);
            int position = i;
            missing.stream()
                    .filter(step -> nearest(mine, from, to, theirs, step) == position)
                    .forEach(steps::add);
            if (!List.copyOf(steps).equals(segment.steps())) {
                found.add(new OfLinks(i, segment.start(), segment.end(), segment.steps(), List.copyOf(steps)));
            }
        }
    }

    /** The passage that shares most of its text with those that perform the step by the opinion. */
    private static int nearest(List<Segment> mine, int from, int to, List<Segment> theirs, int step) {
        int best = from;
        int most = -1;
        for (int i = from; i < to; i++) {
            int shared = 0;
            for (Segment their : theirs) {
                if (their.steps().contains(step)) {
                    shared += Math.max(
                            0,
                            Math.min(their.end(), mine.get(i).end())
                                    - Math.max(their.start(), mine.get(i).start()));
                }
            }
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best;
    }
}
