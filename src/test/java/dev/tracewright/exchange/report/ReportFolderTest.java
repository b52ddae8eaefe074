package dev.tracewright.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Section;
import dev.tracewright.exchange.ExchangeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class ReportFolderTest {
    @TempDir
    private Path home;

    private static Stream<String> hostile() {
        return Tables.hostile();
    }

    private static Report made(DataTable... tables) {
        return new Report(
                "Made session",
                "",
                List.of("400 answers, people's labels only"),
                List.of(
                        new Section(
                                "accuracy", "Accuracy", "A note.", List.of(Figures.bars()), List.of(Tables.compared())),
                        new Section("more", "More", "", List.of(), List.of(tables))));
    }

    @Test
    void a_link_to_a_folder_is_followed_and_stays() throws IOException {
        Path real = Files.createDirectory(home.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(home.resolve("link"), real);
        write(link, made(Tables.named("pairs", 0.25)));
        write(link, made(Tables.named("pairs", 0.5)));
        assertThat(link).isSymbolicLink();
        assertThat(real.resolve(ReportFolder.PAGE)).exists();
    }

    private static ReportFolder.Written write(Path folder, Report report) {
        return ReportFolder.write(folder, report, (done, total) -> {}, () -> false);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void a_report_is_a_page_an_index_and_every_table_and_chart() throws IOException {
        Path folder = home.resolve("new/report");
        ReportFolder.Written written = write(folder, made(Tables.named("pairs", 0.25)));
        assertThat(written).isEqualTo(new ReportFolder.Written(1, 2, 11));
        assertThat(files(folder).keySet())
                .containsExactly(
                        "README.md",
                        "figures/accuracy-made.csv",
                        "figures/accuracy-made.png",
                        "figures/accuracy-made.svg",
                        "manifest.sha256",
                        "report.html",
                        "tables/compared.csv",
                        "tables/compared.md",
                        "tables/compared.tex",
                        "tables/pairs.csv",
                        "tables/pairs.md",
                        "tables/pairs.tex");
        assertThat(folder.resolve("tables/pairs.csv")).hasContent("figure\r\n0.25\r\n");
        assertThat(folder.resolve("README.md"))
                .content()
                .startsWith("# Made session\n\n400 answers, people's labels only\n")
                .contains("## Accuracy\n\nA note.\n")
                .contains("![Accuracy by solver and approach](figures/accuracy-made.svg)")
                .contains(TableFormat.MARKDOWN.write(Tables.compared()))
                .contains("[csv](tables/pairs.csv) · [md](tables/pairs.md) · [tex](tables/pairs.tex)");
    }

    @Test
    void the_same_report_gives_the_same_bytes_here_and_elsewhere() throws IOException {
        write(home.resolve("a"), made(Tables.named("pairs", 0.25)));
        write(home.resolve("b"), made(Tables.named("pairs", 0.25)));
        Map<String, String> first = files(home.resolve("a"));
        assertThat(files(home.resolve("b"))).isEqualTo(first);
        write(home.resolve("a"), made(Tables.named("pairs", 0.25)));
        assertThat(files(home.resolve("a"))).isEqualTo(first);
    }

    @Test
    void what_an_earlier_report_had_and_this_one_has_not_is_removed() throws IOException {
        write(home.resolve("a"), made(Tables.named("old", 1)));
        write(home.resolve("a"), made(Tables.named("new", 2)));
        write(home.resolve("b"), made(Tables.named("new", 2)));
        assertThat(files(home.resolve("a"))).isEqualTo(files(home.resolve("b"))).doesNotContainKey("tables/old.csv");
    }

    @Test
    void a_folder_with_other_files_is_refused_and_left_alone() throws IOException {
        Files.writeString(home.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> write(home, made()))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("such as notes.txt")
                .hasMessageContaining("nothing was written");
        assertThat(files(home)).containsOnlyKeys("notes.txt");
    }

    @Test
    void a_file_put_into_a_report_is_never_lost() throws IOException {
        write(home, made(Tables.named("old", 1)));
        Files.createDirectories(home.resolve("paper"));
        Files.writeString(home.resolve("paper/draft.tex"), "mine");
        Map<String, String> before = files(home);
        assertThatThrownBy(() -> write(home, made())).hasMessageContaining("such as paper");
        assertThat(files(home)).isEqualTo(before);
        Files.delete(home.resolve("paper/draft.tex"));
        Files.delete(home.resolve("paper"));
        Files.writeString(home.resolve("tables/old.csv"), "edited by hand");
        assertThatThrownBy(() -> write(home, made()))
                .hasMessageContaining("old.csv was changed since the report was written");
        assertThat(home.resolve("tables/old.csv")).hasContent("edited by hand");
    }

    @Test
    void a_link_in_the_folder_leads_nowhere() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Path folder = home.resolve("report");
        write(folder, made(Tables.named("old", 1)));
        for (String file : List.of("csv", "md", "tex")) {
            Files.delete(folder.resolve("tables/old." + file));
            Files.delete(folder.resolve("tables/compared." + file));
        }
        Files.delete(folder.resolve("tables"));
        Files.createSymbolicLink(folder.resolve("tables"), elsewhere);
        assertThatThrownBy(() -> write(folder, made())).hasMessageContaining("such as tables");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "mine");
        assertThatThrownBy(() -> write(file, made())).hasMessageContaining("it is a file, not a folder");
        assertThatThrownBy(() -> write(file.resolve("below"), made())).isInstanceOf(ExchangeException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void what_systems_leave_in_folders_is_not_minded() throws IOException {
        write(home, made());
        Files.writeString(home.resolve(".DS_Store"), "x");
        write(home, made());
        assertThat(home.resolve(".DS_Store")).exists();
    }

    @Test
    void a_report_that_was_stopped_at_any_file_can_be_gone_over() throws IOException {
        write(home.resolve("whole"), made(Tables.named("new", 2)));
        Map<String, String> whole = files(home.resolve("whole"));
        Path folder = home.resolve("report");
        write(folder, made(Tables.named("old", 1)));
        int stopped = 0;
        for (int last = 0; last < 100; last++) {
            AtomicInteger asked = new AtomicInteger();
            int most = last;
            try {
                ReportFolder.write(
                        folder,
                        made(Tables.named("new", last + 10)),
                        (done, total) -> {},
                        () -> asked.incrementAndGet() > most);
                break;
            } catch (CancellationException e) {
                stopped++;
                assertThat(e).hasMessage("The report was stopped.");
                write(folder, made(Tables.named("new", 2)));
                assertThat(files(folder)).isEqualTo(whole);
            }
        }
        assertThat(stopped).isEqualTo(23);
    }

    @Test
    void progress_is_told_file_by_file() {
        List<String> told = new ArrayList<>();
        ReportFolder.write(home.resolve("r"), made(), (done, total) -> told.add(done + "/" + total), () -> false);
        assertThat(told).hasSize(8).startsWith("1/8").endsWith("8/8");
    }

    @Test
    void things_with_the_same_id_have_files_of_their_own() throws IOException {
        write(home, made(Tables.named("t", 1), Tables.named("t", 2), Tables.named("T", 3), Tables.named("con", 4)));
        assertThat(home.resolve("tables/t.csv")).hasContent("figure\r\n1\r\n");
        assertThat(home.resolve("tables/t-2.csv")).hasContent("figure\r\n2\r\n");
        assertThat(files(home).keySet().stream().filter(name -> name.matches("tables/(t|con)-[0-9a-f]{8}\\.csv")))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_names_stay_text_and_inside_the_folder(String text) throws IOException {
        Path folder = home.resolve("outer/report");
        Report report = new Report(
                text,
                text,
                List.of(text),
                List.of(
                        new Section(text, text, text, List.of(Figures.of(text)), List.of(Tables.of(text))),
                        new Section(text, text, text, List.of(Figures.of(text)), List.of(Tables.of(text)))));
        write(folder, report);
        assertThat(files(home).keySet())
                .hasSize(15)
                .allMatch(name -> name.matches("outer/report/((tables|figures)/)?[A-Za-z0-9-]{1,75}\\.[a-z0-9]+"));
        Document page = Markup.parse(Files.readString(folder.resolve("report.html"), StandardCharsets.UTF_8));
        assertThat(Markup.elements(page)).doesNotContain("script", "img", "iframe", "link", "base", "object");
        assertThat(Markup.attributes(page)).noneMatch(name -> name.startsWith("on") || name.equals("src"));
        assertThat(Markup.texts(page, "h1")).containsExactly(Printable.line(text, Printable.TITLE));
        assertThat(Markup.texts(page, "caption")).hasSize(4).containsOnly(Printable.line(text, Printable.TITLE));
        assertThat(Files.readString(folder.resolve("README.md"))).doesNotContain("<", "\u202E", "\u0007");
        assertThat(write(folder, report).files()).isEqualTo(14);
    }

    @Test
    void the_page_forbids_scripts_and_loads_and_shows_hints_and_stars() throws IOException {
        String html = HtmlReport.of(made(Tables.of("hint")));
        Document page = Markup.parse(html);
        String policy = Markup.named(page, "meta", "http-equiv", "Content-Security-Policy")
                .getAttribute("content");
        String style = Markup.texts(page, "style").getFirst();
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(FileName.digest(style.getBytes(StandardCharsets.UTF_8)))
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(style)
                .contains("@media print", "prefers-color-scheme: dark")
                .doesNotContain("url(", "@import", "<", "&");
        assertThat(Markup.texts(page, "sup")).contains("**", "***");
        assertThat(Markup.named(page, "td", "title", "hint").getTextContent()).isEqualTo("hinthint");
        assertThat(Markup.texts(page, "a")).containsExactly("Accuracy", "More");
        assertThat(html.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:", "<script");
    }

    @Test
    void a_warning_stands_before_every_fact_on_the_page_and_in_the_index() throws IOException {
        Report made = made();
        assertThat(Markup.texts(Markup.parse(HtmlReport.of(made)), "p").getFirst())
                .isEqualTo("400 answers, people's labels only");
        Report warned = new Report(made.title(), "No result & no *model*.", made.facts(), made.sections());
        Document page = Markup.parse(HtmlReport.of(warned));
        assertThat(Markup.texts(page, "p")).startsWith("No result & no *model*.", "400 answers, people's labels only");
        assertThat(Markup.named(page, "p", "class", "warning").getTextContent()).isEqualTo("No result & no *model*.");
        write(home.resolve("warned"), warned);
        assertThat(Files.readString(home.resolve("warned/README.md")))
                .startsWith("# Made session\n\n**No result &amp; no \\*model\\*.**\n\n400 answers");
    }

    @Test
    void a_report_of_nothing_says_so() {
        assertThat(Markup.texts(Markup.parse(HtmlReport.of(new Report("Empty", "", List.of(), List.of()))), "p"))
                .containsExactly("There is nothing to report.");
    }
}
