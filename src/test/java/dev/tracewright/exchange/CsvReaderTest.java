package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    private static List<CsvReader.Found> read(String text, int fieldLimit) throws IOException {
        TextInput input = TextInput.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
        List<CsvReader.Found> found = new ArrayList<>();
        try (CsvReader reader = new CsvReader(input, "f.csv", ',', fieldLimit)) {
            for (CsvReader.Found next = reader.next(); next != null; next = reader.next()) {
                found.add(next);
            }
        }
        return found;
    }

    private static List<List<@Nullable String>> records(String text) throws IOException {
        List<List<@Nullable String>> records = new ArrayList<>();
        for (CsvReader.Found found : read(text, 1000)) {
            if (found instanceof CsvReader.Fields fields) {
                records.add(fields.fields());
            }
        }
        return records;
    }

    private static List<String> problems(String text) throws IOException {
        List<String> problems = new ArrayList<>();
        for (CsvReader.Found found : read(text, 1000)) {
            if (found instanceof CsvReader.Broken broken) {
                problems.add(broken.bad().describe());
            }
        }
        return problems;
    }

    private static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }

    @Test
    void quotes_line_breaks_and_every_line_ending_are_read() throws IOException {
        assertThat(records("a,\"b \"\"q\"\"\",\"c\r\nd\"\r\n1,2,3\n4,5,6\r7,8,9"))
                .containsExactly(
                        row("a", "b \"q\"", "c\r\nd"), row("1", "2", "3"), row("4", "5", "6"), row("7", "8", "9"));
    }

    @Test
    void nothing_is_null_and_quoted_nothing_is_the_empty_text() throws IOException {
        assertThat(records("a,,\"\"\n,\n\n \n")).containsExactly(row("a", null, ""), row(null, null), row(" "));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_value() throws IOException {
        assertThat(records("\uFEFFa,b\n")).containsExactly(row("a", "b"));
    }

    @Test
    void records_know_their_row_and_their_physical_line() throws IOException {
        List<CsvReader.Found> found = read("\"a\nb\",1\n\n\"c\r\nd\",2\ne,3\n", 1000);
        assertThat(found)
                .extracting(
                        f -> ((CsvReader.Fields) f).place().row(),
                        f -> ((CsvReader.Fields) f).place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 1L),
                        org.assertj.core.groups.Tuple.tuple(1L, 4L),
                        org.assertj.core.groups.Tuple.tuple(2L, 6L));
    }

    @Test
    void after_text_behind_a_closing_quote_reading_goes_on_with_the_next_whole_record() throws IOException {
        String text = "1,a\n2,\"x\"y\n3,c\n";
        assertThat(records(text)).containsExactly(row("1", "a"), row("3", "c"));
        assertThat(problems(text))
                .containsExactly(
                        "f.csv, row 1 (line 2), column 2: text stands after the closing quotation mark of the field;"
                                + " the line was passed over");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_record_only() throws IOException {
        String text = "1,a\n2,\"x\n3,\"c\nd\"\n4,e\n";
        assertThat(records(text)).containsExactly(row("1", "a"), row("3", "c\nd"), row("4", "e"));
        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith("f.csv, row 1 (line 2), column 2: text stands after");
        assertThat(problems("1,a\n2,\"x\n3,c\n"))
                .containsExactly(
                        "f.csv, row 1 (line 2), column 2: the quotation mark that opens the field is never closed;"
                                + " the line was passed over");
    }

    @Test
    void unescaped_quotes_over_several_lines_are_one_bad_row() throws IOException {
        String text = "1,a\n2,\"he said \"no\"\nand left\nfor good\"\n3,c\n";
        assertThat(records(text)).containsExactly(row("1", "a"), row("3", "c"));
        assertThat(problems(text)).singleElement().asString().contains("lines 2 to 4 were passed over");
    }

    @Test
    void the_rest_of_a_broken_value_is_not_taken_for_a_record_of_the_usual_width() throws IOException {
        String text = "1,a\n2,\"he said \"no\"\nand left, \"for\" good\nand all\"\n3,\"c \"\"d\"\"\"\n";
        assertThat(records(text)).containsExactly(row("1", "a"), row("3", "c \"d\""));
        assertThat(problems(text)).singleElement().asString().contains("lines 2 to 4 were passed over");
    }

    @Test
    void a_broken_record_names_its_column_and_its_line_under_every_line_ending() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = String.join(
                    end, "1,a,\"b", "c\"", "2,\"d,\"\"e\",\"f\"g,h,i", "3,\"j", "k\",l", "4,\"m\",\"n\"o", "");
            List<CsvReader.Found> found = read(text, 1000);
            assertThat(found).hasSize(4);
            assertThat(((CsvReader.Fields) found.getFirst()).fields()).containsExactly("1", "a", "b" + end + "c");
            assertThat(((CsvReader.Broken) found.get(1)).bad().describe())
                    .startsWith("f.csv, row 1 (line 3), column 3: text")
                    .endsWith("; the line was passed over");
            assertThat(found.get(2))
                    .isEqualTo(new CsvReader.Fields(row("3", "j" + end + "k", "l"), new Place("f.csv", 2, 4, null)));
            assertThat(((CsvReader.Broken) found.get(3)).bad().describe())
                    .startsWith("f.csv, row 3 (line 6), column 3: text")
                    .endsWith("; the line was passed over");
        }
    }

    @Test
    void a_record_without_end_is_stopped_before_it_fills_memory() throws IOException {
        String lines = ("x".repeat(99) + "\n").repeat(Limits.RECORD / 100);
        assertStopped("2,\"" + lines, "column 2: the record is longer than 32000000 characters, or a quotation mark");
        assertStopped("x,".repeat(1_000_001), "the record has more than 1000000 delimiters");
        assertStopped("x,".repeat(2_000), "column 2001: more than 2000 columns");
    }

    private static void assertStopped(String endless, String problem) throws IOException {
        List<CsvReader.Found> found = read("1,a\n" + endless + "\n3,c\n", 1000);
        assertThat(found).hasSize(3);
        assertThat(((CsvReader.Broken) found.get(1)).bad().describe())
                .startsWith("f.csv, row 1 (line 2), column ")
                .contains(problem);
        assertThat(((CsvReader.Fields) found.get(2)).fields()).containsExactly("3", "c");
    }

    @Test
    void a_value_beyond_the_limit_is_refused_and_the_rest_is_read() throws IOException {
        String text = "1,a\n2," + "x".repeat(1001) + "\n3,\"" + "y".repeat(1001) + "\"\n4,d\n";
        assertThat(records(text)).containsExactly(row("1", "a"), row("4", "d"));
        assertThat(problems(text)).singleElement().asString().contains("longer than 1000 characters", "lines 2 to 3");
    }

    @Test
    void a_mark_that_opens_a_great_many_short_lines_costs_little_time() throws IOException {
        String text = "1,a\n2,\"" + "x\n".repeat(1_000_000) + "3,c\n";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(records(text)).containsExactly(row("1", "a"), row("3", "c")));
    }

    @Test
    void a_file_of_quotation_marks_ends_in_reasonable_time() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder("a,b\n");
            for (int i = 0; i < 400; i++) {
                text.append("\",\n\rax\"".charAt(random.nextInt(7)));
            }
            long rows = read(text.toString(), 1000).size();
            assertThat(rows).isPositive();
        }
    }
}
