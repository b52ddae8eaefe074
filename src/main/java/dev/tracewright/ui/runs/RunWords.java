package dev.tracewright.ui.runs;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.ui.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the figures of runs are said: rates, times, counts, money, and what cells are called. */
final class RunWords {
    private RunWords() {}

    static String phase(RunProgress.Phase phase) {
        return Texts.of("runs.phase." + phase.key());
    }

    /** A rate, with one decimal place where it is small. */
    static String rate(double perMinute) {
        return Texts.of(perMinute < 10 ? "runs.rate.slow" : "runs.rate", perMinute);
    }

    static String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 90) {
            return Texts.of("runs.left.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90
                ? Texts.of("runs.left.minutes", minutes)
                : Texts.of("runs.left.hours", minutes / 60, minutes % 60);
    }

    /** What attempts have used: tokens and money, as far as both are known. */
    static String used(RunProgress.Use use) {
        String tokens = Texts.of("runs.tokens", use.promptTokens(), use.outputTokens());
        Money money = use.money();
        if (use.attempts() == 0) {
            return tokens;
        }
        if (money == null) {
            return tokens + "  ·  " + Texts.of("runs.money.unknown");
        }
        return tokens
                + "  ·  "
                + (use.unpriced() == 0
                        ? Texts.of("runs.money", money.amount(), money.currency())
                        : Texts.of("runs.money.part", money.amount(), money.currency(), use.unpriced()));
    }

    /** How a column asks, and with which version of the steps. */
    static String column(RunMatrix.Column column) {
        if (column.approach() != null) {
            String approach = Texts.of("approach." + column.approach().key());
            return column.arm() == Arm.CORRECTED ? approach + " · " + Texts.of("runs.arm.corrected") : approach;
        }
        return Texts.of(column.arm() == Arm.CORRECTED ? "runs.matrix.verification" : "runs.matrix.steps");
    }

    /** The templates of a column. */
    static String detail(RunMatrix.Column column) {
        return column.delegationTemplate() == null
                ? column.template()
                : column.delegationTemplate() + " → " + column.template();
    }

    /** What a cell is called in full. */
    static String cell(Cell cell) {
        String whose = cell.delegator() == null
                ? ""
                : "  ·  " + Texts.of("runs.matrix.follows", cell.delegator().model());
        RunMatrix.Column column = RunMatrix.Column.of(cell);
        return cell.model().model() + whose + "  ·  " + column(column) + "  ·  " + detail(column);
    }

    /** The small line of a cell: what is not plain from its counts. */
    static String small(CellState state) {
        List<String> parts = new ArrayList<>();
        if (state.progress().failed() > 0) {
            parts.add(Texts.of("runs.failed", state.progress().failed()));
        }
        if (state.progress().inReview() > 0) {
            parts.add(Texts.of("runs.in-review", state.progress().inReview()));
        }
        if (!state.complete() && state.perMinute() > 0) {
            parts.add(rate(state.perMinute()));
            if (state.left() != null) {
                parts.add(left(state.left()));
            }
        } else if (state.progress().running() > 0) {
            parts.add(Texts.of("runs.running", state.progress().running()));
        }
        return String.join(" · ", parts);
    }

    /** What one line of a list says of a study. */
    static String summary(@Nullable RunProgress progress) {
        return progress == null
                ? Texts.of("runs.phase.closed")
                : phase(progress.phase()) + " · " + Texts.of("runs.of", progress.done(), progress.total());
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
