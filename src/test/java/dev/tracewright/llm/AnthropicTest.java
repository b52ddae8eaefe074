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
import tools.jackson.databind.json.JsonMapper;

class AnthropicTest extends WithServer {
    private static final String START = event(
            "message_start",
            "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"stop_reason\":null,"
                    + "\"usage\":{\"input_tokens\":25,\"cache_read_input_tokens\":4,\"output_tokens\":1}}");
    private static final String BLOCK =
            event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
    private static final String STOP = event("message_stop", "\"x\":0");

    @Override
    ChatModel model(CallLimits limits) {
        return new EndpointConnection(endpoint(Dialect.ANTHROPIC, limits), time).model("");
    }

    private ChatReply ask(ChatRequest request) throws ModelException {
        return model().ask(request, heard, new Cancellation());
    }

    @Test
    void events_become_a_reply() throws Exception {
        stream(START, BLOCK, event("ping", "\"x\":0"), said("The answer "), said("is 4."), ended("end_turn", 15), STOP);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("The answer is 4.");
        assertThat(reply.reasoning()).isNull();
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.attempts()).containsExactly(new Attempt(FakeTime.EPOCH, 0, 200, null, 29, 15));
        assertThat(heard.output).containsExactly("The answer ", "is 4.");
    }

    @Test
    void the_request_has_the_dialects_headers_and_body() throws Exception {
        stream(START, said("x"), ended("end_turn", 1), STOP);
        ChatReply reply = ask(new ChatRequest("Be brief.", "2 + 2?", 0.0, 0.9, 50, 7L, List.of("END"), 8192));
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/v1/messages");
        assertThat(sent.getHeaders().get("x-api-key")).isEqualTo(KEY);
        assertThat(sent.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(sent.getHeaders().get("Authorization")).isNull();
        assertThat(JsonMapper.shared().readTree(sent.getBody().utf8()))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"model":"m","system":"Be brief.","messages":[{"role":"user","content":"2 + 2?"}],"stream":true,
                 "max_tokens":50,"temperature":0.0,"top_p":0.9,"stop_sequences":["END"]}"""));
        assertThat(reply.notes())
                .containsExactly(
                        "The Anthropic dialect has no seed; seed = 7 was not sent.",
                        "The Anthropic dialect cannot set the context length; context = 8192 was not sent.");
    }

    @Test
    void the_obligatory_limit_is_sent_and_recorded_where_none_was_asked() throws Exception {
        stream(START, said("x"), ended("end_turn", 1), STOP);
        assertThat(ask().notes())
                .containsExactly("The Anthropic dialect wants an output limit; max_tokens = 4096 was sent.");
        assertThat(sentBody().path("max_tokens").asInt()).isEqualTo(4096);
    }

    @Test
    void thinking_blocks_are_kept_apart() throws Exception {
        stream(
                START,
                event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}"),
                delta("\"type\":\"thinking_delta\",\"thinking\":\"two and \""),
                delta("\"type\":\"thinking_delta\",\"thinking\":\"two\""),
                delta("\"type\":\"signature_delta\",\"signature\":\"EqQB\""),
                event("content_block_stop", "\"index\":0"),
                BLOCK,
                said("4"),
                ended("end_turn", 9),
                STOP);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(heard.reasoning).containsExactly("two and ", "two");
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn,STOP",
        "stop_sequence,STOP",
        "max_tokens,LENGTH",
        "model_context_window_exceeded,LENGTH",
        "refusal,TRUNCATED",
        "pause_turn,UNKNOWN"
    })
    void the_stop_reason_says_how_it_ended(String reason, FinishReason finish) throws Exception {
        stream(START, said("4"), ended(reason, 3), STOP);
        assertThat(ask().finish()).isEqualTo(finish);
    }

    @Test
    void a_stream_without_a_stop_reason_is_truncated_and_its_beginning_is_no_count() throws Exception {
        stream(START, BLOCK, said("The answer is"));
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.promptTokens()).isEqualTo(29);
        assertThat(reply.outputTokens()).isNull();
    }

    @Test
    void an_error_event_before_the_first_word_is_retried_when_it_may_pass() throws Exception {
        stream(START, event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}"));
        stream(START, event("error", "\"error\":{\"type\":\"api_error\",\"message\":\"Internal\"}"));
        stream(START, said("4"), ended("end_turn", 1), STOP);
        assertThat(ask().attempts()).extracting(Attempt::problem).containsExactly("Overloaded", "Internal", null);
    }

    @Test
    void an_error_event_in_mid_stream_keeps_what_had_come() throws Exception {
        stream(
                START,
                said("The answer"),
                event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}"));
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | invalid_request_error | prompt is too long: 200001 tokens > 200000 maximum | CONTEXT_TOO_LONG",
                "400 | invalid_request_error | Your credit balance is too low to access the Anthropic API. | QUOTA",
                "401 | authentication_error | invalid x-api-key | UNAUTHORISED",
                "403 | permission_error | not for your organization | UNAUTHORISED",
                "404 | not_found_error | model: claude-0 | UNKNOWN_MODEL",
                "413 | request_too_large | Request exceeds the maximum size | CONTEXT_TOO_LONG",
                "400 | invalid_request_error | max_tokens: 99 > 50, which is the maximum | REFUSED"
            })
    void a_lasting_error_stops_at_once_in_the_servers_words(int status, String type, String words, Kind kind) {
        enqueue(status, "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + words + "\"}}");
        ModelException e = catchThrowableOfType(
                ModelException.class, () -> ask(new ChatRequest(null, "x", null, null, 99, null, List.of())));
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e).hasMessageEndingWith(words);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void of_two_settings_that_exclude_each_other_the_first_is_kept() throws Exception {
        enqueue(
                400,
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
                        + "\"`temperature` and `top_p` cannot both be specified for this model. Please use only one.\"}}");
        stream(START, said("4"), ended("end_turn", 1), STOP);
        ChatReply reply = ask(new ChatRequest(null, "x", 0.2, 0.9, 10, null, List.of()));
        assertThat(reply.notes()).containsExactly("The server refused top_p = 0.9; asked without it.");
        sentBody();
        var second = sentBody();
        assertThat(second.path("temperature").asDouble()).isEqualTo(0.2);
        assertThat(second.has("top_p")).isFalse();
    }

    @Test
    void a_temperature_out_of_range_is_left_out_and_recorded() throws Exception {
        enqueue(
                400,
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"temperature: range: 0..1\"}}");
        stream(START, said("4"), ended("end_turn", 1), STOP);
        assertThat(ask(new ChatRequest(null, "x", 1.5, null, 10, null, List.of()))
                        .notes())
                .containsExactly("The server refused temperature = 1.5; asked without it.");
    }

    @Test
    void too_many_calls_wait_as_long_as_the_server_says() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("retry-after", "30")
                .body("{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow down\"}}")
                .build());
        stream(START, said("4"), ended("end_turn", 1), STOP);
        ask();
        assertThat(time.pauses.stream().mapToLong(Long::longValue).sum()).isEqualTo(30_000);
    }

    @Test
    void a_plain_answer_of_a_gateway_that_does_not_stream_is_taken() throws Exception {
        enqueue(200, """
                {"id":"msg_1","type":"message","role":"assistant","stop_reason":"max_tokens",
                 "content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"4"}],
                 "usage":{"input_tokens":3,"output_tokens":1}}""");
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("hm");
        assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.outputTokens()).isEqualTo(1);
    }

    @Test
    void what_is_no_answer_is_called_nonsense() {
        enqueue(200, "{\"choices\":[{\"message\":{\"content\":\"4\"}}]}");
        assertThat(catchThrowableOfType(ModelException.class, this::ask).kind()).isEqualTo(Kind.NONSENSE);
    }

    private static String said(String text) {
        return delta("\"type\":\"text_delta\",\"text\":" + JsonMapper.shared().writeValueAsString(text));
    }

    private static String delta(String fields) {
        return event("content_block_delta", "\"index\":0,\"delta\":{" + fields + "}");
    }

    private static String ended(String reason, int tokens) {
        return event(
                "message_delta",
                "\"delta\":{\"stop_reason\":\"" + reason + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":"
                        + tokens + "}");
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }
}
