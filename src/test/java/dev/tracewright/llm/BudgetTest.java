package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much an endpoint is asked at most, on a clock that only waits move. */
class BudgetTest extends WithServer {
    private static final String ANSWER = piece("4") + finished("stop");

    @Test
    void no_sixty_seconds_hold_more_requests_or_tokens_than_the_budget() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int requestsPerMinute = 1 + random.nextInt(8);
            int tokensPerMinute = 50 + random.nextInt(200);
            Budget budget = new Budget(3, requestsPerMinute, tokensPerMinute, null);
            FakeTime clock = new FakeTime();
            EndpointGate gate = new EndpointGate(budget, clock);
            List<long[]> entered = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int tokens = 1 + random.nextInt(50);
                EndpointGate.Pass pass = gate.enter(new Cancellation(), 0, tokens);
                assertThat(pass.entry()).isEqualTo(EndpointGate.Entry.ENTERED);
                entered.add(new long[] {clock.ticks(), tokens});
                gate.leave(pass, tokens);
                clock.pause(random.nextInt(9_000), new Cancellation());
            }
            for (long[] last : entered) {
                List<long[]> minute = entered.stream()
                        .filter(one -> one[0] <= last[0] && one[0] > last[0] - 60_000)
                        .toList();
                assertThat(minute).hasSizeLessThanOrEqualTo(requestsPerMinute);
                assertThat(minute.stream().mapToLong(one -> one[1]).sum()).isLessThanOrEqualTo(tokensPerMinute);
            }
        }
    }

    @Test
    void who_is_held_back_enters_as_soon_as_the_minute_allows() {
        EndpointGate gate = new EndpointGate(new Budget(4, 2, null, null), time);
        gate.leave(gate.enter(new Cancellation(), 0, 1), 1);
        time.pause(10_000, new Cancellation());
        gate.leave(gate.enter(new Cancellation(), 0, 1), 1);
        EndpointGate.Pass third = gate.enter(new Cancellation(), 0, 1);
        assertThat(time.ticks()).isEqualTo(60_000);
        assertThat(third.heldBack()).isEqualTo(50_000);
    }

    @Test
    void tokens_are_expected_before_the_call_and_corrected_after_it() {
        EndpointGate gate = new EndpointGate(new Budget(4, null, 1000, null), time);
        EndpointGate.Pass first = gate.enter(new Cancellation(), 0, 900);
        gate.leave(first, 100);
        gate.leave(gate.enter(new Cancellation(), 0, 900), 950);
        assertThat(time.ticks()).isZero();
        gate.enter(new Cancellation(), 0, 1);
        assertThat(time.ticks()).isEqualTo(60_000);
    }

    @Test
    void a_call_larger_than_the_whole_budget_goes_when_nothing_else_counts() {
        EndpointGate gate = new EndpointGate(new Budget(4, null, 100, null), time);
        gate.leave(gate.enter(new Cancellation(), 0, 5000), null);
        assertThat(time.ticks()).isZero();
        gate.enter(new Cancellation(), 0, 5000);
        assertThat(time.ticks()).isEqualTo(60_000);
    }

    @Test
    void cancelling_ends_the_wait_for_a_budget() {
        EndpointGate gate = new EndpointGate(new Budget(4, 1, null, null), time);
        gate.leave(gate.enter(new Cancellation(), 0, 1), 1);
        Cancellation cancellation = new Cancellation();
        time.whilePaused = cancellation::cancel;
        assertThat(gate.enter(cancellation, 0, 1).entry()).isEqualTo(EndpointGate.Entry.CANCELLED);
        time.whilePaused = () -> {};
        assertThat(gate.enter(new Cancellation(), 0, 1).entry()).isEqualTo(EndpointGate.Entry.ENTERED);
    }

    @Test
    void who_came_first_enters_first() throws Exception {
        EndpointGate gate = new EndpointGate(Budget.ofParallel(1), Timekeeper.system());
        EndpointGate.Pass inside = gate.enter(new Cancellation(), 1000, 1);
        List<Integer> order = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            Thread caller = Thread.ofPlatform().start(() -> {
                EndpointGate.Pass pass = gate.enter(new Cancellation(), 1000, 1);
                order.add(number);
                gate.leave(pass, null);
            });
            waiting.add(caller);
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        gate.leave(inside, null);
        for (Thread caller : waiting) {
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void every_model_of_an_endpoint_counts_against_one_budget_also_after_a_change_of_the_endpoint() throws Exception {
        EndpointConnection connection =
                new EndpointConnection(endpoint(LIMITS).allowed(new Budget(4, 2, null, null)), time);
        stream(ANSWER);
        stream(ANSWER);
        stream(ANSWER);
        stream(ANSWER);
        connection.model("a").ask(ChatRequest.of("x"), heard, new Cancellation());
        connection.within(LIMITS).model("b").ask(ChatRequest.of("x"), heard, new Cancellation());
        assertThat(time.ticks()).isZero();
        connection.model("b").ask(ChatRequest.of("x"), heard, new Cancellation());
        assertThat(time.ticks()).isEqualTo(60_000);
        EndpointConnection changed = connection.changed(endpoint(LIMITS).allowed(new Budget(4, 1, null, null)));
        changed.model("a").ask(ChatRequest.of("x"), heard, new Cancellation());
        assertThat(time.ticks()).isEqualTo(120_000);
    }

    @Test
    void the_servers_count_replaces_the_estimate_and_a_refusal_takes_no_tokens() throws Exception {
        EndpointConnection connection =
                new EndpointConnection(endpoint(LIMITS).allowed(new Budget(4, null, 600, null)), time);
        ChatModel model = connection.model("a");
        enqueue(400, "no");
        assertThatThrownBy(() -> model.ask(ChatRequest.of("x"), heard, new Cancellation()))
                .isInstanceOf(ModelException.class);
        stream(piece("4"), finished("stop"), data("{\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":50}}"), DONE);
        stream(ANSWER);
        stream(ANSWER);
        model.ask(ChatRequest.of("x"), heard, new Cancellation());
        model.ask(ChatRequest.of("x"), heard, new Cancellation());
        assertThat(time.ticks()).isZero();
        model.ask(new ChatRequest(null, "x", null, null, 590, null, List.of()), heard, new Cancellation());
        assertThat(time.ticks()).isEqualTo(60_000);
    }

    @Test
    void a_wait_for_the_budget_before_a_retry_takes_nothing_from_the_time_of_the_call() throws Exception {
        CallLimits short_ = new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));
        EndpointConnection connection =
                new EndpointConnection(endpoint(short_).allowed(new Budget(1, 1, null, null)), time);
        enqueue(503, "later");
        stream(ANSWER);
        assertThat(connection
                        .model("a")
                        .ask(ChatRequest.of("x"), heard, new Cancellation())
                        .output())
                .isEqualTo("4");
    }

    @Test
    void without_retries_a_passing_error_stops_but_a_refused_setting_is_still_left_out() throws Exception {
        CallLimits once = new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(1), 0);
        enqueue(400, "temperature is not supported");
        stream(ANSWER);
        ChatReply reply = model(once)
                .ask(new ChatRequest(null, "x", 0.5, null, null, null, List.of()), heard, new Cancellation());
        assertThat(reply.attempts()).hasSize(2);
        enqueue(503, "later");
        ModelException e = catchThrowableOfType(
                ModelException.class, () -> model(once).ask(ChatRequest.of("x"), heard, new Cancellation()));
        assertThat(e.attempts()).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void the_openai_dialect_says_that_it_cannot_set_the_context() throws Exception {
        stream(ANSWER);
        ChatReply reply = model().ask(
                        new ChatRequest(null, "x", null, null, null, null, List.of(), 4096), heard, new Cancellation());
        assertThat(reply.notes()).singleElement().asString().contains("context = 4096 was not sent");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void a_number_of_parallel_calls_out_of_range_is_refused(int parallel) {
        assertThatThrownBy(() -> Budget.ofParallel(parallel)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_price_gives_the_cost_of_every_counted_attempt() {
        Price price = new Price(new BigDecimal("0.15"), new BigDecimal("0.60"), "USD");
        assertThat(price.cost(1000, 500)).isEqualByComparingTo("0.00045");
        assertThat(price.cost(1000, null)).isNull();
        ChatReply reply = new ChatReply(
                "4",
                null,
                dev.tracewright.trace.FinishReason.STOP,
                1000,
                500,
                1,
                List.of(
                        new Attempt(0, 1, 429, "slow down", null, null),
                        new Attempt(0, 1, 200, "broken", 1000, 0),
                        new Attempt(0, 1, 200, null, 1000, 500)),
                List.of());
        assertThat(price.cost(reply)).isEqualByComparingTo("0.0006");
        assertThatThrownBy(() -> new Price(BigDecimal.ONE, BigDecimal.ONE, "gold"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokens_are_estimated_by_script() {
        assertThat(TokenEstimate.of("")).isZero();
        assertThat(TokenEstimate.of("twelve letter")).isEqualTo(4);
        assertThat(TokenEstimate.of("鸡有 23 只")).isEqualTo(4);
    }
}
