package dev.tracewright.cli;

import dev.tracewright.store.ResultSpeed;
import dev.tracewright.work.ReadingSpeed.LongOutput;
import dev.tracewright.work.ReadingSpeed.Part;
import dev.tracewright.work.ReadingSpeed.Report;
import dev.tracewright.work.ReadingSpeed.Times;
import dev.tracewright.work.RunSpeed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes speed figures for people, as a table, and for programs, as one JSON object. */
final class SpeedTable {
    private SpeedTable() {}

    /** A table of lines that end in a line break; milliseconds. */
    static String text(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%s, milliseconds a trace%n", traces(report.traces())));
        text.append(String.format(Locale.ROOT, "%-12s%10s%10s%n", "", "median", "worst"));
        for (Part part : Part.values()) {
            times(text, part.key(), timesOf(report, part));
        }
        times(text, "all", report.all());
        text.append(String.format(
                Locale.ROOT, "%nmade outputs, milliseconds; x is the time as a multiple of the one before%n"));
        text.append(String.format(Locale.ROOT, "%-8s%12s%10s%7s%10s%7s%n", "", "characters", "align", "x", "all", "x"));
        for (int i = 0; i < report.longs().size(); i++) {
            LongOutput output = report.longs().get(i);
            LongOutput before = before(report.longs(), i);
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s%,12d%10.2f%7s%10.2f%7s%n",
                    output.shape(),
                    output.characters(),
                    output.align(),
                    ratio(output.align(), before == null ? 0 : before.align()),
                    output.all(),
                    ratio(output.all(), before == null ? 0 : before.all())));
        }
        return text.toString();
    }

    /** A table of lines that end in a line break. */
    static String text(RunSpeed.Report report) {
        StringJoiner heap = new StringJoiner(", ");
        report.heapMebibytes().forEach(size -> heap.add(String.format(Locale.ROOT, "%.1f", size)));
        return String.format(
                Locale.ROOT,
                """
                calls          %,d, %d at once, answered after %d ms
                wall time      %.2f s, %.3f of the ideal %.2f s
                processor      %.2f ms a call
                one at a time  %.1f ms a call
                live heap      %s MiB at each quarter
                """,
                report.calls(),
                report.parallel(),
                report.delayMillis(),
                report.seconds(),
                report.ratio(),
                report.ideal(),
                report.cpuMillis(),
                report.sequentialMillis(),
                heap);
    }

    /** One line with one JSON object. */
    static String json(RunSpeed.Report report) {
        StringJoiner heap = new StringJoiner(",", "[", "]");
        report.heapMebibytes().forEach(size -> heap.add(String.format(Locale.ROOT, "%.1f", size)));
        return String.format(
                Locale.ROOT,
                "{\"calls\":%d,\"parallel\":%d,\"delay_ms\":%d,\"seconds\":%.3f,\"ideal_seconds\":%.3f,\"ratio\":%.4f,"
                        + "\"cpu_ms_a_call\":%.3f,\"sequential_ms_a_call\":%.2f,\"live_heap_mib\":%s}%n",
                report.calls(),
                report.parallel(),
                report.delayMillis(),
                report.seconds(),
                report.ideal(),
                report.ratio(),
                report.cpuMillis(),
                report.sequentialMillis(),
                heap);
    }

    /** A table of lines that end in a line break. */
    static String text(ResultSpeed.Report report) {
        return String.format(
                Locale.ROOT,
                """
                answers     %,d, in %.0f MiB
                everything  %.0f ms: groups %.0f ms, pairs %.0f ms
                filtered    %.0f ms; by one of two annotators %.0f ms
                selection   %.0f ms for %,d answers
                label       %.1f ms
                """,
                report.answers(),
                report.mebibytes(),
                report.all(),
                report.groups(),
                report.pairs(),
                report.filtered(),
                report.annotator(),
                report.selection(),
                report.selected(),
                report.label());
    }

    /** One line with one JSON object. */
    static String json(ResultSpeed.Report report) {
        return String.format(
                Locale.ROOT,
                "{\"answers\":%d,\"mib\":%.1f,\"all_ms\":%.1f,\"groups_ms\":%.1f,\"pairs_ms\":%.1f,\"filtered_ms\":%.1f,"
                        + "\"annotator_ms\":%.1f,\"selection_ms\":%.1f,\"selected\":%d,\"label_ms\":%.2f}%n",
                report.answers(),
                report.mebibytes(),
                report.all(),
                report.groups(),
                report.pairs(),
                report.filtered(),
                report.annotator(),
                report.selection(),
                report.selected(),
                report.label());
    }

    /** "1 trace", "5 traces". */
    static String traces(int count) {
        return count + (count == 1 ? " trace" : " traces");
    }

    /** One line with one JSON object. */
    static String json(Report report) {
        StringJoiner parts = new StringJoiner(",", "{", "}");
        for (Part part : Part.values()) {
            parts.add("\"%s\":%s".formatted(part.key(), json(timesOf(report, part))));
        }
        parts.add("\"all\":" + json(report.all()));
        StringJoiner longs = new StringJoiner(",", "[", "]");
        for (LongOutput output : report.longs()) {
            longs.add(String.format(
                    Locale.ROOT,
                    "{\"shape\":\"%s\",\"characters\":%d,\"align_ms\":%.4f,\"all_ms\":%.4f}",
                    output.shape(),
                    output.characters(),
                    output.align(),
                    output.all()));
        }
        return "{\"traces\":%d,\"trace_ms\":%s,\"long_outputs\":%s}%n".formatted(report.traces(), parts, longs);
    }

    private static Times timesOf(Report report, Part part) {
        return Objects.requireNonNull(report.parts().get(part));
    }

    /** The figure before the one at {@code index} in the same shape, or null where it is the first. */
    private static @Nullable LongOutput before(List<LongOutput> longs, int index) {
        boolean first = index == 0
                || !longs.get(index - 1).shape().equals(longs.get(index).shape());
        return first ? null : longs.get(index - 1);
    }

    private static void times(StringBuilder text, String name, Times times) {
        text.append(String.format(Locale.ROOT, "%-12s%10.3f%10.3f%n", name, times.median(), times.worst()));
    }

    private static String json(Times times) {
        return String.format(Locale.ROOT, "{\"median\":%.4f,\"worst\":%.4f}", times.median(), times.worst());
    }

    /** {@code time} as a multiple of {@code before}; empty where that is 0. */
    private static String ratio(double time, double before) {
        return before <= 0 ? "" : String.format(Locale.ROOT, "%.1f", time / before);
    }
}
