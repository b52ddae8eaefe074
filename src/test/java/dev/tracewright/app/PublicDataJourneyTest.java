package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.PublicDataset;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.work.DatasetShelf;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person downloads a public data set from a server on this computer, stops, goes on, imports it, and plans a study with it. */
class PublicDataJourneyTest {
    private static final int PROBLEMS = 40;
    private static final String CONTENT = IntStream.range(0, PROBLEMS)
            .mapToObj(
                    i -> "{\"question\": \"Ann has " + i + " pens and buys 4. How many has she then?\", \"answer\": \""
                            + i + " + 4 = " + (i + 4) + "\\n#### " + (i + 4) + "\"}\n")
            .collect(Collectors.joining());

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private @Nullable WindowHarness opened;

    @BeforeEach
    void open_a_window_with_a_list_of_one_data_set() throws IOException, NoSuchAlgorithmException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        PublicDataset made = new PublicDataset(
                "made-test",
                "Made problems, test split",
                PROBLEMS,
                "CC0",
                "https://made.invalid/page",
                server.url("/made.jsonl").toString(),
                "made-test.jsonl",
                (long) CONTENT.length(),
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(CONTENT.getBytes(StandardCharsets.UTF_8))));
        opened = WindowHarness.open(
                folder.resolve("sessions"),
                WindowHarness.USUAL,
                ShellView::after,
                new DatasetShelf(folder, List.of(made)));
    }

    @AfterEach
    void close() {
        window().close();
        server.close();
    }

    @Test
    void a_download_is_stopped_gone_on_with_and_imported() throws Exception {
        window().dialogs.name = "mine";
        window().press(KeyCode.CONTROL, KeyCode.N);
        window().until("the new session is open", () -> window().model().queue().size() == 0);
        window().untilSettled();
        showList();
        assertThat(standing()).startsWith("Not here");
        assertThat(server.getRequestCount())
                .as("nothing is sent before it is asked for")
                .isZero();

        server.enqueue(new MockResponse.Builder()
                .addHeader("ETag", "\"v1\"")
                .body(CONTENT)
                .throttleBody(1_000, 1, TimeUnit.SECONDS)
                .build());
        fire("download-made-test");
        window().until("it is on its way", () -> window().shows("progress-made-test") && came() > 0);
        fire("stop-made-test");
        window().until("it has stopped", () -> window().shows("download-made-test"));
        assertThat(window().text("download-made-test")).isEqualTo("Go on");
        assertThat(standing()).contains("are here");
        int came = came();
        assertThat(came).isBetween(1, CONTENT.length() - 1);

        server.enqueue(new MockResponse.Builder()
                .code(206)
                .addHeader("ETag", "\"v1\"")
                .addHeader("Content-Range", "bytes " + came + "-" + (CONTENT.length() - 1) + "/" + CONTENT.length())
                .body(CONTENT.substring(came))
                .build());
        fire("download-made-test");
        window().until("it is here", () -> window().shows("import-made-test"));
        assertThat(standing()).isEqualTo("Here, checksum right");
        server.takeRequest();
        RecordedRequest second = Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        assertThat(second.getHeaders().get("Range")).isEqualTo("bytes=" + came + "-");
        assertThat(file()).hasContent(CONTENT);

        fire("import-made-test");
        window().until(
                        "the problems are in the session",
                        () -> window().model().queue().size() == PROBLEMS);
        assertThat(window().shows("import-made-test")).as("the list is closed").isFalse();
    }

    @Test
    void what_goes_wrong_stands_beside_the_data_set_and_it_can_be_tried_again() {
        showList();
        server.enqueue(
                new MockResponse.Builder().body(CONTENT.replace("pens", "pins")).build());
        fire("download-made-test");
        window().until("the failure is told", () -> window().shows("trouble-made-test"));
        assertThat(window().text("trouble-made-test")).contains("checksum differs");
        assertThat(file()).doesNotExist();
        server.enqueue(new MockResponse.Builder().body(CONTENT).build());
        fire("download-made-test");
        window().until("it is here", () -> window().shows("import-made-test"));
        assertThat(window().shows("trouble-made-test")).isFalse();
    }

    @Test
    void a_download_goes_on_behind_the_closed_list_and_says_when_it_is_over() {
        showList();
        server.enqueue(new MockResponse.Builder()
                .body(CONTENT)
                .bodyDelay(500, TimeUnit.MILLISECONDS)
                .build());
        fire("download-made-test");
        window().press(KeyCode.ESCAPE);
        window().until("the list is closed", () -> !window().shows("standing-made-test"));
        window().until("it is told", WindowHarness::tells);
        assertThat(file()).hasContent(CONTENT);
        showList();
        window().until("it can be imported", () -> window().shows("import-made-test"));
    }

    @Test
    void a_study_can_take_its_problems_from_a_downloaded_file() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), CONTENT);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window().until("the Runs screen is shown", () -> window().shows("runs-empty"));
        fire("action-runs-new");
        window().until("the form is shown", () -> window().shows("study-source"));
        does(() -> {
            ComboBox<?> source = (ComboBox<?>) window().node("study-source");
            int at = IntStream.range(0, source.getItems().size())
                    .filter(i -> label(source, i).equals("made-test.jsonl (downloaded)"))
                    .findFirst()
                    .orElseThrow();
            source.getSelectionModel().select(at);
        });
        window().until(
                        "its problems are chosen",
                        () -> window().text("chosen-problems").startsWith("20 of " + PROBLEMS));
    }

    private static <T> String label(ComboBox<T> box, int index) {
        return box.getConverter().toString(box.getItems().get(index));
    }

    private void showList() {
        window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        window().until("the list is shown", () -> window().shows("standing-made-test"));
        window().until("it has looked what is here", () -> !standing().startsWith("Looking"));
    }

    private String standing() {
        return window().text("standing-made-test");
    }

    private int came() {
        return (int) file().resolveSibling("made-test.jsonl.part").toFile().length();
    }

    private Path file() {
        return folder.resolve("datasets").resolve("made-test.jsonl");
    }

    private void fire(String id) {
        does(() -> ((Button) window().node(id)).fire());
    }

    private WindowHarness window() {
        return Objects.requireNonNull(opened);
    }
}
