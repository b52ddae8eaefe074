package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Row;
import dev.tracewright.analysis.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes a table of pipes as GitHub and most other readers of Markdown take it. */
final class MarkdownTable {
    private static final int LEAST_RULE = 3;

    private MarkdownTable() {}

    static String of(DataTable table) {
        StringBuilder text = new StringBuilder();
        if (!table.title().isBlank()) {
            text.append("**").append(escape(table.title(), Printable.TITLE)).append("**\n\n");
        }
        paragraph(text, table.note());
        if (!table.columns().isEmpty()) {
            pipes(text, table);
        }
        for (String footnote : table.footnotes()) {
            text.append('\n');
            text.append(escape(footnote, Printable.NOTE)).append('\n');
        }
        return text.toString();
    }

    /** A paragraph with an empty line after it, or nothing for an empty one. */
    static void paragraph(StringBuilder text, String words) {
        if (!words.isBlank()) {
            text.append(escape(words, Printable.NOTE)).append("\n\n");
        }
    }

    private static void pipes(StringBuilder text, DataTable table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream()
                .map(column -> escape(column.head(), Printable.ENTRY))
                .toList());
        for (Row row : table.rows()) {
            lines.add(row.values().stream()
                    .map(value -> entry(value, row.summary()))
                    .toList());
        }
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(Math.max(widths[i], LEAST_RULE), Printable.columns(line.get(i)));
            }
        }
        line(text, table, lines.getFirst(), widths);
        for (int i = 0; i < widths.length; i++) {
            boolean numeric = table.columns().get(i).numeric();
            text.append("| ").repeat('-', numeric ? widths[i] - 1 : widths[i]).append(numeric ? ": " : " ");
        }
        text.append("|\n");
        lines.stream().skip(1).forEach(line -> line(text, table, line, widths));
    }

    private static void line(StringBuilder text, DataTable table, List<String> line, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String entry = line.get(i);
            int pad = widths[i] - Printable.columns(entry);
            boolean numeric = table.columns().get(i).numeric();
            text.append("| ")
                    .repeat(' ', numeric ? pad : 0)
                    .append(entry)
                    .repeat(' ', numeric ? 0 : pad)
                    .append(' ');
        }
        text.append("|\n");
    }

    private static String entry(Value value, boolean summary) {
        String words = escape(value.text(), Printable.ENTRY);
        String shown = summary && !words.isEmpty() ? "*" + words + "*" : words;
        return value.stars().isEmpty() ? shown : shown + " " + escape(value.stars(), Printable.ENTRY);
    }

    /** The words with nothing in them that Markdown, HTML in it, or GitHub's formulas and links would take for more. */
    static String escape(String words, int longest) {
        String line = Printable.line(words, longest);
        StringBuilder safe = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case ':' -> safe.append(line.startsWith("//", i + 1) ? "&#58;" : ":");
                case '@' -> safe.append("&#64;");
                case '.' -> safe.append(i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3) ? "&#46;" : ".");
                case '\\', '|', '*', '_', '`', '[', ']', '~', '$' ->
                    safe.append('\\').append(c);
                case '#', '+', '-', '=' -> {
                    if (i == 0 && (line.length() == 1 || line.charAt(1) == ' ' || line.charAt(1) == c)) {
                        safe.append('\\');
                    }
                    safe.append(c);
                }
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
