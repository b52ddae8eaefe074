package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.ModelException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to its server and nowhere else. */
class KeyTest extends WithServer {
    @ParameterizedTest
    @ValueSource(ints = {200, 307, 400, 401, 404, 429, 500})
    void a_server_that_repeats_the_key_does_not_get_it_shown(int status) {
        MockResponse echo = new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "https://evil.example/" + KEY)
                .body("{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + " (Bearer " + KEY + ")\"}}")
                .build();
        for (int i = 0; i < 6; i++) {
            server.enqueue(echo);
        }
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(everythingOf(e)).doesNotContain(KEY).contains("[key]");
        assertThat(heard.failed.toString()).doesNotContain(KEY);
    }

    @Test
    void nonsense_and_broken_status_lines_that_repeat_the_key_do_not_show_it() {
        enqueue(200, "<html>" + KEY + "</html>");
        assertThat(everythingOf(catchThrowableOfType(ModelException.class, this::ask)))
                .doesNotContain(KEY);
        for (int i = 0; i < 6; i++) {
            server.enqueue(new MockResponse.Builder().status("HTTX " + KEY).build());
        }
        ModelException e = catchThrowableOfType(ModelException.class, this::ask);
        assertThat(e.getCause()).isNotNull();
        assertThat(everythingOf(e)).doesNotContain(KEY);
    }

    @Test
    void a_reply_that_was_cut_by_an_error_with_the_key_does_not_show_it() throws Exception {
        stream(piece("4"), data("{\"error\":\"bad key " + KEY + "\"}"));
        assertThat(ask().toString()).doesNotContain(KEY).contains("bad key [key]");
    }

    @Test
    void nothing_that_holds_a_key_prints_it() {
        Secret secret = Secret.of(KEY);
        Endpoint endpoint = endpoint(LIMITS);
        EndpointConnection connection = new EndpointConnection(endpoint, time);
        assertThat(List.of(secret, endpoint, connection, connection.model(""), Secret.from("env:X", () -> KEY))
                        .toString())
                .doesNotContain(KEY)
                .contains("[key]");
    }

    @Test
    void a_key_that_is_not_set_is_said_before_anything_is_sent() {
        Endpoint endpoint = new Endpoint(
                "Test",
                Dialect.OPENAI,
                server.url("/").toString(),
                "m",
                Secret.from("env:OPENAI_API_KEY", () -> null),
                Budget.ofParallel(1),
                LIMITS);
        ModelException e = catchThrowableOfType(
                ModelException.class,
                () -> new EndpointConnection(endpoint, time)
                        .model("")
                        .ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(e.kind()).isEqualTo(Kind.NO_KEY);
        assertThat(e).hasMessageEndingWith("no key is set in env:OPENAI_API_KEY");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_key_that_cannot_be_a_header_is_refused_without_showing_it() {
        Endpoint endpoint = new Endpoint(
                "Test",
                Dialect.OPENAI,
                server.url("/").toString(),
                "m",
                Secret.of(KEY + "\nX-Evil: 1"),
                Budget.ofParallel(1),
                LIMITS);
        ModelException e = catchThrowableOfType(
                ModelException.class,
                () -> new EndpointConnection(endpoint, time)
                        .model("")
                        .ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(e.kind()).isEqualTo(Kind.NO_KEY);
        assertThat(everythingOf(e)).doesNotContain(KEY);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void another_host_never_hears_from_a_redirect() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start(InetAddress.getLoopbackAddress(), 0);
            for (int status : List.of(301, 302, 303, 307, 308)) {
                server.enqueue(new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", other.url("/v1/chat/completions").toString())
                        .build());
                assertThat(catchThrowableOfType(ModelException.class, this::ask).kind())
                        .isEqualTo(Kind.REFUSED);
            }
            assertThat(other.getRequestCount()).isZero();
        }
    }

    private static String everythingOf(ModelException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace + e.toString() + e.attempts();
    }
}
