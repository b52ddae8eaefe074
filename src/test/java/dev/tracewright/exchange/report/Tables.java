package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.DataTable.Row;
import dev.tracewright.analysis.Value;
import java.util.List;
import java.util.stream.Stream;

/** Small tables made up for the tests. */
final class Tables {
    /** Names that mean something to one format or another. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "a|b",
            "50% & _x_",
            "\\input{/etc/passwd}",
            "~^#${}$\\",
            "]]>--><!--",
            "\" onload=\"x",
            "bell\u0007 null\0 line\nbreak\ttab\u009B",
            "\u202Edesrever\u2066 \u200Bhidden\uFEFF",
            "half \uD83D pair",
            "=1+1",
            "[x](http://example.invalid) `code` **bold**",
            "--- ``'' ?` !`",
            "文字 и 😀 ﷽",
            "\u0301é ﬁ \uFFFE",
            "n".repeat(10_000),
            "");

    private Tables() {}

    /** A table as the paper's: a comparison with stars, nothing to say in one place, a mean below. */
    static DataTable compared() {
        return new DataTable(
                "compared",
                "Trace-of-Thought against the highest alternative",
                "Two-sample z-test for proportions.",
                List.of(
                        new Column("solver", "solver", false),
                        new Column("change", "change", true),
                        new Column("p", "p", true)),
                List.of(
                        row(
                                false,
                                Value.words("Model_A 7B"),
                                number("+13.91 %", 100.0 / 7, ""),
                                number("0.008", 0.0078125, "**")),
                        row(
                                false,
                                Value.words("Model|B"),
                                number("−1.06 %", -1.06, ""),
                                number("<0.001", 1.25e-9, "***")),
                        row(false, Value.words("Model C"), Value.NONE, Value.NONE),
                        row(true, Value.words("mean"), number("+6.42 %", 6.42, ""), Value.NONE)),
                List.of("* p < 0.05, ** p < 0.01, *** p < 0.001."));
    }

    /** A table in which the text stands everywhere a text can stand. */
    static DataTable of(String text) {
        return new DataTable(
                text,
                text,
                text,
                List.of(new Column(text, text, false), new Column("n", text, true)),
                List.of(
                        row(false, Value.words(text), new Value(text, null, text, text, null)),
                        row(true, Value.words(text).hinting(text), number(text, 0.5, text))),
                List.of(text));
    }

    /** A table with this id that holds one figure. */
    static DataTable named(String id, double number) {
        return new DataTable(
                id,
                "Table " + id,
                "",
                List.of(new Column("figure", "figure", true)),
                List.of(row(false, number(Double.toString(number), number, ""))),
                List.of());
    }

    static Stream<String> hostile() {
        return HOSTILE.stream();
    }

    static Row row(boolean summary, Value... values) {
        return new Row(List.of(values), summary);
    }

    static Value number(String text, double number, String stars) {
        return new Value(text, number, stars, null, null);
    }
}
