package dev.tracewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.PublicDataset;
import dev.tracewright.work.DatasetShelf;
import dev.tracewright.work.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCommandTest {
    private static final String CONTENT = """
            {"question": "Ann has 3 pens and buys 4. How many has she?", "answer": "3 + 4 = 7\\n#### 7"}
            {"question": "Ben eats 2 of 9 figs. How many are left?", "answer": "9 - 2 = 7\\n#### 7"}
            """;

    @TempDir
    private Path home;

    private final MockWebServer server = new MockWebServer();

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ran run(boolean terminal, String... names) throws Exception {
        PublicDataset made = new PublicDataset(
                "made-test",
                "Made problems, test split",
                2,
                "CC0",
                "https://made.invalid/page",
                server.url("/x").toString(),
                "made-test.jsonl",
                null,
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(CONTENT.getBytes(StandardCharsets.UTF_8))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = Commands.run(
                new Workspace(home.resolve("sessions")),
                () -> 0,
                List.of(new DownloadCommand(new DatasetShelf(home, List.of(made)), terminal)),
                out,
                new PrintWriter(err),
                java.util.stream.Stream.concat(java.util.stream.Stream.of("download"), List.of(names).stream())
                        .toArray(String[]::new));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private Path file() {
        return home.resolve("datasets").resolve("made-test.jsonl");
    }

    private void serve(String content) {
        server.enqueue(new MockResponse.Builder().body(content).build());
    }

    @Test
    void without_a_name_it_lists_what_can_be_had_and_asks_nobody() throws Exception {
        Ran ran = run(false);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("made-test", "not here", "2 problems", "CC0", "Made problems, test split");
        assertThat(ran.err()).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_data_set_comes_and_its_path_is_what_is_printed() throws Exception {
        serve(CONTENT);
        Ran ran = run(false, "made-test");
        assertThat(ran).isEqualTo(new Ran(0, file() + System.lineSeparator(), ran.err()));
        assertThat(ran.err())
                .contains("its checksum is right", "CC0", "https://made.invalid/page")
                .doesNotContain("\r[");
        assertThat(file()).hasContent(CONTENT);
        assertThat(run(false).out()).contains(" here ").doesNotContain("not here");
    }

    @Test
    void what_is_here_already_is_checked_and_not_fetched_again() throws Exception {
        serve(CONTENT);
        run(false, "made-test");
        Ran again = run(false, "made-test");
        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("was here already");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void a_file_of_the_same_name_that_is_another_one_is_left_alone() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "my own notes");
        assertThat(run(false).out()).contains("another file");
        Ran ran = run(false, "made-test");
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.err()).contains("Move it away");
        assertThat(file()).hasContent("my own notes");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_failure_is_one_sentence_and_exit_code_1() throws Exception {
        server.enqueue(new MockResponse.Builder().code(404).build());
        Ran ran = run(false, "made-test");
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("made-test: ")
                .contains("does not have the file")
                .doesNotContain("Exception");
    }

    @Test
    void an_unknown_name_is_wrong_use_and_fetches_nothing_of_the_rest() throws Exception {
        Ran ran = run(false, "made-test", "gsm9k");
        assertThat(ran.exit()).isEqualTo(Commands.MISUSED);
        assertThat(ran.err()).contains("'gsm9k'", "there are made-test");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void only_a_terminal_gets_a_bar() throws Exception {
        serve(CONTENT);
        assertThat(run(true, "made-test").err()).contains("\rmade-test [").contains("1 kB");
        Files.delete(file());
        serve(CONTENT);
        assertThat(run(false, "made-test").err()).doesNotContain("\r");
    }
}
