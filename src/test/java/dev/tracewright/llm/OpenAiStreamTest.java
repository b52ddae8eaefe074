package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.ModelException.Kind;
import dev.tracewright.trace.FinishReason;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenAiStreamTest extends WithServer {
    @Test
    void a_stream_becomes_a_reply() throws Exception {
        stream(
                data("{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}"),
                piece("The answer "),
                piece("is 4."),
                finished("stop"),
                data("{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5}}"),
                DONE);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("The answer is 4.");
        assertThat(reply.reasoning()).isNull();
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.promptTokens()).isEqualTo(7);
        assertThat(reply.outputTokens()).isEqualTo(5);
        assertThat(reply.notes()).isEmpty();
        assertThat(reply.attempts()).containsExactly(new Attempt(FakeTime.EPOCH, 0, 200, null, 7, 5));
        assertThat(heard.output).containsExactly("The answer ", "is 4.");
    }

    @Test
    void the_request_carries_what_was_asked_and_the_key() throws Exception {
        stream(piece("x"), DONE);
        ChatRequest request = new ChatRequest("Be brief.", "2 + 2?", 0.0, 0.9, 50, 7L, List.of("\n\n"));
        model().ask(request, heard, new Cancellation());
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/v1/chat/completions");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        JsonNode body = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(sent.getBody().utf8());
        assertThat(body)
                .isEqualTo(tools.jackson.databind.json.JsonMapper.shared().readTree("""
                {"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"2 + 2?"}],
                 "stream":true,"stream_options":{"include_usage":true},"temperature":0.0,"top_p":0.9,"max_tokens":50,
                 "seed":7,"stop":["\\n\\n"]}"""));
    }

    @Test
    void nothing_is_sent_for_what_was_not_asked() throws Exception {
        stream(piece("x"), DONE);
        ask();
        assertThat(sentBody().propertyNames())
                .containsExactlyInAnyOrder("model", "messages", "stream", "stream_options");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void network_chunks_may_cut_lines_and_characters_anywhere(int size) throws Exception {
        String text = piece("鸡有 ") + piece("🐔 23 只") + finished("stop") + DONE;
        server.enqueue(new MockResponse.Builder().chunkedBody(text, size).build());
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("鸡有 🐔 23 只");
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void a_slow_stream_is_heard_piece_by_piece() throws Exception {
        String text = piece("slow") + piece("ly") + finished("stop") + DONE;
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(text, 16)
                .throttleBody(64, 20, TimeUnit.MILLISECONDS)
                .build());
        assertThat(ask().output()).isEqualTo("slowly");
        assertThat(heard.output).containsExactly("slow", "ly");
    }

    @ParameterizedTest
    @CsvSource({"stop,STOP", "length,LENGTH", "content_filter,TRUNCATED", "tool_calls,UNKNOWN"})
    void the_finish_reason_says_how_it_ended(String reason, FinishReason finish) throws Exception {
        stream(piece("4"), finished(reason), DONE);
        assertThat(ask().finish()).isEqualTo(finish);
    }

    @Test
    void a_finish_reason_needs_no_terminator_and_a_terminator_no_finish_reason() throws Exception {
        stream(piece("4"), finished("stop"));
        stream(piece("4"), DONE);
        assertThat(ask().finish()).isEqualTo(FinishReason.STOP);
        assertThat(ask().finish()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void a_stream_that_ends_with_neither_is_truncated() throws Exception {
        stream(piece("The answer is"));
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer is");
        assertThat(reply.attempts().getLast().problem()).contains("without a finish reason");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_stream_cut_inside_an_event_is_truncated() throws Exception {
        stream(piece("The answer is"), "data: {\"choices\":[{\"delta\":{\"cont");
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning", "reasoning_content"})
    void reasoning_in_a_field_of_its_own_is_kept_apart(String field) throws Exception {
        stream(
                data("{\"choices\":[{\"delta\":{\"" + field + "\":\"two and \",\"content\":null}}]}"),
                data("{\"choices\":[{\"delta\":{\"" + field + "\":\"two\"}}]}"),
                piece("4"),
                finished("stop"),
                DONE);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(heard.reasoning).containsExactly("two and ", "two");
        assertThat(heard.output).containsExactly("4");
    }

    @Test
    void think_tags_that_straddle_pieces_are_kept_apart() throws Exception {
        stream(piece("<th"), piece("ink>two and two</"), piece("think>"), piece("4"), finished("stop"), DONE);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(String.join("", heard.reasoning)).isEqualTo("two and two");
        assertThat(String.join("", heard.output)).isEqualTo("4");
    }

    @Test
    void reasoning_whose_opening_tag_the_template_wrote_is_no_answer() throws Exception {
        stream(piece("two and two is 5, no</th"), piece("ink>4"), finished("stop"), DONE);
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("two and two is 5, no");
        assertThat(reply.notes()).singleElement().asString().contains("</think>");
    }

    @Test
    void text_held_back_as_a_possible_tag_is_not_lost_when_the_stream_is_cut() throws Exception {
        stream(piece("a <thi"));
        assertThat(ask().output()).isEqualTo("a <thi");
    }

    @Test
    void a_plain_answer_of_a_server_that_does_not_stream_is_taken() throws Exception {
        enqueue(200, """
                {"id":"1","choices":[{"index":0,"message":{"role":"assistant","content":"<think>hm</think>4"},
                 "finish_reason":"length"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}""");
        ChatReply reply = ask();
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.reasoning()).isEqualTo("hm");
        assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.outputTokens()).isEqualTo(1);
    }

    @Test
    void content_parts_are_joined_and_other_choices_ignored() throws Exception {
        stream(
                data("{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}},"
                        + "{\"index\":0,\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"4\"}]}}]}"),
                finished("stop"));
        assertThat(ask().output()).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>\u0007Please <b>log in</b></body></html>",
                "Welcome to the hotel",
                "{\"hello\":\"world\"}",
                "{broken",
                "data: no json\n\n"
            })
    void what_is_no_answer_is_called_nonsense_with_a_safe_excerpt(String body) {
        enqueue(200, body);
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.NONSENSE);
        assertThat(e.getMessage()).doesNotContain("\u0007").hasSizeLessThan(420);
        assertThat(e.getMessage()).contains(body.substring(0, 6).strip().replace("data:", "no"));
        assertThat(e.attempts()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"no such thing\"}",
                "{\"error\":{\"message\":\"no such thing\"}}",
                "{\"error\":[{\"message\":\"no such thing\"}]}",
                "data: {\"error\":{\"message\":\"no such thing\"}}\n\n",
                "event: error\ndata: {\"message\":\"no such thing\"}\n\n",
                ": wait\n\n{\"error\":\"no such thing\"}\n"
            })
    void an_error_under_status_200_is_an_error(String body) {
        enqueue(200, body);
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e).hasMessageEndingWith(": no such thing");
    }

    @Test
    void an_error_of_the_server_under_status_200_is_retried() throws Exception {
        stream(data("{\"error\":{\"code\":502,\"message\":\"upstream\"}}"));
        stream(piece("4"), DONE);
        assertThat(ask().attempts()).extracting(Attempt::problem).containsExactly("upstream", null);
    }

    @Test
    void nonsense_in_mid_stream_keeps_what_had_come() throws Exception {
        stream(piece("The answer"), "data: <html>bad gateway</html>\n\n");
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer");
        assertThat(reply.attempts().getLast().problem()).contains("bad gateway");
    }

    @Test
    void an_error_in_mid_stream_keeps_what_had_come() throws Exception {
        stream(piece("The answer"), data("{\"error\":{\"code\":500,\"message\":\"out of memory\"}}"), piece("x"), DONE);
        ChatReply reply = ask();
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer");
        assertThat(reply.attempts().getLast().problem()).isEqualTo("out of memory");
        assertThat(reply.notes()).singleElement().asString().contains("out of memory");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
