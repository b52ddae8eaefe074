package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.trace.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataSetImportTest {
    @TempDir
    Path folder;

    private final Importer importer = new Importer(Samples::lines);

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Importer.Contents read(Path file) {
        return importer.readAll(file, ImportOptions.NONE);
    }

    @Test
    void a_gsm8k_file_is_read_with_its_bad_lines_reported() throws IOException {
        Path file = file("gsm8k-test.jsonl", """
                {"question": "Two and two?", "answer": "2+2=4\\n#### 4"}

                {"question": "broken
                {"question": "No answer here"}
                [1, 2]
                {"question": "Three and three?", "answer": "#### 6"}
                """);
        Importer.Contents contents = read(file);
        assertThat(contents.problems())
                .containsExactly(
                        Problem.of("gsm8k", 1, "Two and two?", "2+2=4\n#### 4"),
                        Problem.of("gsm8k", 5, "Three and three?", "#### 6"));
        assertThat(contents.report().firstBadRows())
                .extracting(bad -> bad.place().row(), bad -> bad.place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 3L),
                        org.assertj.core.groups.Tuple.tuple(2L, 4L),
                        org.assertj.core.groups.Tuple.tuple(3L, 5L));
        assertThat(contents.report().firstBadRows().get(1).describe())
                .isEqualTo("gsm8k-test.jsonl, row 2 (line 4), column answer: 'answer' is missing or empty");
        assertThat(contents.report().summary())
                .isEqualTo("gsm8k-test.jsonl: 2 problems from a table (JSONL or JSON); 3 rows could not be read");
    }

    @Test
    void a_math_folder_is_read_in_natural_order_with_subjects() throws IOException {
        file(
                "MATH/train/algebra/10.json",
                "{\"problem\": \"Ten\", \"level\": \"Level 5\", \"type\": \"Algebra\", \"solution\": \"$\\\\boxed{10}$\"}");
        file(
                "MATH/train/algebra/9.json",
                "{\n \"problem\": \"Nine\",\n \"level\": \"Level 1\",\n \"type\": \"Algebra\",\n \"solution\": \"9\"}");
        file("MATH/train/algebra/11.json", "{\"problem\": ");
        file("MATH/train/number_theory/1.json", "{\"problem\": \"One\", \"solution\": \"1\"}");
        file("MATH/train/README.txt", "not a problem");
        Importer.Contents contents = read(folder.resolve("MATH/train"));
        assertThat(contents.problems()).extracting(Problem::question).containsExactly("Nine", "Ten", "One");
        assertThat(contents.problems()).extracting(Problem::dataset).containsOnly("math");
        assertThat(contents.problems()).extracting(Problem::number).containsExactly(1, 2, 4);
        assertThat(contents.problems())
                .extracting(Problem::subject)
                .containsExactly("Algebra", "Algebra", "number_theory");
        assertThat(contents.problems()).extracting(Problem::level).containsExactly("Level 1", "Level 5", null);
        assertThat(contents.report().firstBadRows())
                .extracting(bad -> bad.place().file())
                .containsExactly("algebra/11.json");
    }

    @ParameterizedTest
    @EnumSource(TinyParquet.Codec.class)
    void parquet_is_read_in_every_usual_compression(TinyParquet.Codec codec) throws IOException {
        Map<String, List<byte[]>> columns = new LinkedHashMap<>();
        columns.put("question", List.of(utf8("Ein Löwe?"), utf8("漢字 2?"), new byte[] {'x', (byte) 0xFF}));
        columns.put("answer", List.of(utf8("#### 1"), utf8("#### 2"), utf8("#### 3")));
        Path file = folder.resolve("gsm8k/main/test-00000-of-00001.parquet");
        Files.createDirectories(file.getParent());
        Files.write(file, TinyParquet.of(codec, columns));
        Importer.Contents contents = read(file);
        assertThat(contents.problems())
                .containsExactly(
                        Problem.of("gsm8k", 1, "Ein Löwe?", "#### 1"), Problem.of("gsm8k", 2, "漢字 2?", "#### 2"));
        assertThat(contents.report().firstBadRows()).singleElement().satisfies(bad -> {
            assertThat(bad.place().column()).isEqualTo("question");
            assertThat(bad.place().row()).isEqualTo(2);
        });
    }

    @Test
    void parquet_of_math_has_level_and_subject() throws IOException {
        Map<String, List<byte[]>> columns = new LinkedHashMap<>();
        columns.put("problem", List.of(utf8("$1+1$?")));
        columns.put("level", List.of(utf8("Level 2")));
        columns.put("solution", List.of(utf8("$\\boxed{2}$")));
        columns.put("type", List.of(utf8("Prealgebra")));
        Path file = Files.write(folder.resolve("math.parquet"), TinyParquet.of(TinyParquet.Codec.ZSTD, columns));
        assertThat(read(file).problems())
                .containsExactly(new Problem(
                        Problem.idOf("math", "$1+1$?"), "math", 1, "$1+1$?", "$\\boxed{2}$", "Level 2", "Prealgebra"));
    }

    @Test
    void a_cut_parquet_file_is_refused_in_one_sentence() throws IOException {
        byte[] whole = TinyParquet.of(TinyParquet.Codec.SNAPPY, Map.of("question", List.of(utf8("q"))));
        Path file = Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("cut.parquet is no readable Parquet file");
    }

    @Test
    void a_list_of_objects_in_a_json_file_is_read() throws IOException {
        Path file = file(
                "math-set.json",
                "[\n {\"problem\": \"A\", \"solution\": \"1\"},\n 7,\n {\"problem\": \"B\", \"solution\": \"2\"}\n]\n");
        Importer.Contents contents = read(file);
        assertThat(contents.problems()).extracting(Problem::question).containsExactly("A", "B");
        assertThat(contents.report().firstBadRows())
                .singleElement()
                .satisfies(bad ->
                        assertThat(bad.describe()).isEqualTo("math-set.json, row 1 (line 3): it is no JSON object"));
    }

    @Test
    void a_row_in_another_encoding_is_refused_and_read_when_the_encoding_is_named() throws IOException {
        Path file = folder.resolve("cafe.csv");
        Files.write(file, "question,answer\nPlain?,1\nCafé?,2\nLast?,3\n".getBytes(Charset.forName("windows-1252")));
        Importer.Contents strict = read(file);
        assertThat(strict.problems()).extracting(Problem::question).containsExactly("Plain?", "Last?");
        assertThat(strict.report().undecodable()).isEqualTo(new Undecodable(28, 3, StandardCharsets.UTF_8));
        assertThat(strict.report().firstBadRows())
                .singleElement()
                .satisfies(bad -> assertThat(bad.describe())
                        .startsWith("cafe.csv, row 1 (line 3): byte 28 (line 3) is not UTF-8"));
        ImportOptions named = ImportOptions.NONE.withCharset(Charset.forName("windows-1252"));
        Importer.Contents again = importer.readAll(file, named);
        assertThat(again.report().clean()).isTrue();
        assertThat(again.problems()).extracting(Problem::question).containsExactly("Plain?", "Café?", "Last?");
    }

    @Test
    void utf_16_and_gb18030_are_read() throws IOException {
        Path marked = folder.resolve("utf16.csv");
        Files.write(marked, "question,answer\n几个苹果？,2\n".getBytes(StandardCharsets.UTF_16));
        assertThat(read(marked).problems()).extracting(Problem::question).containsExactly("几个苹果？");
        Path chinese = folder.resolve("gb.csv");
        Files.write(chinese, "question,answer\n几个苹果？,2\n".getBytes(Charset.forName("GB18030")));
        ImportOptions named = ImportOptions.NONE.withCharset(Charset.forName("GB18030"));
        assertThat(importer.readAll(chinese, named).problems())
                .extracting(Problem::question)
                .containsExactly("几个苹果？");
    }

    @Test
    void deep_nesting_is_a_bad_row_and_not_the_end() throws IOException {
        Path file = file(
                "deep.jsonl",
                "{\"question\": \"A\", \"answer\": \"1\", \"x\": " + "[".repeat(100) + "]".repeat(100) + "}\n"
                        + "{\"question\": \"B\", \"answer\": \"2\"}\n");
        Importer.Contents contents = read(file);
        assertThat(contents.problems()).extracting(Problem::question).containsExactly("B");
        assertThat(contents.report().firstBadRows().getFirst().reason()).contains("nesting depth");
    }

    @Test
    void a_huge_line_is_a_bad_row_and_not_the_end() throws IOException {
        Path file = file(
                "huge.jsonl",
                "{\"question\": \"A\", \"answer\": \"1\"}\n{\"question\": \"" + "x".repeat(Limits.FIELD + 1)
                        + "\", \"answer\": \"2\"}\n{\"question\": \"C\", \"answer\": \"3\"}\n");
        assertThat(read(file).problems()).extracting(Problem::question).containsExactly("A", "C");
    }

    @Test
    void the_data_set_is_named_by_the_person_the_file_or_the_nearest_telling_folder() throws IOException {
        assertThat(DatasetNames.of(Path.of("/data/gsm8k-test.jsonl"))).isEqualTo("gsm8k");
        assertThat(DatasetNames.of(Path.of("/data/MATH/test/algebra"))).isEqualTo("math");
        assertThat(DatasetNames.of(Path.of("/home/math/My Puzzles.csv"))).isEqualTo("my-puzzles");
        Path file = file("My Puzzles.csv", "question,answer\nWhat?,1\n");
        assertThat(importer.readAll(file, ImportOptions.NONE.withDataset("Riddles"))
                        .problems())
                .containsExactly(Problem.of("riddles", 1, "What?", "1"));
    }

    @Test
    void missing_empty_and_unclear_files_are_refused_in_one_sentence() throws IOException {
        assertThatThrownBy(() -> read(folder.resolve("none.csv")))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("does not exist");
        Path empty = file("empty.csv", "");
        assertThatThrownBy(() -> read(empty))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("is empty");
        Path unclear = file("unclear.csv", "alpha,beta\n1,2\n");
        assertThatThrownBy(() -> read(unclear))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("choose them. Found: alpha, beta.");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
