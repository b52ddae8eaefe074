package dev.tracewright.llm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;

/**
 * What all workers of one endpoint share: its connections, its budgets and its pauses. Make one per endpoint and get every
 * model of it from there; two of them would not know of each other's calls.
 */
public final class EndpointConnection {
    private final Endpoint endpoint;
    private final Timekeeper time;
    private final OkHttpClient client;
    private final EndpointGate gate;
    private final Map<String, ChatModel> models = new ConcurrentHashMap<>();

    public EndpointConnection(Endpoint endpoint) {
        this(endpoint, Timekeeper.system());
    }

    EndpointConnection(Endpoint endpoint, Timekeeper time) {
        this(endpoint, time, new EndpointGate(endpoint.budget(), time));
    }

    private EndpointConnection(Endpoint endpoint, Timekeeper time, EndpointGate gate) {
        this.endpoint = endpoint;
        this.time = time;
        this.client = Http.client(endpoint.limits());
        this.gate = gate;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** The same server with other time limits; its calls count against the same budgets. */
    public EndpointConnection within(CallLimits limits) {
        return new EndpointConnection(endpoint.within(limits), time, gate);
    }

    /**
     * The connection after the endpoint was set up anew. At the same address the calls that run still count, and the new
     * budget holds from now on, also for this connection.
     */
    public EndpointConnection changed(Endpoint now) {
        if (!now.address().equals(endpoint.address())) {
            return new EndpointConnection(now, time);
        }
        gate.allow(now.budget());
        return new EndpointConnection(now, time, gate);
    }

    /**
     * A model of this endpoint, the same object for the same name: it remembers what the server refused. Nothing is sent
     * before it is asked.
     *
     * @param name the model's name at this server; blank for the endpoint's default
     * @throws IllegalArgumentException when neither is given
     */
    public ChatModel model(String name) {
        String chosen = name.isBlank() ? endpoint.defaultModel() : name.strip();
        if (chosen.isBlank()) {
            throw new IllegalArgumentException("choose a model of " + endpoint.label());
        }
        return models.computeIfAbsent(chosen, model -> new HttpChatModel(endpoint, model, client, gate, time));
    }
}
