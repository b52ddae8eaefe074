package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.DataTable.Row;
import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes a report as one page that loads nothing and runs nothing: light and dark as the reader's system is, and fit for paper. It is
 * XHTML as well as HTML.
 */
public final class HtmlReport {
    private static final String STYLE = style();
    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(FileName.digest(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; base-uri 'none'; form-action 'none'";
    /** Names are shown whole up to this many characters. */
    private static final int LONGEST = 1000;
    /** The longest name that is kept on one line, in UTF-16 units. */
    private static final int UNBROKEN = 28;

    private final Report report;
    private final Names names = new Names();
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The whole file. */
    public static String of(Report report) {
        return new HtmlReport(report).write();
    }

    private String write() {
        page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n");
        page.append("<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        page.append(POLICY).append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.append("<meta name=\"referrer\" content=\"no-referrer\"/>\n");
        element("title", report.title());
        page.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n");
        element("h1", report.title());
        paragraph("warning", report.warning());
        report.facts().forEach(fact -> paragraph("fact", fact));
        page.append("</header>\n");
        contents();
        page.append("<main>\n");
        if (report.sections().isEmpty()) {
            element("p", "There is nothing to report.");
        }
        for (int i = 0; i < report.sections().size(); i++) {
            section(report.sections().get(i), i + 1);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void contents() {
        if (report.sections().size() < 2) {
            return;
        }
        page.append("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
        for (int i = 0; i < report.sections().size(); i++) {
            page.append("<li><a href=\"#section-").append(i + 1).append("\">");
            page.append(Xml.escape(report.sections().get(i).title(), Printable.TITLE))
                    .append("</a></li>\n");
        }
        page.append("</ol>\n</nav>\n");
    }

    private void section(Section section, int number) {
        page.append("<section id=\"section-").append(number).append("\">\n");
        element("h2", section.title());
        paragraph("note", section.note());
        section.figures().forEach(this::figure);
        section.tables().forEach(table -> table(table, names.unique("table-", table.id())));
        page.append("</section>\n");
    }

    private void figure(Figure figure) {
        String name = names.unique("figure-", figure.id());
        page.append("<figure id=\"").append(name).append("\">\n");
        page.append(SvgFigure.inline(figure, name));
        page.append("<details>\n<summary>The figures as a table</summary>\n");
        table(figure.table(), name + "-table");
        page.append("</details>\n</figure>\n");
    }

    private void table(DataTable table, String name) {
        page.append("<div class=\"table\" id=\"").append(name).append("\">\n<table>\n");
        element("caption", table.title());
        page.append("<thead>\n<tr>");
        for (Column column : table.columns()) {
            page.append("<th scope=\"col\"").append(column.numeric() ? " class=\"n\">" : ">");
            page.append(Xml.escape(column.head(), LONGEST)).append("</th>");
        }
        page.append("</tr>\n</thead>\n<tbody>\n");
        table.rows().forEach(row -> row(table, row));
        if (table.rows().isEmpty()) {
            page.append("<tr><td colspan=\"").append(Math.max(1, table.columns().size()));
            page.append("\">Nothing to count yet.</td></tr>\n");
        }
        page.append("</tbody>\n</table>\n");
        paragraph("note", table.note());
        table.footnotes().forEach(footnote -> paragraph("foot", footnote));
        page.append("</div>\n");
    }

    private void row(DataTable table, Row row) {
        page.append(row.summary() ? "<tr class=\"sum\">" : "<tr>");
        for (int i = 0; i < row.values().size(); i++) {
            Value value = row.values().get(i);
            page.append("<td").append(style(table.columns().get(i), value));
            if (value.hint() != null && !value.hint().isBlank()) {
                page.append(" title=\"")
                        .append(Xml.escape(value.hint(), LONGEST))
                        .append('"');
            }
            page.append('>').append(Xml.escape(value.text(), LONGEST));
            if (!value.stars().isEmpty()) {
                page.append("<sup>")
                        .append(Xml.escape(value.stars(), Printable.ENTRY))
                        .append("</sup>");
            }
            page.append("</td>");
        }
        page.append("</tr>\n");
    }

    /** Figures stand at the right; a short name is never broken, because a narrow column of letters cannot be read. */
    private static String style(Column column, Value value) {
        if (column.numeric()) {
            return " class=\"n\"";
        }
        return value.text().length() <= UNBROKEN ? " class=\"w\"" : "";
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>').append(Xml.escape(text, Printable.TITLE));
        page.append("</").append(name).append(">\n");
    }

    private void paragraph(String kind, String text) {
        if (!text.isBlank()) {
            page.append("<p class=\"").append(kind).append("\">");
            page.append(Xml.escape(text, Printable.NOTE)).append("</p>\n");
        }
    }

    private static String style() {
        try (InputStream stream = HtmlReport.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks the style of reports");
            }
            return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n")
                    + "@media screen and (prefers-color-scheme: dark) {\n" + SvgFigure.style(Inks.NIGHT) + "}\n";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the style of reports", e);
        }
    }
}
