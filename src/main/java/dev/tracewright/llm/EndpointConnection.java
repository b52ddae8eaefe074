package dev.tracewright.llm;

import okhttp3.OkHttpClient;

/**
 * What all workers of one endpoint share: its connections, its limit of parallel calls and its pauses. Make one per
 * endpoint and get every model of it from there; two of them would not know of each other's calls.
 */
public final class EndpointConnection {
    private final Endpoint endpoint;
    private final Timekeeper time;
    private final OkHttpClient client;
    private final EndpointGate gate;

    public EndpointConnection(Endpoint endpoint) {
        this(endpoint, Timekeeper.system());
    }

    EndpointConnection(Endpoint endpoint, Timekeeper time) {
        this.endpoint = endpoint;
        this.time = time;
        this.client = Http.client(endpoint.limits());
        this.gate = new EndpointGate(endpoint.parallel(), time);
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * A model of this endpoint; nothing is sent before it is asked. Keep it: it remembers what the server refused.
     *
     * @param name the model's name at this server; blank for the endpoint's default
     * @throws IllegalArgumentException when neither is given
     */
    public ChatModel model(String name) {
        String chosen = name.isBlank() ? endpoint.defaultModel() : name.strip();
        if (chosen.isBlank()) {
            throw new IllegalArgumentException("choose a model of " + endpoint.label());
        }
        return new OpenAiChatModel(endpoint, chosen, client, gate, time);
    }
}
