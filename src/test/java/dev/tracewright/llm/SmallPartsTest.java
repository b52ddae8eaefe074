package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.llm.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a call that need no server: addresses, waits, the gate, safe excerpts, a server's complaints. */
class SmallPartsTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:11434, http://localhost:11434/v1",
        "http://localhost:11434/, http://localhost:11434/v1",
        "http://localhost:11434/v1/, http://localhost:11434/v1",
        "http://[::1]:8000/v1, http://[::1]:8000/v1",
        "https://api.openai.com/v1/chat/completions, https://api.openai.com/v1",
        "https://openrouter.ai/api, https://openrouter.ai/api/v1",
        "https://generativelanguage.googleapis.com/v1beta/openai/, https://generativelanguage.googleapis.com/v1beta/openai",
        "https://open.bigmodel.cn/api/paas/v4, https://open.bigmodel.cn/api/paas/v4"
    })
    void an_address_is_taken_with_or_without_version_and_slash(String given, String base) {
        assertThat(Endpoint.local("x", given, "").address()).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:11434",
                "ftp://x",
                "",
                "http://",
                "https://u:p@x.y/v1",
                "https://x.y/v1?key=k",
                "https://x.y/#a"
            })
    void an_address_that_cannot_be_used_is_refused(String address) {
        assertThatThrownBy(() -> Endpoint.local("x", address, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the address of an endpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "OLLAMA, http://localhost:11434, http://localhost:11434",
        "OLLAMA, http://localhost:11434/v1/, http://localhost:11434",
        "OLLAMA, http://localhost:11434/api/chat, http://localhost:11434",
        "OLLAMA, https://gate.example/ollama/api/, https://gate.example/ollama",
        "ANTHROPIC, https://api.anthropic.com, https://api.anthropic.com/v1",
        "ANTHROPIC, https://api.anthropic.com/v1/messages, https://api.anthropic.com/v1"
    })
    void each_dialect_has_its_own_base_address(Dialect dialect, String given, String base) {
        assertThat(Endpoint.local("x", given, "").speaking(dialect).address()).isEqualTo(base);
    }

    @Test
    void a_dialect_is_known_by_its_key_only() {
        for (Dialect dialect : Dialect.values()) {
            assertThat(Dialect.of(dialect.key())).contains(dialect);
        }
        assertThat(Dialect.of("telepathy")).isEmpty();
    }

    @Test
    void a_key_does_not_move_to_another_address() {
        Endpoint endpoint = Endpoint.remote("x", "https://a.example", "m", Secret.of("k"));
        assertThat(endpoint.at("https://b.example").key().isNone()).isTrue();
        assertThat(endpoint.at("https://a.example/v1/").key()).isSameAs(endpoint.key());
    }

    @Test
    void waits_double_under_full_jitter_up_to_a_minute() {
        assertThat(Backoff.millis(1, null, 0)).isZero();
        assertThat(Backoff.millis(1, null, 0.5)).isEqualTo(500);
        assertThat(Backoff.millis(3, null, 0.5)).isEqualTo(2000);
        assertThat(Backoff.millis(60, null, 0.5)).isEqualTo(30_000);
        assertThat(Backoff.millis(1, 7_000L, 0.5)).isEqualTo(7_000);
    }

    @Test
    void retry_after_is_read_as_seconds_and_as_a_date() {
        long now = 784_111_777_000L; // Sun, 06 Nov 1994 08:49:37 GMT
        assertThat(Backoff.retryAfter("3", now)).isEqualTo(3000);
        assertThat(Backoff.retryAfter("0.25", now)).isEqualTo(250);
        assertThat(Backoff.retryAfter("Sun, 06 Nov 1994 08:50:37 GMT", now)).isEqualTo(60_000);
        assertThat(Backoff.retryAfter("Sun, 06 Nov 1994 08:00:00 GMT", now)).isZero();
        assertThat(Backoff.retryAfter("999999999999999", now)).isEqualTo(86_400_000);
        assertThat(Backoff.retryAfter("soon", now)).isNull();
        assertThat(Backoff.retryAfter("-5", now)).isNull();
        assertThat(Backoff.retryAfter(null, now)).isNull();
    }

    @Test
    void an_excerpt_is_short_on_one_line_and_without_control_characters_or_key() {
        String hostile = "\u001B[31m<b>\r\n sk-1\u0000234 \u202Eevil\u2028x" + "é".repeat(500);
        String safe = SafeText.excerpt(hostile, "sk-1234");
        assertThat(safe)
                .startsWith("[31m<b> [key] evil x")
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("…");
        assertThat(safe.chars().noneMatch(Character::isISOControl)).isTrue();
    }

    @Test
    void an_excerpt_never_cuts_a_character_in_two() {
        for (int shift = 0; shift < 3; shift++) {
            String safe = SafeText.excerpt("a".repeat(shift) + "😀".repeat(300), null);
            assertThat(safe.length()).isLessThanOrEqualTo(200);
            assertThat(safe.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"boom\"}",
                "{\"error\":{\"message\":\"boom\",\"code\":\"x\"}}",
                "{\"error\":[{\"message\":\"boom\"}]}",
                "[{\"error\":{\"code\":400,\"message\":\"boom\",\"status\":\"INVALID_ARGUMENT\"}}]",
                "{\"object\":\"error\",\"message\":\"boom\",\"code\":400}",
                "{\"detail\":\"boom\"}",
                "{\"detail\":[{\"loc\":[\"body\",\"stop\"],\"msg\":\"boom\"}]}",
                "\"boom\"",
                "boom"
            })
    void an_error_is_read_in_every_shape(String body) {
        assertThat(ServerProblem.ofBody(body).words(null)).isEqualTo("boom");
    }

    @Test
    void an_ordinary_chunk_is_no_problem() {
        assertThat(ServerProblem.ofBody("{\"choices\":[],\"error\":null}").message())
                .startsWith("{");
    }

    @Test
    void plain_english_does_not_name_a_parameter() {
        assertThat(problem("please stop sending this").names("stop")).isFalse();
        assertThat(problem("'stop' is not supported").names("stop")).isTrue();
        assertThat(problem("Unsupported parameter: seed").names("seed")).isTrue();
        assertThat(problem("use max_completion_tokens").names("max_tokens")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, This model's maximum context length is 4096 tokens, CONTEXT_TOO_LONG",
        "400, the request exceeds the available context size, CONTEXT_TOO_LONG",
        "404, model 'x' not found, UNKNOWN_MODEL",
        "404, no such page, REFUSED",
        "402, pay, QUOTA",
        "403, not in your country, UNAUTHORISED",
        "400, Your credit balance is too low to access the API, QUOTA",
        "400, input length and `max_tokens` exceed context limit: 199000 + 4096 > 200000, CONTEXT_TOO_LONG",
        "413, Request exceeds the maximum size, CONTEXT_TOO_LONG",
        "429, slow down, RATE_LIMITED",
        "429, Insufficient quota, QUOTA",
        "529, overloaded, SERVER_ERROR"
    })
    void a_problem_has_a_kind(int status, String message, Kind kind) {
        assertThat(problem(message).kind(status)).isEqualTo(kind);
    }

    @Test
    void a_gate_lets_only_so_many_in() throws Exception {
        EndpointGate gate = new EndpointGate(Budget.ofParallel(2), Timekeeper.system());
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            workers.add(Thread.startVirtualThread(() -> {
                EndpointGate.Pass pass = gate.enter(new Cancellation(), 1000, 1);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                LockSupport.parkNanos(100_000);
                inside.decrementAndGet();
                gate.leave(pass, null);
            }));
        }
        for (Thread worker : workers) {
            assertThat(worker.join(java.time.Duration.ofSeconds(10))).isTrue();
        }
        assertThat(most.get()).isBetween(1, 2);
        assertThat(inside.get()).isZero();
    }

    @Test
    void cancelling_wakes_who_waits_for_a_place() throws Exception {
        EndpointGate gate = new EndpointGate(Budget.ofParallel(1), Timekeeper.system());
        EndpointGate.Pass first = gate.enter(new Cancellation(), 0, 1);
        Cancellation cancellation = new Cancellation();
        AtomicReference<EndpointGate.Entry> entry = new AtomicReference<>();
        Thread waiting = Thread.startVirtualThread(
                () -> entry.set(gate.enter(cancellation, 0, 1).entry()));
        cancellation.cancel();
        assertThat(waiting.join(java.time.Duration.ofSeconds(5))).isTrue();
        assertThat(entry).hasValue(EndpointGate.Entry.CANCELLED);
        gate.leave(first, null);
        assertThat(gate.enter(new Cancellation(), 0, 1).entry()).isEqualTo(EndpointGate.Entry.ENTERED);
    }

    @Test
    void a_pause_holds_everybody_and_a_shorter_one_does_not_end_it() {
        FakeTime time = new FakeTime();
        EndpointGate gate = new EndpointGate(Budget.ofParallel(2), time);
        gate.pause(9_000);
        gate.pause(1_000);
        assertThat(gate.enter(new Cancellation(), 8_999, 1).entry()).isEqualTo(EndpointGate.Entry.PAUSED_TOO_LONG);
        assertThat(gate.enter(new Cancellation(), 9_000, 1).entry()).isEqualTo(EndpointGate.Entry.ENTERED);
        assertThat(time.pauses).containsExactly(9_000L);
    }

    @Test
    void a_real_pause_ends_when_it_is_cancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch ended = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            if (!Timekeeper.system().pause(60_000, cancellation)) {
                ended.countDown();
            }
        });
        cancellation.cancel();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_cancellation_forgets_what_was_taken_back_and_runs_the_rest_once() {
        Cancellation cancellation = new Cancellation();
        AtomicInteger gone = new AtomicInteger();
        AtomicInteger kept = new AtomicInteger();
        cancellation.onCancel(gone::incrementAndGet).close();
        cancellation.onCancel(kept::incrementAndGet);
        cancellation.cancel();
        cancellation.cancel();
        cancellation.onCancel(kept::incrementAndGet);
        assertThat(gone).hasValue(0);
        assertThat(kept).hasValue(2);
    }

    private static ServerProblem problem(String message) {
        return new ServerProblem(message, "", "", "");
    }
}
