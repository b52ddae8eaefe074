package dev.tracewright.work;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Servers of models for tests: each answers as it is told to, and writes down what it was asked. */
final class MadeServers implements StudyServers {
    /** Answers a prompt, or refuses. */
    interface Answer {
        String to(String prompt) throws ModelException, InterruptedException;
    }

    /** The prompts that reached a model, in the order in which they came. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    final Map<String, List<String>> models = new HashMap<>();
    final Map<String, String> troubles = new HashMap<>();
    final Map<ModelRef, Estimate.Price> prices = new HashMap<>();
    int parallel = 2;
    Answer answer = prompt -> prompt.startsWith("Create") ? "1. Note the plums.\n2. Subtract one." : "The answer is 1.";

    /** Servers with one endpoint and its models. */
    static MadeServers of(String endpoint, String... models) {
        MadeServers servers = new MadeServers();
        servers.models.put(endpoint, List.of(models));
        return servers;
    }

    /** The price of a million tokens, in and out. */
    void price(ModelRef model, String in, String out, String currency) {
        prices.put(
                model,
                new Estimate.Price(new Money(new BigDecimal(in), currency), new Money(new BigDecimal(out), currency)));
    }

    @Override
    public Map<String, List<String>> models() {
        return models;
    }

    @Override
    public ChatModel model(ModelRef ref) {
        return new ChatModel() {
            @Override
            public String name() {
                return ref.model();
            }

            @Override
            public boolean demonstration() {
                return false;
            }

            @Override
            public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation)
                    throws ModelException {
                asked.add(request.prompt());
                listener.attempting();
                String output;
                try {
                    output = answer.to(request.prompt());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                listener.output(output);
                Attempt attempt = new Attempt(1_000, 5, 200, null, 100, 20);
                return new ChatReply(output, null, FinishReason.STOP, 100, 20, 5, List.of(attempt), List.of());
            }
        };
    }

    @Override
    public int parallel(String endpoint) {
        return parallel;
    }

    @Override
    public Estimate.@Nullable Price price(ModelRef ref) {
        return prices.get(ref);
    }

    @Override
    public @Nullable String trouble(String endpoint) {
        return troubles.get(endpoint);
    }
}
