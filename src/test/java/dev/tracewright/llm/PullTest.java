package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class PullTest extends WithServer {
    private final ModelCatalog catalog = new ModelCatalog();
    private final List<PullProgress> told = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void a_model_is_fetched_and_its_progress_told() throws Exception {
        enqueue(200, """
                {"status":"pulling manifest"}
                {"status":"pulling a1","digest":"sha256:a1","total":200,"completed":50}
                {"status":"pulling a1","digest":"sha256:a1","total":0}
                {"status":"success"}
                """);
        assertThat(pull()).isTrue();
        assertThat(told)
                .containsExactly(
                        new PullProgress("pulling manifest", null, null),
                        new PullProgress("pulling a1", 50L, 200L),
                        new PullProgress("pulling a1", null, null));
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/api/pull");
        assertThat(sent.getBody().utf8()).contains("\"model\":\"tiny:1b\"", "\"stream\":true");
    }

    @Test
    void a_model_that_does_not_exist_is_said_in_the_servers_words() {
        enqueue(200, "{\"status\":\"pulling manifest\"}\n{\"error\":\"pull model manifest: file does not exist\"}\n");
        ModelException e = catchThrowableOfType(ModelException.class, this::pull);
        assertThat(e).hasMessageContaining("file does not exist");
    }

    @Test
    void a_download_that_breaks_off_is_no_success() {
        enqueue(200, "{\"status\":\"pulling manifest\"}\n");
        ModelException e = catchThrowableOfType(ModelException.class, this::pull);
        assertThat(e).hasMessageContaining("ended before it was complete");
    }

    @Test
    void cancelling_hangs_up() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("{\"status\":\"pulling manifest\"}\n" + "{\"status\":\"pulling a1\"}\n".repeat(50))
                .throttleBody(32, 50, TimeUnit.MILLISECONDS)
                .build());
        assertThat(catalog.pull(
                        endpoint(Dialect.OLLAMA, LIMITS), "tiny:1b", progress -> cancellation.cancel(), cancellation))
                .isFalse();
    }

    @Test
    void other_servers_fetch_no_models() {
        assertThatThrownBy(() -> catalog.pull(endpoint(LIMITS), "x", told::add, cancellation))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    private boolean pull() throws ModelException {
        return catalog.pull(endpoint(Dialect.OLLAMA, LIMITS), "tiny:1b", told::add, cancellation);
    }
}
