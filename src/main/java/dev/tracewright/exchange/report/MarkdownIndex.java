package dev.tracewright.exchange.report;

import java.util.List;

/** Writes what a report says as one Markdown file, with the charts and the other forms of every table a link away. */
final class MarkdownIndex {
    private MarkdownIndex() {}

    static String of(Report report, List<PlacedSection> sections) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title(report.title())).append("\n\n");
        if (!report.warning().isBlank()) {
            text.append("**")
                    .append(MarkdownTable.escape(report.warning(), Printable.NOTE))
                    .append("**\n\n");
        }
        report.facts().forEach(fact -> MarkdownTable.paragraph(text, fact));
        text.append("The whole report as one page: [").append(ReportFolder.PAGE).append("](");
        text.append(ReportFolder.PAGE).append(").\n");
        for (PlacedSection placed : sections) {
            text.append("\n## ").append(title(placed.section().title())).append("\n\n");
            MarkdownTable.paragraph(text, placed.section().note());
            placed.figures().forEach((stem, figure) -> {
                text.append("![")
                        .append(title(figure.title()))
                        .append("](")
                        .append(stem)
                        .append(".svg)\n\n");
                links(text, stem, List.of("svg", "png", "csv"));
            });
            placed.tables().forEach((stem, table) -> {
                text.append(TableFormat.MARKDOWN.write(table)).append('\n');
                links(text, stem, List.of("csv", "md", "tex"));
            });
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String title(String words) {
        return MarkdownTable.escape(words, Printable.TITLE);
    }

    private static void links(StringBuilder text, String stem, List<String> endings) {
        text.append(String.join(
                " · ",
                endings.stream()
                        .map(ending -> "[" + ending + "](" + stem + "." + ending + ")")
                        .toList()));
        text.append("\n\n");
    }
}
