package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the status column says of a row.
 *
 * @param style what the chip's colour is chosen by
 * @param text the word on the chip, which may be none
 * @param detail what stands below it
 * @param unsure whether the link is drawn as unsure
 */
record StatusWords(String style, String text, String detail, boolean unsure) {
    static final StatusWords NONE = new StatusWords("none", "", "", false);

    /**
     * The words for a row.
     *
     * @param coming whether the output is still streaming, so that what is not there may still come
     */
    static StatusWords of(Sheet sheet, AlignedRows.Row row, boolean coming) {
        if (row.step() == 0) {
            return outputOnly(sheet, row.segments().getFirst());
        }
        StepStatus status = sheet.alignment().status().get(row.step() - 1);
        if (status == StepStatus.SKIPPED && coming) {
            return NONE;
        }
        List<Segment> segments =
                row.segments().stream().map(sheet.alignment().segments()::get).toList();
        boolean unsure = segments.stream().anyMatch(segment -> !segment.sure());
        String arrow = status == StepStatus.MERGED ? arrow(sheet, row) : "";
        List<String> details = new ArrayList<>();
        String printed = segments.stream()
                .map(Segment::printed)
                .filter(number -> number != null && !number.equals(Integer.toString(row.step())))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!printed.isEmpty()) {
            details.add(Texts.of("status.printed", printed));
        }
        row.segments().stream()
                .map(position -> LinkWords.orderBreaks(sheet, position))
                .filter(words -> !words.isEmpty())
                .map(words -> Texts.of("status.order", words))
                .forEach(details::add);
        if (unsure) {
            details.add(Texts.of("status.unsure"));
        }
        return new StatusWords(
                status.key(), Texts.of("status." + status.key()) + arrow, String.join(" · ", details), unsure);
    }

    private static StatusWords outputOnly(Sheet sheet, int position) {
        Segment segment = sheet.alignment().segments().get(position);
        String key = key(sheet, position, segment);
        List<String> details = new ArrayList<>();
        if (key.equals("added")) {
            details.add(Texts.of("segment.by-solver"));
        }
        if (!segment.steps().isEmpty()) {
            details.add(Texts.of("status.performs", LinkWords.numbers(segment.steps())));
            String order = LinkWords.orderBreaks(sheet, position);
            if (!order.isEmpty()) {
                details.add(order);
            }
        } else if (segment.printed() != null && segment.kind() != Segment.Kind.RESTATEMENT) {
            details.add(Texts.of("status.printed", segment.printed()));
        }
        boolean unsure = !segment.sure() && !segment.steps().isEmpty();
        if (unsure) {
            details.add(Texts.of("status.unsure"));
        }
        return new StatusWords(key, Texts.of("segment." + key), String.join(" · ", details), unsure);
    }

    private static String key(Sheet sheet, int position, Segment segment) {
        if (sheet.checks().added().contains(position)) {
            return "added";
        }
        if (segment.kind() != Segment.Kind.STEP) {
            return segment.kind().key();
        }
        if (segment.steps().isEmpty()) {
            return "unlinked";
        }
        return isRepeat(sheet, position, segment) ? "again" : "elsewhere";
    }

    /** Whether everything that the segment does was done before it. */
    private static boolean isRepeat(Sheet sheet, int position, Segment segment) {
        List<Segment> before = sheet.alignment().segments().subList(0, position);
        return segment.steps().stream()
                .allMatch(
                        step -> before.stream().anyMatch(other -> other.steps().contains(step)));
    }

    /** Points to the row in which a merged step's work stands. */
    private static String arrow(Sheet sheet, AlignedRows.Row row) {
        if (!row.segments().isEmpty()) {
            return "";
        }
        int here = sheet.rows().indexOf(row);
        for (int i = 0; i < sheet.rows().size(); i++) {
            for (int position : sheet.rows().get(i).segments()) {
                if (sheet.alignment().segments().get(position).steps().contains(row.step())) {
                    return i < here ? " ↑" : " ↓";
                }
            }
        }
        return "";
    }
}
