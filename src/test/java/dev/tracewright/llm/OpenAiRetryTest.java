package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.ModelException.Kind;
import dev.tracewright.trace.FinishReason;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenAiRetryTest extends WithServer {
    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 529})
    void a_passing_error_is_retried_and_recorded(int status) throws Exception {
        enqueue(status, "{\"error\":{\"message\":\"later\"}}");
        stream(piece("4"), DONE);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.attempts()).extracting(Attempt::status).containsExactly(status, 200);
        assertThat(reply.attempts().getFirst().problem()).isEqualTo("HTTP " + status + ": later");
        assertThat(heard.failed).containsExactly(reply.attempts().getFirst());
        assertThat(time.pauses).containsExactly(500L);
    }

    @ParameterizedTest
    @CsvSource({
        "400,REFUSED",
        "401,UNAUTHORISED",
        "402,QUOTA",
        "403,UNAUTHORISED",
        "404,REFUSED",
        "422,REFUSED",
        "418,REFUSED"
    })
    void a_lasting_error_stops_at_once_with_the_servers_words(int status, Kind kind) {
        enqueue(status, "{\"error\":{\"message\":\"we do not do that\"}}");
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e)
                .hasMessageContaining("Test (http://")
                .hasMessageEndingWith("HTTP " + status + ": we do not do that");
        assertThat(e.attempts()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_empty_account_is_not_asked_again() {
        enqueue(429, "{\"error\":{\"message\":\"You exceeded your quota\",\"code\":\"insufficient_quota\"}}");
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.QUOTA);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void it_gives_up_after_six_tries() {
        for (int i = 0; i < 7; i++) {
            enqueue(503, "Loading model");
        }
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(e).hasMessageContaining("(6 tries)").hasMessageEndingWith("Loading model");
        assertThat(e.attempts()).hasSize(6);
        assertThat(server.getRequestCount()).isEqualTo(6);
        assertThat(time.pauses).containsExactly(500L, 1000L, 2000L, 4000L, 8000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void nothing_below_sends_a_paid_request_again(int status) {
        for (int i = 0; i < 12; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Retry-After", "0")
                    .build());
        }
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.attempts()).hasSize(6);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void the_server_says_how_long_to_wait() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "20")
                .build());
        stream(piece("4"), DONE);
        ask();
        assertThat(time.pauses).containsExactly(20_000L);
    }

    @Test
    void too_many_calls_pause_the_whole_endpoint() throws Exception {
        EndpointConnection connection = new EndpointConnection(endpoint(LIMITS), time);
        ChatModel limited = connection.model("a");
        ChatModel other = connection.model("b");
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .body("slow down")
                .build());
        ModelException first = catchThrowableOfType(
                ModelException.class, () -> limited.ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(first.kind()).isEqualTo(Kind.RATE_LIMITED);
        ModelException second = catchThrowableOfType(
                ModelException.class, () -> other.ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(second.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(second.attempts()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);

        time.pause(3_600_000 - 5_000, new Cancellation());
        stream(piece("4"), DONE);
        assertThat(other.ask(ChatRequest.of("x"), heard, new Cancellation()).output())
                .isEqualTo("4");
        assertThat(time.pauses).endsWith(5_000L);
    }

    @Test
    void a_stream_that_ends_before_its_first_word_is_retried() throws Exception {
        stream(": hello\n\n");
        stream(data("{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}"));
        stream(piece("4"), DONE);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.attempts()).hasSize(3);
    }

    @Test
    void silence_before_the_first_piece_is_retried() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        stream(piece("4"), DONE);
        CallLimits impatient = new CallLimits(Duration.ofSeconds(2), Duration.ofMillis(150), Duration.ofMinutes(1));
        ChatReply reply = model(impatient).ask(ChatRequest.of("x"), heard, new Cancellation());
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.attempts().getFirst().problem()).isEqualTo("nothing came for 150 ms");
        assertThat(reply.attempts().getFirst().status()).isZero();
    }

    @Test
    void the_ceiling_ends_a_call_that_never_ends() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CallLimits low = new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(200));
        ModelException e = catchThrowableOfType(
                ModelException.class, () -> model(low).ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(e).hasMessageEndingWith("no answer within 200 ms");
        assertThat(e.attempts()).hasSize(1);
    }

    @Test
    void a_wait_longer_than_the_ceiling_is_not_begun() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "601")
                .build());
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void an_unreachable_server_is_named() {
        server.close();
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e.attempts())
                .hasSize(6)
                .allSatisfy(attempt -> assertThat(attempt.status()).isZero());
        assertThat(e).hasMessageStartingWith("Test (http://").hasMessageContaining("cannot be reached");
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", server.url("/elsewhere").toString())
                .build());
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e).hasMessageContaining("/elsewhere");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_refused_parameter_is_left_out_and_noted_also_next_time() throws Exception {
        enqueue(400, "{\"error\":{\"message\":\"Unsupported value\",\"param\":\"temperature\"}}");
        stream(piece("4"), DONE);
        stream(piece("5"), DONE);
        ChatModel model = model();
        ChatRequest request = new ChatRequest(null, "x", 0.0, null, null, 7L, List.of());
        ChatReply reply = model.ask(request, heard, new Cancellation());
        assertThat(reply.notes()).containsExactly("The server refused temperature = 0.0; asked without it.");
        assertThat(reply.attempts()).extracting(Attempt::status).containsExactly(400, 200);
        assertThat(sentBody().has("temperature")).isTrue();
        JsonNode second = sentBody();
        assertThat(second.has("temperature")).isFalse();
        assertThat(second.path("seed").asInt()).isEqualTo(7);
        ChatReply next = model.ask(request, heard, new Cancellation());
        assertThat(next.attempts()).hasSize(1);
        assertThat(next.notes()).isEqualTo(reply.notes());
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void only_the_refused_value_of_a_parameter_is_left_out() throws Exception {
        enqueue(400, "temperature must be at most 1");
        stream(piece("4"), DONE);
        stream(piece("5"), DONE);
        ChatModel model = model();
        model.ask(new ChatRequest(null, "x", 1.5, null, null, null, List.of()), heard, new Cancellation());
        ChatReply cool =
                model.ask(new ChatRequest(null, "x", 0.5, null, null, null, List.of()), heard, new Cancellation());
        assertThat(cool.notes()).isEmpty();
        server.takeRequest();
        server.takeRequest();
        assertThat(sentBody().path("temperature").asDouble()).isEqualTo(0.5);
    }

    @Test
    void the_output_limit_is_sent_under_its_other_name_when_refused() throws Exception {
        enqueue(
                400,
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                        + " 'max_completion_tokens' instead.\",\"param\":\"max_tokens\"}}");
        stream(piece("4"), DONE);
        ChatReply reply =
                model().ask(new ChatRequest(null, "x", null, null, 9, null, List.of()), heard, new Cancellation());
        assertThat(reply.notes()).containsExactly("The server takes the output limit as max_completion_tokens.");
        assertThat(sentBody().path("max_tokens").asInt()).isEqualTo(9);
        JsonNode second = sentBody();
        assertThat(second.has("max_tokens")).isFalse();
        assertThat(second.path("max_completion_tokens").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"error\":{\"message\":\"unknown field 'stop'\"}} | stop",
                "{\"detail\":[{\"loc\":[\"body\",\"seed\"],\"msg\":\"extra fields not permitted\"}]} | seed",
                "{\"error\":\"stream_options is not allowed\"} | stream_options",
                "{\"error\":\"top_p unsupported\"} | top_p"
            })
    void each_of_the_other_parameters_can_be_left_out(String refusal, String parameter) throws Exception {
        enqueue(422, refusal);
        stream(piece("4"), DONE);
        ChatReply reply =
                model().ask(new ChatRequest(null, "x", 0.1, 0.9, 9, 7L, List.of("END")), heard, new Cancellation());
        assertThat(reply.notes()).singleElement().asString().contains(parameter);
        JsonNode first = sentBody();
        JsonNode second = sentBody();
        assertThat(first.has(parameter)).isTrue();
        assertThat(second.has(parameter)).isFalse();
        assertThat(second.size()).isEqualTo(first.size() - 1);
    }

    @Test
    void a_limit_that_is_refused_under_both_names_stops() {
        enqueue(400, "max_tokens is too large");
        enqueue(400, "max_completion_tokens is too large");
        ModelException e = catchThrowableOfType(
                ModelException.class,
                () -> model().ask(
                                new ChatRequest(null, "x", null, null, 9, null, List.of()), heard, new Cancellation()));
        assertThat(e).hasMessageEndingWith("max_completion_tokens is too large");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_prompt_that_is_too_long_is_not_sent_again_even_when_the_server_names_a_parameter() {
        enqueue(400, "max_tokens is too large: maximum context length is 4096 tokens");
        ModelException e = catchThrowableOfType(
                ModelException.class,
                () -> model().ask(
                                new ChatRequest(null, "x", null, null, 9, null, List.of()), heard, new Cancellation()));
        assertThat(e.kind()).isEqualTo(Kind.CONTEXT_TOO_LONG);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void cancelling_a_wait_for_a_retry_ends_the_call() throws Exception {
        enqueue(503, "later");
        Cancellation cancellation = new Cancellation();
        time.whilePaused = cancellation::cancel;
        ChatReply reply = model().ask(ChatRequest.of("x"), heard, cancellation);
        assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(reply.output()).isEmpty();
        assertThat(reply.attempts()).extracting(Attempt::status).containsExactly(503);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_call_that_was_cancelled_beforehand_sends_nothing() throws Exception {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        ChatReply reply = model().ask(ChatRequest.of("x"), heard, cancellation);
        assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(reply.attempts()).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_server_that_wants_a_key_where_none_is_set_is_said_so() {
        enqueue(401, "who are you");
        Endpoint open = Endpoint.local("Test", server.url("/").toString(), "m");
        ModelException e = catchThrowableOfType(
                ModelException.class,
                () -> new EndpointConnection(open, time).model("").ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(e).hasMessageContaining("wants a key").hasMessageEndingWith("who are you");
    }
}
