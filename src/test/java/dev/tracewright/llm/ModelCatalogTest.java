package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.LocalServer.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest extends WithServer {
    private final ModelCatalog catalog = new ModelCatalog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"list\",\"data\":[{\"id\":\"b\"},{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":7}]}",
                "{\"models\":[{\"name\":\"b\",\"model\":\"b\"},{\"model\":\"a\"}]}",
                "[\"b\",\"a\",\"evil\\u001b[31m\"]"
            })
    void a_list_of_models_is_read_in_every_shape(String body) throws Exception {
        enqueue(200, body);
        assertThat(catalog.models(endpoint(LIMITS))).containsExactly("b", "a");
        var sent = server.takeRequest();
        assertThat(sent.getRequestLine()).startsWith("GET /v1/models ");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void a_connection_that_the_server_has_closed_since_the_last_list_does_not_matter() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("[\"a\"]")
                    .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                    .build());
            assertThat(catalog.models(endpoint(LIMITS))).containsExactly("a");
        }
    }

    @Test
    void a_refusal_is_said_in_the_servers_words() {
        enqueue(401, "{\"error\":\"who are you\"}");
        ModelException e = catchThrowableOfType(ModelException.class, () -> catalog.models(endpoint(LIMITS)));
        assertThat(e.kind()).isEqualTo(ModelException.Kind.UNAUTHORISED);
        assertThat(e).hasMessageEndingWith("who are you");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>router</html>", "{\"data\":{}}", ""})
    void what_is_no_list_is_nonsense(String body) {
        enqueue(200, body);
        ModelException e = catchThrowableOfType(ModelException.class, () -> catalog.models(endpoint(LIMITS)));
        assertThat(e.kind()).isEqualTo(ModelException.Kind.NONSENSE);
    }

    @Test
    void servers_on_this_machine_are_found_and_what_else_listens_is_left_out() throws Exception {
        enqueue(200, "{\"models\":[{\"name\":\"llama3\",\"digest\":\"a1\"}]}");
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String here = "http://127.0.0.1:" + server.getPort();
            long before = System.nanoTime();
            List<LocalServer> found = catalog.findLocal(
                    List.of("http://127.0.0.1:" + mute.getLocalPort(), here, "http://127.0.0.1:" + closedPort()));
            assertThat(found).containsExactly(new LocalServer(here, Dialect.OLLAMA, Kind.OLLAMA, List.of("llama3")));
            assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        }
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/api/tags");
        assertThat(sent.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void llama_cpp_that_also_answers_at_ollamas_address_is_not_taken_for_ollama() {
        String both =
                "{\"models\":[{\"name\":\"m\"}],\"object\":\"list\",\"data\":[{\"id\":\"m\",\"owned_by\":\"llamacpp\"}]}";
        enqueue(200, both);
        enqueue(200, both);
        String here = "http://127.0.0.1:" + server.getPort();
        assertThat(catalog.findLocal(List.of(here)))
                .containsExactly(new LocalServer(here + "/v1", Dialect.OPENAI, Kind.LLAMA_CPP, List.of("m")));
    }

    @Test
    void ollama_lists_its_models_at_its_own_address() throws Exception {
        enqueue(200, "{\"models\":[{\"name\":\"b:7b\",\"model\":\"b:7b\"},{\"name\":\"a\"}]}");
        assertThat(catalog.models(endpoint(Dialect.OLLAMA, LIMITS))).containsExactly("b:7b", "a");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/tags");
    }

    @Test
    void anthropic_lists_its_models_with_its_own_key_header() throws Exception {
        enqueue(200, "{\"data\":[{\"type\":\"model\",\"id\":\"claude-x\",\"display_name\":\"X\"}],\"has_more\":false}");
        assertThat(catalog.models(endpoint(Dialect.ANTHROPIC, LIMITS))).containsExactly("claude-x");
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/v1/models?limit=1000");
        assertThat(sent.getHeaders().get("x-api-key")).isEqualTo(KEY);
        assertThat(sent.getHeaders().get("Authorization")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"vllm,VLLM", "llamacpp,LLAMA_CPP", "organization_owner,LM_STUDIO", "me,OTHER"})
    void the_kind_is_guessed_from_what_the_server_says_of_itself(String owner, Kind kind) {
        enqueue(404, "no such page");
        enqueue(200, "{\"data\":[{\"id\":\"m\",\"owned_by\":\"" + owner + "\"}]}");
        assertThat(catalog.findLocal(List.of("http://127.0.0.1:" + server.getPort())))
                .extracting(LocalServer::kind)
                .containsExactly(kind);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
