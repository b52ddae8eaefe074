package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.ModelException.Kind;
import dev.tracewright.trace.FinishReason;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OllamaTest extends WithServer {
    private static final String LAST =
            "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
                    + "\"prompt_eval_count\":26,\"eval_count\":5}\n";

    @Override
    ChatModel model(CallLimits limits) {
        return new EndpointConnection(endpoint(Dialect.OLLAMA, limits), time).model("");
    }

    @Test
    void lines_become_a_reply() throws Exception {
        lines(said("The answer "), said("is 4."), LAST);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("The answer is 4.");
        assertThat(reply.reasoning()).isNull();
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.notes()).isEmpty();
        assertThat(reply.attempts()).containsExactly(new Attempt(FakeTime.EPOCH, 0, 200, null, 26, 5));
        assertThat(heard.output).containsExactly("The answer ", "is 4.");
    }

    @Test
    void the_request_carries_every_setting_and_forbids_cutting() throws Exception {
        lines(LAST);
        lines(said("x"), LAST);
        ChatRequest request = new ChatRequest("Be brief.", "2 + 2?", 0.0, 0.9, 50, 7L, List.of("END"), 8192);
        model().ask(request, heard, new Cancellation());
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/api/chat");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(JsonMapper.shared().readTree(sent.getBody().utf8()))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"2 + 2?"}],
                 "stream":true,"truncate":false,"shift":false,
                 "options":{"temperature":0.0,"top_p":0.9,"num_predict":50,"seed":7,"stop":["END"],"num_ctx":8192}}"""));
        ask();
        assertThat(sentBody().propertyNames())
                .containsExactlyInAnyOrder("model", "messages", "stream", "truncate", "shift");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void network_chunks_may_cut_lines_and_characters_anywhere(int size) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(said("鸡有 ") + said("🐔 23 只") + LAST, size)
                .build());
        assertThat(ask().output()).isEqualTo("鸡有 🐔 23 只");
    }

    @Test
    void thinking_in_a_field_of_its_own_is_kept_apart() throws Exception {
        lines(
                "{\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"two and \"},\"done\":false}\n",
                "{\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"two\"},\"done\":false}\n",
                said("4"),
                LAST);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(heard.reasoning).containsExactly("two and ", "two");
    }

    @Test
    void think_tags_that_straddle_lines_are_kept_apart() throws Exception {
        lines(said("<th"), said("ink>two</thi"), said("nk>4"), LAST);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource({"stop,STOP", "length,LENGTH", "load,UNKNOWN"})
    void the_reason_says_how_it_ended(String reason, FinishReason finish) throws Exception {
        lines(said("4"), LAST.replace("\"stop\"", "\"" + reason + "\""));
        assertThat(ask().finish()).isEqualTo(finish);
    }

    @Test
    void a_server_from_before_reasons_ends_with_done() throws Exception {
        lines(said("4"), "{\"message\":{\"content\":\"\"},\"done\":true}\n");
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.outputTokens()).isNull();
    }

    @Test
    void a_stream_without_done_is_truncated() throws Exception {
        lines(said("The answer is"), "{\"message\":{\"cont");
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer is");
    }

    @Test
    void a_stream_cut_in_its_first_line_is_asked_again() throws Exception {
        lines("{\"model\":\"m\",\"mess");
        lines(said("4"), LAST);
        assertThat(ask().attempts()).hasSize(2);
    }

    @Test
    void an_error_in_mid_stream_keeps_what_had_come() throws Exception {
        lines(said("The answer"), "{\"error\":\"an error was encountered while running the model\"}\n");
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer");
        assertThat(reply.notes()).singleElement().asString().contains("an error was encountered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"error\":\"no such thing\"}", "{\n  \"error\": {\n    \"message\": \"no such thing\"\n  }\n}"
            })
    void an_error_under_status_200_is_an_error(String body) {
        enqueue(200, body);
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e).hasMessageEndingWith(": no such thing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\":\"model 'm' not found\"} | UNKNOWN_MODEL",
                "400 | {\"error\":\"the input length exceeds the context length\"} | CONTEXT_TOO_LONG",
                "200 | {\"error\":\"the input length exceeds the context length\"} | CONTEXT_TOO_LONG",
                "401 | {\"error\":\"unauthorized\"} | UNAUTHORISED"
            })
    void a_refusal_stops_at_once_in_the_servers_words(int status, String body, Kind kind) {
        enqueue(status, body);
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.attempts()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>gateway</html>",
                "Ollama is running",
                "{\"hello\":\"world\"}\n{broken\n{x\n",
                "{\n\"a\":1\n}"
            })
    void what_is_no_answer_is_called_nonsense(String body) {
        enqueue(200, body);
        assertThat(catchThrowableOfType(ModelException.class, this::ask).kind()).isEqualTo(Kind.NONSENSE);
    }

    @Test
    void a_refused_option_is_left_out_and_recorded() throws Exception {
        enqueue(400, "{\"error\":\"option \\\"temperature\\\" must be of type float32\"}");
        lines(said("4"), LAST);
        ChatReply reply =
                model().ask(new ChatRequest(null, "x", 0.5, null, null, 7L, List.of()), heard, new Cancellation());
        assertThat(reply.notes()).containsExactly("The server refused temperature = 0.5; asked without it.");
        sentBody();
        JsonNode options = sentBody().path("options");
        assertThat(options.has("temperature")).isFalse();
        assertThat(options.path("seed").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"64,stop,may have been cut", "90,length,"})
    void an_old_server_that_cut_the_prompt_is_found_out_by_its_count(int context, String reason, String note)
            throws Exception {
        lines(
                said("4"),
                "{\"done\":true,\"done_reason\":\"" + reason
                        + "\",\"prompt_eval_count\":64,\"eval_count\":20,\"message\":{}}\n");
        ChatReply reply = model().ask(
                        new ChatRequest(null, "x", null, null, null, null, List.of(), context),
                        heard,
                        new Cancellation());
        if (note == null) {
            assertThat(reply.notes()).isEmpty();
        } else {
            assertThat(reply.notes()).singleElement().asString().contains(note);
        }
    }

    @Test
    void a_full_context_is_named_as_the_reason_of_the_end() throws Exception {
        lines(
                said("4"),
                "{\"done\":true,\"done_reason\":\"length\",\"prompt_eval_count\":64,\"eval_count\":64,\"message\":{}}\n");
        ChatReply reply = model().ask(
                        new ChatRequest(null, "x", null, null, null, null, List.of(), 128), heard, new Cancellation());
        assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.notes()).containsExactly("The output ended because the context of 128 tokens was full.");
    }

    private void lines(String... lines) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/x-ndjson")
                .body(String.join("", lines))
                .build());
    }

    private static String said(String text) {
        return "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":"
                + JsonMapper.shared().writeValueAsString(text) + "},\"done\":false}\n";
    }
}
