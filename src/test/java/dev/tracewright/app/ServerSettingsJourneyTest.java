package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.llm.Dialect;
import dev.tracewright.settings.Allowance;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person sets servers of models up, tries them out and changes their limits. */
class ServerSettingsJourneyTest {
    private static final String ANSWER = """
            {"type":"message","content":[{"type":"text","text":"ready"}],"stop_reason":"end_turn",
             "usage":{"input_tokens":1000,"output_tokens":500}}""";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private WindowHarness window;

    @BeforeEach
    void open_the_settings() throws IOException {
        server.start();
        window = WindowHarness.open(folder);
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.until("the settings are shown", () -> window.shows("settings"));
    }

    @AfterEach
    void close() {
        window.close();
        server.close();
    }

    @Test
    void a_server_is_tried_out_before_it_is_kept_and_again_from_its_card() throws Exception {
        window.click("add-endpoint");
        window.until("the form is open", () -> window.shows("endpoint-form"));
        speak(Dialect.ANTHROPIC);
        assertThat(written("endpoint-address")).isEqualTo("https://api.anthropic.com/v1");
        write("endpoint-name", "Made");
        write("endpoint-address", server.url("/v1").toString());
        write("endpoint-models", "claude-made");
        write("endpoint-requests", "50");
        write("endpoint-price-in", "2");
        write("endpoint-price-out", "10");
        press("endpoint-key-typed");
        write("endpoint-key", "sk-made");

        server.enqueue(new MockResponse.Builder().body(ANSWER).build());
        press("endpoint-test");
        window.until("the answer is shown", () -> window.shows("trial-answer"));
        assertThat(window.text("trial-answer")).contains("“ready”");
        assertThat(shownTexts())
                .anyMatch(text -> text.contains("1,000 tokens in, 500 out") && text.contains("cost 0.007 USD"))
                .anyMatch(text -> text.contains("has no seed"));
        assertThat(Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("x-api-key"))
                .isEqualTo("sk-made");
        assertThat(endpoints()).as("nothing is kept before the person says so").isEmpty();

        press("endpoint-save");
        window.until("the form is closed", () -> !window.shows("endpoint-form"));
        assertThat(endpoints())
                .containsExactly(new Endpoint(
                        "Made",
                        "anthropic",
                        server.url("/v1").toString(),
                        List.of("claude-made"),
                        null,
                        new Allowance(null, 50, null, new BigDecimal("2"), new BigDecimal("10"), "USD")));

        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body(
                        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"This key has expired.\"}}")
                .build());
        press("test-server");
        window.until("the refusal is shown", () -> window.shows("trial-failed"));
        assertThat(window.text("trial-failed"))
                .contains("This key has expired.")
                .doesNotContain("sk-made");
    }

    @Test
    void a_key_is_kept_in_the_systems_keychain_and_sent_from_there() throws Exception {
        window.click("add-endpoint");
        window.until("the form is open", () -> window.shows("endpoint-form"));
        write("endpoint-name", "Made");
        write("endpoint-address", server.url("/v1").toString());
        write("endpoint-models", "owl");
        press("endpoint-key-kept");
        write("endpoint-key-kept-value", "sk-kept");
        window.keychain.lock(true);
        press("endpoint-save");
        window.until("the reason is said", () -> window.text("endpoint-fault").contains("locked"));
        assertThat(endpoints()).isEmpty();
        window.keychain.lock(false);
        press("endpoint-save");
        window.until("the form is closed", () -> !window.shows("endpoint-form"));
        assertThat(endpoints().getFirst().key()).hasToString("keychain");
        assertThat(window.kept.toString()).doesNotContain("sk-kept");

        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"error\":\"expired\"}")
                .build());
        press("test-server");
        window.until("the refusal is shown", () -> window.shows("trial-failed"));
        assertThat(Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("Authorization"))
                .isEqualTo("Bearer sk-kept");
    }

    @Test
    void a_test_that_takes_long_is_stopped() {
        keep(Dialect.OLLAMA);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        press("test-server");
        window.until("it is being asked", () -> window.shows("trial-stop"));
        press("trial-stop");
        window.until("it is stopped", () -> shownTexts().contains("Stopped."));
    }

    @Test
    void models_are_chosen_from_the_servers_list_and_limits_that_make_no_sense_are_said() {
        keep(Dialect.OLLAMA);
        press("change-server");
        window.until("the form is open", () -> window.shows("endpoint-form"));
        server.enqueue(new MockResponse.Builder()
                .body("{\"models\":[{\"name\":\"tiny:1b\"},{\"name\":\"big:70b\"}]}")
                .build());
        press("endpoint-models-ask");
        window.until("the list is shown", () -> window.shows("endpoint-models-offered"));
        window.until(
                "its lines are there",
                () -> on(() -> window.node("endpoint-models-offered").lookupAll(".check-box").stream()
                                .filter(WindowHarness::isShown)
                                .count())
                        >= 2);
        does(() -> window.node("endpoint-models-offered").lookupAll(".check-box").stream()
                .map(javafx.scene.control.CheckBox.class::cast)
                .filter(box -> ((javafx.scene.control.ListCell<?>) box.getParent())
                        .getText()
                        .equals("big:70b"))
                .forEach(box -> box.fire()));
        assertThat(written("endpoint-models")).isEqualTo("made, big:70b");
        write("endpoint-parallel", "65");
        press("endpoint-save");
        window.until("the fault is said", () -> window.text("endpoint-fault").contains("1 to 64"));
        write("endpoint-parallel", "2");
        press("endpoint-save");
        window.until("the form is closed", () -> !window.shows("endpoint-form"));
        assertThat(endpoints().getFirst().models()).containsExactly("made", "big:70b");
        assertThat(endpoints().getFirst().allowance().parallel()).isEqualTo(2);
    }

    @Test
    void a_model_is_fetched_by_ollama_and_offered() {
        keep(Dialect.OLLAMA);
        press("download-model");
        window.until("the line is there", () -> window.shows("download-name"));
        write("download-name", "tiny:1b");
        server.enqueue(new MockResponse.Builder()
                .body("{\"status\":\"pulling manifest\"}\n{\"status\":\"success\"}\n")
                .build());
        window.press(KeyCode.ENTER);
        window.until(
                "the model is offered", () -> endpoints().getFirst().models().contains("tiny:1b"));
        window.until("it is said", () -> window.text("settings-said").contains("tiny:1b"));
    }

    @Test
    void a_download_goes_on_while_another_server_is_changed_and_removed_and_brought_back() {
        keep(Dialect.OLLAMA);
        Endpoint other = new Endpoint("Other", "openai", "http://127.0.0.1:9/v1", List.of("m"), null);
        press("download-model");
        window.until("the line is there", () -> window.shows("download-name"));
        write("download-name", "big:70b");
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        window.press(KeyCode.ENTER);
        window.until("it is under way", () -> window.shows("download-stop"));
        does(() -> window.built().preferences().endpoints().addFirst(other));
        window.until("both are shown", () -> cards() == 2);
        press("change-server");
        window.until("the form is open", () -> window.shows("endpoint-form"));
        write("endpoint-name", "Changed");
        press("endpoint-save");
        window.until("the form is closed", () -> !window.shows("endpoint-form"));
        press("remove-server");
        window.until("one is left", () -> cards() == 1);
        assertThat(window.text("settings-said")).contains("Changed");
        press("undo-remove");
        window.until("it is back", () -> cards() == 2);
        assertThat(endpoints()).extracting(Endpoint::name).containsExactly("Changed", "Made");
        assertThat(window.shows("download-stop")).isTrue();
    }

    private int cards() {
        return on(() -> window.node("settings").lookupAll("#change-server").size());
    }

    private void keep(Dialect dialect) {
        Endpoint made = new Endpoint("Made", dialect.key(), server.url("/").toString(), List.of("made"), null);
        does(() -> window.built().preferences().endpoints().setAll(List.of(made)));
        window.until("its card is shown", () -> window.shows("test-server"));
    }

    @SuppressWarnings("unchecked")
    private void speak(Dialect dialect) {
        does(() -> {
            var box = (ComboBox<Object>) window.node("endpoint-dialect");
            String word = Texts.of("settings.dialect." + dialect.key());
            box.getItems().stream()
                    .filter(item -> item.toString().equals(word))
                    .findFirst()
                    .ifPresent(box::setValue);
        });
    }

    private void write(String field, String text) {
        does(() -> {
            TextField box = (TextField) window.node(field);
            box.requestFocus();
            box.setText(text);
        });
    }

    private String written(String field) {
        return on(() -> ((TextField) window.node(field)).getText());
    }

    private void press(String button) {
        does(() -> ((javafx.scene.control.ButtonBase) window.node(button)).fire());
    }

    private List<String> shownTexts() {
        return on(() -> window.node("settings").lookupAll(".label").stream()
                .filter(WindowHarness::isShown)
                .map(label -> ((javafx.scene.control.Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    private List<Endpoint> endpoints() {
        return on(() -> List.copyOf(window.built().preferences().endpoints()));
    }
}
