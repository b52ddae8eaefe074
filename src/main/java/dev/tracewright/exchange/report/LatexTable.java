package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.DataTable.Row;
import dev.tracewright.analysis.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as a float that can be put into a paper as it is. */
final class LatexTable {
    /** No line of a table may be wider than TeX can measure, some 16,000 points. */
    private static final int LONGEST_ROW = 1600;

    private static final int LEAST_ENTRY = 16;

    private LatexTable() {}

    static String of(DataTable table) {
        int entry = Math.clamp(LONGEST_ROW / Math.max(1, table.columns().size()), LEAST_ENTRY, Printable.ENTRY);
        StringBuilder body = new StringBuilder();
        body.append("\\begin{table}[tbp]\n\\centering\n");
        body.append("\\caption{")
                .append(Latex.escape(table.title(), Printable.TITLE))
                .append("}\n");
        body.append("\\label{tab:").append(FileName.of(table.id())).append("}\n");
        body.append("\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n");
        body.append("\\begin{tabular}{")
                .append(table.columns().stream()
                        .map(column -> column.numeric() ? "r" : "l")
                        .collect(Collectors.joining()))
                .append("}\n\\toprule\n");
        line(
                body,
                table.columns().stream()
                        .map(Column::head)
                        .map(head -> Latex.escape(head, entry))
                        .toList());
        body.append("\\midrule\n");
        rows(body, table.rows(), entry);
        body.append("\\bottomrule\n\\end{tabular}}\n");
        below(body, table);
        body.append("\\end{table}\n");
        return "% needs \\usepackage{booktabs} and \\usepackage{graphicx}\n" + Latex.preamble(body) + body;
    }

    private static void rows(StringBuilder body, List<Row> rows, int entry) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i > 0 && row.summary() != rows.get(i - 1).summary()) {
                body.append("\\midrule\n");
            }
            line(body, row.values().stream().map(value -> entry(value, entry)).toList());
        }
    }

    private static void line(StringBuilder body, List<String> entries) {
        body.append(String.join(" & ", entries)).append(" \\\\\n");
    }

    private static String entry(Value value, int longest) {
        String words = Latex.escape(value.text(), longest);
        return value.stars().isEmpty()
                ? words
                : words + "\\textsuperscript{" + Latex.escape(value.stars(), longest) + "}";
    }

    private static void below(StringBuilder body, DataTable table) {
        if (table.note().isBlank() && table.footnotes().isEmpty()) {
            return;
        }
        body.append("\\par\\medskip\n\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright\n");
        if (!table.note().isBlank()) {
            body.append(Latex.escape(table.note(), Printable.NOTE)).append("\\par\n");
        }
        for (String footnote : table.footnotes()) {
            body.append(Latex.escape(footnote, Printable.NOTE)).append("\\par\n");
        }
        body.append("\\end{minipage}\n");
    }
}
