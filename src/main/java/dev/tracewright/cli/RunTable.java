package dev.tracewright.cli;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.CellProgress;
import dev.tracewright.experiment.RunProgress.Use;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.work.PreparedStudy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the figures of a study for people: what it is expected to take, and what it took, cell by cell. */
final class RunTable {
    private static final double MILLIS = 1000;

    private RunTable() {}

    /** What a study will take, model by model; lines that end in a line break. */
    static String estimate(PreparedStudy prepared, Estimate estimate) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "delegations", "verifications", "solutions", "tokens in", "tokens out", "cost"));
        for (Estimate.Line line : estimate.lines()) {
            rows.add(List.of(
                    line.model().toString(),
                    whole(line.delegations()),
                    whole(line.verifications()),
                    whole(line.solutions()),
                    "~" + whole(line.tokensIn()),
                    "~" + whole(line.tokensOut()),
                    line.money() == null ? "price unknown" : "~" + line.money()));
        }
        return String.format(
                        Locale.ROOT,
                        "%s: %s calls for %s%n",
                        prepared.plan().name(),
                        whole(estimate.calls()),
                        counted(prepared.problems().size(), "problem"))
                + table(rows)
                + total(estimate)
                + (prepared.answered() == 0
                        ? ""
                        : whole(prepared.answered()) + " of the calls are answered already and are not made again.\n");
    }

    private static String total(Estimate estimate) {
        String known = estimate.money().stream().map(Object::toString).collect(Collectors.joining(" and "));
        String money = estimate.unpriced().isEmpty()
                ? known
                : known.isEmpty() ? "cost unknown" : known + " and what has no known price";
        return "Together about " + whole(estimate.tokensIn()) + " tokens in, " + whole(estimate.tokensOut())
                + " tokens out, " + money + ". Retries are not counted.\n";
    }

    /** What a study took, cell by cell, and why calls were given up; lines that end in a line break. */
    static String summary(StudyRun run, RunProgress progress) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "calls", "answered", "failed", "tokens in", "tokens out", "seconds", "cost"));
        for (CellProgress cell : progress.cells()) {
            rows.add(row(name(cell.cell()), cell.total(), cell.done(), cell.failed(), cell.used()));
        }
        rows.add(row("all", progress.total(), progress.done(), progress.failed(), progress.used()));
        StringBuilder text = new StringBuilder(table(rows));
        for (CellProgress cell : progress.cells()) {
            if (cell.failed() > 0) {
                text.append(name(cell.cell())).append(":\n");
                reasons(run, cell.cell())
                        .forEach((why, calls) -> text.append("  ")
                                .append(counted(calls, "call"))
                                .append(": ")
                                .append(why)
                                .append('\n'));
            }
        }
        return text.toString();
    }

    private static Map<String, Integer> reasons(StudyRun run, Cell cell) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        Map<StudyCall, String> failed = run.failed(cell);
        failed.values().forEach(why -> reasons.merge(why, 1, Integer::sum));
        return reasons;
    }

    private static List<String> row(String name, int total, int done, int failed, Use used) {
        return List.of(
                name,
                whole(total),
                whole(done),
                whole(failed),
                whole(used.promptTokens()),
                whole(used.outputTokens()),
                String.format(Locale.ROOT, "%,.1f", used.millis() / MILLIS),
                money(used));
    }

    /** What is known of a cost, and whether that is all. */
    static String money(Use used) {
        if (used.money() == null) {
            return used.unpriced() == 0 ? "0" : "unknown";
        }
        return used.money() + (used.unpriced() == 0 ? "" : " + unknown");
    }

    private static String name(Cell cell) {
        if (cell.approach() == null && cell.delegator() != null) {
            return "steps of " + cell.delegator() + " checked by " + cell.model() + ", " + cell.templateName();
        }
        if (cell.approach() == null) {
            return "steps by " + cell.model() + ", " + cell.templateName();
        }
        ModelRef delegator = cell.delegator();
        return cell.approach().key() + " by " + cell.model() + ", " + cell.templateName()
                + (delegator == null ? "" : ", steps of " + delegator)
                + (cell.arm() == Arm.CORRECTED ? ", corrected" : "");
    }

    /** Columns as wide as their widest entry, the first to the left and the others to the right. */
    private static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                String cell = row.get(i);
                String blank = " ".repeat(width - cell.length());
                text.append(i == 0 ? cell + blank : "  " + blank + cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** "1 call", "5 calls". */
    static String counted(long count, String noun) {
        return whole(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
