package dev.tracewright.ui.annotate;

import dev.tracewright.align.OrderBreak;
import dev.tracewright.trace.Segment;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words why a passage of the output stands beside a step: the evidence, the printed number, and how sure it is. */
final class LinkWords {
    /** Of how many passages the reasons are named for one step; more would not be read. */
    private static final int PASSAGES = 3;

    private LinkWords() {}

    /** Why the passage at {@code position} is where it is. */
    static String ofSegment(Sheet sheet, int position) {
        Segment segment = sheet.alignment().segments().get(position);
        if (segment.steps().isEmpty()) {
            return withoutStep(sheet, position, segment);
        }
        String numbers = numbers(segment.steps());
        return Texts.of(segment.steps().size() == 1 ? "link.step" : "link.steps", numbers, reasons(sheet, position));
    }

    /** What performs a step, and why it is thought so; as many passages as fit a line. */
    static String ofStep(Sheet sheet, int step) {
        Set<String> reasons = new LinkedHashSet<>();
        List<Segment> segments = sheet.alignment().segments();
        for (int i = 0; i < segments.size() && reasons.size() < PASSAGES; i++) {
            if (segments.get(i).steps().contains(step)) {
                reasons.add(reasons(sheet, i));
            }
        }
        String status =
                Texts.of("status." + sheet.alignment().status().get(step - 1).key());
        return reasons.isEmpty()
                ? Texts.of("link.none", step, status)
                : Texts.of("link.performed", step, status, String.join("  +  ", reasons));
    }

    /** Where the passage breaks the delegated order, in words; empty where it does not. */
    static String orderBreaks(Sheet sheet, int position) {
        return sheet.checks().breaks().stream()
                .filter(found -> found.segment() == position)
                .map(LinkWords::breaks)
                .collect(Collectors.joining(", "));
    }

    private static String breaks(OrderBreak found) {
        return Texts.of("link.order", found.step(), found.after());
    }

    private static String reasons(Sheet sheet, int position) {
        Segment segment = sheet.alignment().segments().get(position);
        List<String> reasons = new ArrayList<>();
        reasons.add(segment.evidence().isBlank() ? Texts.of("link.context") : segment.evidence());
        String printed = segment.printed();
        if (printed != null && !segment.evidence().contains(printed)) {
            reasons.add(Texts.of("link.printed", printed));
        }
        String order = orderBreaks(sheet, position);
        if (!order.isEmpty()) {
            reasons.add(order);
        }
        if (!segment.sure()) {
            reasons.add(Texts.of("link.unsure"));
        }
        return String.join("; ", reasons);
    }

    private static String withoutStep(Sheet sheet, int position, Segment segment) {
        if (sheet.checks().added().contains(position)) {
            return Texts.of("link.added");
        }
        return Texts.of("link.kind." + segment.kind().key());
    }

    static String numbers(List<Integer> steps) {
        return steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
