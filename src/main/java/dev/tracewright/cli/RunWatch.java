package dev.tracewright.cli;

import dev.tracewright.experiment.RunProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run is: a bar that is drawn anew on a terminal, a line now and then anywhere else. */
final class RunWatch {
    private static final int BAR = 24;
    private static final int LINE = 110;
    private static final long BAR_EVERY_MILLIS = 250;
    private static final long LINE_EVERY_MILLIS = 30_000;

    private final PrintWriter err;
    private final boolean terminal;
    private long shownAt;
    private boolean drawn;

    /** @param terminal whether what is written to {@code err} can be drawn over */
    RunWatch(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.shownAt = terminal ? 0 : System.currentTimeMillis();
    }

    /** Hears the progress, as often as one likes. */
    void show(RunProgress progress) {
        long now = System.currentTimeMillis();
        if (now - shownAt < (terminal ? BAR_EVERY_MILLIS : LINE_EVERY_MILLIS)) {
            return;
        }
        shownAt = now;
        if (terminal) {
            String line = bar(progress) + " " + words(progress);
            err.print("\r" + (line + " ".repeat(LINE)).substring(0, LINE));
            drawn = true;
        } else {
            err.println(words(progress));
        }
        err.flush();
    }

    /** Leaves the line with the bar. */
    void end() {
        if (drawn) {
            err.print("\r" + " ".repeat(LINE) + "\r");
            err.flush();
        }
    }

    private static String bar(RunProgress progress) {
        int settled = progress.done() + progress.failed();
        int full = progress.total() == 0 ? BAR : (int) ((long) BAR * settled / progress.total());
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    static String words(RunProgress progress) {
        StringBuilder words = new StringBuilder();
        words.append(
                String.format(Locale.ROOT, "%,d of %s", progress.done(), RunTable.counted(progress.total(), "call")));
        if (progress.failed() > 0) {
            words.append(String.format(Locale.ROOT, ", %,d failed", progress.failed()));
        }
        if (progress.perMinute() > 0) {
            words.append(String.format(Locale.ROOT, ", %,.0f a minute", progress.perMinute()));
        }
        Duration left = progress.left();
        if (left != null) {
            words.append(", ").append(time(left)).append(" left");
        }
        return words.append(", cost ").append(RunTable.money(progress.used())).toString();
    }

    private static String time(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
                : time.toMinutes() > 0
                        ? String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart())
                        : time.toSeconds() + " s";
    }
}
