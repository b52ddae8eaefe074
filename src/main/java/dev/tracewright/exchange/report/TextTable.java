package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Row;
import java.util.ArrayList;
import java.util.List;

/** Writes a table with spaces, for letters and terminals. */
final class TextTable {
    private static final String BETWEEN = "  ";

    private TextTable() {}

    static String of(DataTable table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream()
                .map(column -> Printable.line(column.head(), Printable.ENTRY))
                .toList());
        for (Row row : table.rows()) {
            lines.add(row.values().stream()
                    .map(value -> Printable.line(value.text(), Printable.ENTRY)
                            + (value.stars().isEmpty() ? "" : " " + Printable.line(value.stars(), Printable.ENTRY)))
                    .toList());
        }
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Printable.columns(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder(Printable.line(table.title(), Printable.TITLE)).append('\n');
        paragraph(text, table.note());
        text.append('\n');
        line(text, table, lines.getFirst(), widths);
        rule(text, widths);
        for (int i = 0; i < table.rows().size(); i++) {
            if (i > 0
                    && table.rows().get(i).summary() != table.rows().get(i - 1).summary()) {
                rule(text, widths);
            }
            line(text, table, lines.get(i + 1), widths);
        }
        if (!table.footnotes().isEmpty()) {
            text.append('\n');
        }
        table.footnotes().forEach(footnote -> paragraph(text, footnote));
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String words) {
        if (!words.isBlank()) {
            text.append(Printable.line(words, Printable.NOTE)).append('\n');
        }
    }

    private static void line(StringBuilder text, DataTable table, List<String> line, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            int pad = widths[i] - Printable.columns(line.get(i));
            boolean numeric = table.columns().get(i).numeric();
            row.append(i == 0 ? "" : BETWEEN)
                    .repeat(' ', numeric ? pad : 0)
                    .append(line.get(i))
                    .repeat(' ', numeric ? 0 : pad);
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : BETWEEN).repeat('-', widths[i]);
        }
        text.append('\n');
    }
}
