package dev.tracewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.settings.Settings.Annotating;
import dev.tracewright.settings.Settings.Appearance;
import dev.tracewright.settings.Settings.Theme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Settings EVERYTHING = new Settings(
            new Appearance(Theme.DARK, 150, "zh-CN"),
            new Annotating(false, new Settings.Hiding(Settings.Blind.ALWAYS, true, true), "Ada Lovelace"),
            new Settings.Models("offline delegator", "https://api.example.com/v1 small"),
            "postgresql://ada@db.example.org/study",
            true,
            List.of(
                    new Endpoint(
                            "Cloud",
                            "openai",
                            "https://api.example.com/v1",
                            List.of("big", "small"),
                            new KeyReference.Variable("CLOUD_KEY"),
                            new Allowance(8, 500, 30_000, new BigDecimal("0.15"), new BigDecimal("0.600"), "EUR")),
                    new Endpoint("Here", "ollama", "http://localhost:11434", List.of(), null)));

    @TempDir
    Path folder;

    @Test
    void every_setting_survives_saving_and_loading() {
        new SettingsFile(folder).save(EVERYTHING);
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        assertThat(loaded.settings()).isEqualTo(EVERYTHING);
        assertThat(loaded.messages()).isEmpty();
    }

    @Test
    void a_first_start_has_defaults_and_writes_nothing() throws IOException {
        SettingsFile.Loaded loaded = new SettingsFile(folder.resolve("not-there")).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.messages()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void values_out_of_range_are_corrected_and_reported() throws IOException {
        Files.writeString(folder.resolve("settings.json"), """
                {"theme": "purple", "textScale": 900, "language": "tlh", "autoAdvance": "perhaps", "annotator": 7, "blind": "maybe"}
                """);
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        assertThat(loaded.settings())
                .isEqualTo(Settings.DEFAULT.withAppearance(new Appearance(Theme.SYSTEM, 200, "system")));
        assertThat(loaded.messages()).hasSize(6).anyMatch(m -> m.contains("textScale") && m.contains("200"));
    }

    @Test
    void unknown_keys_are_kept() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"fromTheFuture\": {\"a\": [1, 2]}, \"theme\": \"light\"}");
        SettingsFile file = new SettingsFile(folder);
        Settings loaded = file.load().settings();
        file.save(loaded.withHintDismissed(true));
        assertThat(Files.readString(path))
                .contains("fromTheFuture", "\"theme\" : \"light\"", "\"hintDismissed\" : true");
    }

    @Test
    void a_server_from_before_limits_and_prices_has_the_usual_ones() throws IOException {
        Files.writeString(folder.resolve("settings.json"), """
                {"endpoints": [{"name": "Here", "dialect": "openai", "address": "http://localhost:1234/v1", "models": ["m"]}]}
                """);
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();
        assertThat(loaded.messages()).isEmpty();
        assertThat(loaded.settings().endpoints())
                .containsExactly(new Endpoint("Here", "openai", "http://localhost:1234/v1", List.of("m"), null));
        assertThat(loaded.settings().endpoints().getFirst().allowance()).isEqualTo(Allowance.USUAL);
    }

    @Test
    void limits_that_make_no_sense_are_left_out_and_reported_and_the_server_stays() throws IOException {
        for (String wrong : List.of(
                "\"parallel\": 65",
                "\"parallel\": \"many\"",
                "\"requestsPerMinute\": 0",
                "\"tokensPerMinute\": 1.5",
                "\"priceIn\": \"1\"",
                "\"priceIn\": -1, \"priceOut\": 1",
                "\"priceIn\": \"1e999999999\", \"priceOut\": 1",
                "\"currency\": \"gold\"")) {
            Files.writeString(
                    folder.resolve("settings.json"),
                    "{\"endpoints\": [{\"name\": \"Here\", \"address\": \"http://localhost\", " + wrong + "}]}");
            SettingsFile.Loaded loaded = new SettingsFile(folder).load();
            assertThat(loaded.settings().endpoints()).as(wrong).hasSize(1);
            assertThat(loaded.settings().endpoints().getFirst().allowance()).isEqualTo(Allowance.USUAL);
            assertThat(loaded.messages()).singleElement().asString().startsWith("The limits and prices of endpoint 1");
        }
    }

    @Test
    void what_a_newer_version_keeps_of_a_server_stays() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, """
                {"endpoints": [
                  {"name": "Here", "address": "http://localhost:1234/v1", "models": ["m"], "mood": {"a": 1}},
                  {"name": "Gone", "address": "http://localhost:9/v1", "models": [], "mood": "blue"}]}
                """);
        SettingsFile file = new SettingsFile(folder);
        Settings loaded = file.load().settings();
        file.save(loaded.withEndpoints(List.of(loaded.endpoints().getFirst().withModels(List.of("m", "n")))));
        assertThat(Files.readString(path)).contains("\"mood\" : {", "\"n\"").doesNotContain("Gone", "blue");
    }

    @Test
    void an_unreadable_file_is_set_aside_and_never_replaced_silently() throws IOException {
        Path path = folder.resolve("settings.json");
        for (String broken : List.of("{\"theme\": ", "[]", "")) {
            Files.writeString(path, broken);
            SettingsFile.Loaded loaded = new SettingsFile(folder).load();
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(loaded.messages()).singleElement().asString().contains("set aside as settings.json.broken");
            assertThat(path).doesNotExist();
        }
        assertThat(folder.resolve("settings.json.broken")).hasContent("{\"theme\": ");
        assertThat(folder.resolve("settings.json.broken-2")).hasContent("[]");
        assertThat(folder.resolve("settings.json.broken-3")).hasContent("");
    }

    @Test
    void a_file_that_can_neither_be_read_nor_set_aside_is_not_written_over() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.createDirectory(path);
        SettingsFile file = new SettingsFile(folder);
        assertThat(file.load().messages()).singleElement().asString().contains("will not be written over");
        assertThatThrownBy(() -> file.save(EVERYTHING)).isInstanceOf(SettingsException.class);
        assertThat(path).isDirectory();
    }

    @Test
    void a_folder_that_cannot_be_made_gives_one_sentence_and_leaves_nothing() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way");
        SettingsFile file = new SettingsFile(blocked.resolve("below"));
        assertThatThrownBy(() -> file.save(EVERYTHING))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The settings could not be saved in ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(blocked);
        }
    }

    @Test
    void many_changes_are_written_once_and_closing_writes_the_last() throws IOException {
        List<String> problems = new CopyOnWriteArrayList<>();
        SettingsFile file = new SettingsFile(folder);
        try (SettingsWriter writer = new SettingsWriter(file, Duration.ofMinutes(5), problems::add)) {
            for (int scale = 80; scale <= 200; scale++) {
                writer.save(EVERYTHING.withAppearance(new Appearance(Theme.LIGHT, scale, "en")));
            }
            assertThat(folder).isEmptyDirectory();
        }
        assertThat(new SettingsFile(folder).load().settings().appearance().textScale())
                .isEqualTo(200);
        assertThat(problems).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file.path());
        }
    }

    @Test
    void a_quiet_moment_is_enough_to_be_saved() throws InterruptedException {
        SettingsFile file = new SettingsFile(folder);
        try (SettingsWriter writer = new SettingsWriter(file, Duration.ofMillis(10), problem -> {})) {
            writer.save(EVERYTHING);
            for (int i = 0; i < 500 && !Files.exists(file.path()); i++) {
                Thread.sleep(10);
            }
            assertThat(new SettingsFile(folder).load().settings()).isEqualTo(EVERYTHING);
        }
    }

    @Test
    void a_failed_save_is_reported_and_the_next_change_tries_again() throws IOException, InterruptedException {
        Path blocked = folder.resolve("home");
        Files.writeString(blocked, "in the way");
        List<String> problems = new CopyOnWriteArrayList<>();
        SettingsFile file = new SettingsFile(blocked);
        try (SettingsWriter writer = new SettingsWriter(file, Duration.ofMillis(1), problems::add)) {
            writer.save(EVERYTHING);
            for (int i = 0; i < 500 && problems.isEmpty(); i++) {
                Thread.sleep(10);
            }
            Files.delete(blocked);
            writer.save(EVERYTHING);
        }
        assertThat(problems).singleElement().asString().contains("could not be saved");
        assertThat(new SettingsFile(blocked).load().settings()).isEqualTo(EVERYTHING);
    }

    @Test
    void a_password_in_the_last_session_is_taken_out() {
        assertThat(Settings.DEFAULT
                        .withLastSession("postgresql://ada:se:cr@et@db.example.org/study")
                        .lastSession())
                .isEqualTo("postgresql://ada@db.example.org/study");
        assertThat(Settings.DEFAULT
                        .withLastSession("postgresql://db/study?user=ada&password=secret")
                        .lastSession())
                .isEqualTo("postgresql://db/study?user=ada&");
        assertThat(Settings.DEFAULT.withLastSession("C:\\sessions\\a@b.db").lastSession())
                .isEqualTo("C:\\sessions\\a@b.db");
    }
}
