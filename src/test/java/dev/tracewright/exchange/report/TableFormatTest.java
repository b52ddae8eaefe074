package dev.tracewright.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableFormatTest {
    private static Stream<String> hostile() {
        return Tables.hostile();
    }

    private static List<CSVRecord> read(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    @Test
    void csv_has_ids_as_head_and_figures_in_full() {
        assertThat(TableFormat.CSV.write(Tables.compared()))
                .isEqualTo(String.join(
                        "\r\n",
                        "solver,change,p",
                        "Model_A 7B,14.285714285714286,0.0078125",
                        "Model|B,-1.06,1.25E-9",
                        "Model C,,",
                        "mean,6.42,",
                        ""));
    }

    @Test
    void a_copy_for_spreadsheets_has_heads_and_tabs() {
        assertThat(TableFormat.TSV.write(Tables.compared())).isEqualTo("""
                        solver\tchange\tp
                        Model_A 7B\t14.285714285714286\t0.0078125
                        Model|B\t-1.06\t1.25E-9
                        Model C\t–\t–
                        mean\t6.42\t–
                        """);
    }

    @Test
    void markdown_has_title_note_aligned_columns_and_footnotes() {
        assertThat(TableFormat.MARKDOWN.write(Tables.compared())).isEqualTo("""
                **Trace-of-Thought against the highest alternative**

                Two-sample z-test for proportions.

                | solver      |    change |                p |
                | ----------- | --------: | ---------------: |
                | Model\\_A 7B |  +13.91 % |       0.008 \\*\\* |
                | Model\\|B    |   −1.06 % | &lt;0.001 \\*\\*\\* |
                | Model C     |         – |                – |
                | *mean*      | *+6.42 %* |              *–* |

                \\* p &lt; 0.05, \\*\\* p &lt; 0.01, \\*\\*\\* p &lt; 0.001.
                """);
    }

    @Test
    void latex_is_a_float_with_the_rules_of_booktabs() {
        assertThat(TableFormat.LATEX.write(Tables.compared())).isEqualTo("""
                % needs \\usepackage{booktabs} and \\usepackage{graphicx}
                \\begin{table}[tbp]
                \\centering
                \\caption{Trace-of-Thought against the highest alternative}
                \\label{tab:compared}
                \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%
                \\begin{tabular}{lrr}
                \\toprule
                solver & change & p \\\\
                \\midrule
                Model\\_A 7B & +13.91 \\% & 0.008\\textsuperscript{{*}{*}} \\\\
                Model\\textbar{}B & \\ensuremath{-}1.06 \\% & \\textless{}0.001\\textsuperscript{{*}{*}{*}} \\\\
                Model C & {--} & {--} \\\\
                \\midrule
                mean & +6.42 \\% & {--} \\\\
                \\bottomrule
                \\end{tabular}}
                \\par\\medskip
                \\begin{minipage}{\\linewidth}\\footnotesize\\raggedright
                Two-sample z-test for proportions.\\par
                {*} p \\textless{} 0.05, {*}{*} p \\textless{} 0.01, {*}{*}{*} p \\textless{} 0.001.\\par
                \\end{minipage}
                \\end{table}
                """);
    }

    @Test
    void text_is_aligned_with_spaces() {
        assertThat(TableFormat.TEXT.write(Tables.compared())).isEqualTo("""
                Trace-of-Thought against the highest alternative
                Two-sample z-test for proportions.

                solver        change           p
                ----------  --------  ----------
                Model_A 7B  +13.91 %    0.008 **
                Model|B      −1.06 %  <0.001 ***
                Model C            –           –
                ----------  --------  ----------
                mean         +6.42 %           –

                * p < 0.05, ** p < 0.01, *** p < 0.001.
                """);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void csv_is_read_back_as_it_was(String text) throws IOException {
        List<CSVRecord> records = read(TableFormat.CSV.write(Tables.of(text)));
        String whole = text.replace("\uD83D pair", "\uFFFD pair");
        assertThat(records).hasSize(3);
        assertThat(records.get(0).toList()).containsExactly(whole, "n");
        assertThat(records.get(1).toList()).containsExactly(whole, whole);
        assertThat(records.get(2).toList()).containsExactly(whole, "0.5");
    }

    @Test
    void every_number_is_read_back_as_it_was() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double number = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(2000) / 10.0 - 100;
            String text = CsvTable.number(number);
            if (Double.isNaN(number)) {
                assertThat(text).isEmpty();
            } else {
                assertThat(Double.parseDouble(text)).isEqualTo(number == 0 ? 0.0 : number);
                assertThat(text).doesNotEndWith(".0").matches("-?(Infinity|[0-9.]+(E-?[0-9]+)?)");
            }
        }
        assertThat(CsvTable.number(200)).isEqualTo("200");
        assertThat(CsvTable.number(-0.0)).isEqualTo("0");
        assertThat(CsvTable.number(0.000015)).isEqualTo("0.000015");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_copy_for_spreadsheets_keeps_its_shape_and_holds_no_formula(String text) {
        List<String> lines = TableFormat.TSV.write(Tables.of(text)).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.split("\t", -1)).hasSize(2);
            assertThat(line).doesNotStartWith("=").doesNotContain("\t=");
        });
    }

    /** Read by the rule of spreadsheets, by which a mark at the beginning of a field opens a quotation. */
    @Test
    void a_field_that_begins_with_a_quotation_mark_swallows_no_other() throws IOException {
        String text = "\"16 eggs, she said";
        CSVFormat spreadsheet =
                CSVFormat.TDF.builder().setIgnoreSurroundingSpaces(false).get();
        try (CSVParser read = CSVParser.parse(TableFormat.TSV.write(Tables.of(text)), spreadsheet)) {
            assertThat(read.getRecords())
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row).hasSize(2));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_table_of_pipes_keeps_its_columns_and_holds_no_markup(String text) {
        String markdown = TableFormat.MARKDOWN.write(Tables.of(text));
        List<String> rows =
                markdown.lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(rows).hasSize(4);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.replaceAll("\\\\.", "").chars().filter(c -> c == '|'))
                                .hasSize(3));
        assertThat(markdown).doesNotContain("<", "://");
        assertThat(markdown.replaceAll("\\\\.", "")).doesNotContain("`", "[", "$", "_");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void latex_says_every_name_in_harmless_ascii(String text) {
        String latex = TableFormat.LATEX.write(Tables.of(text));
        String[] lines = latex.split("\n", -1);
        assertThat(lines).anyMatch(line -> line.startsWith("\\caption{"));
        String rows = latex.substring(latex.indexOf("\\toprule"), latex.indexOf("\\bottomrule"));
        assertThat(rows.lines().filter(line -> line.endsWith(" \\\\")))
                .hasSize(3)
                .allSatisfy(line -> {
                    String plain = line.replaceAll("\\\\[%&#_{}$\\\\]", "");
                    assertThat(plain.chars().filter(c -> c == '&')).hasSize(1);
                    assertThat(plain).doesNotContain("%", "#", "$", "_");
                    assertThat(balance(plain)).isZero();
                });
        assertThat(latex).doesNotContain("\\input", "\n\n").contains("\\label{tab:");
        assertThat(latex.replaceAll("\\\\twunicode\\{[^{}]*}", "")).matches("(?s)[\\n -~]*");
    }

    private static int balance(String latex) {
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        return depth;
    }

    @Test
    void latex_knows_the_signs_that_results_are_made_of() {
        assertThat(Latex.escape("−1 ≤ κ ± 2 × 10³ – “é” ñ Å ï Σ", 99))
                .isEqualTo("\\ensuremath{-}1 \\ensuremath{\\le} \\ensuremath{\\kappa} \\ensuremath{\\pm} 2"
                        + " \\ensuremath{\\times} 10\\ensuremath{^{3}} {--} {``}{\\'{e}}{''} {\\~{n}} {\\r{A}} {\\\"{\\i}}"
                        + " \\ensuremath{\\Sigma}");
        assertThat(Latex.escape("a--b", 99)).isEqualTo("a-{}-b");
        assertThat(Latex.escape("模型 7B", 99)).isEqualTo("\\twunicode{模型}{{[}U+6A21 578B{]}} 7B");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void an_empty_table_has_its_head(TableFormat format) {
        DataTable empty =
                new DataTable("empty", "Nothing yet", "", List.of(new Column("n", "n", true)), List.of(), List.of());
        assertThat(format.write(empty)).contains("n").endsWith("\n");
        assertThat(format.write(new DataTable("none", "No column", "", List.of(), List.of(), List.of())))
                .endsWith("\n");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void what_is_written_is_utf8_and_without_hidden_characters(TableFormat format) {
        for (String text : Tables.HOSTILE) {
            String written = format.write(Tables.of(text));
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(written)).isTrue();
            if (format != TableFormat.CSV) {
                assertThat(written).doesNotContain("\u202E", "\u2066", "\0", "\u0007", "\u009B", "\u200B");
                assertThat(written.length()).isLessThan(format == TableFormat.TSV ? 51_000 : 12_000);
            }
        }
    }

    @Test
    void a_figure_without_a_value_is_an_empty_field_and_words_stay_words() throws IOException {
        DataTable table = new DataTable(
                "t",
                "t",
                "",
                List.of(new Column("a", "a", true), new Column("b", "b", true), new Column("c", "c", false)),
                List.of(Tables.row(
                        false, new Value("–", Double.NaN, "*", null, null), Value.words("33 / 12"), Value.NONE)),
                List.of());
        assertThat(read(TableFormat.CSV.write(table)).get(1).toList()).containsExactly("", "33 / 12", "–");
    }
}
