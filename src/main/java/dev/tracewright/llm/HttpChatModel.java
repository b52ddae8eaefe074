package dev.tracewright.llm;

import okhttp3.OkHttpClient;

/** A model behind a server, in whatever dialect. */
final class HttpChatModel implements ChatModel {
    private final Endpoint endpoint;
    private final String model;
    private final OkHttpClient client;
    private final EndpointGate gate;
    private final Timekeeper time;
    private volatile RequestShape shape;

    HttpChatModel(Endpoint endpoint, String model, OkHttpClient client, EndpointGate gate, Timekeeper time) {
        this.endpoint = endpoint;
        this.model = model;
        this.client = client;
        this.gate = gate;
        this.time = time;
        this.shape = RequestShape.first(endpoint);
    }

    @Override
    public String name() {
        return model;
    }

    @Override
    public boolean demonstration() {
        return false;
    }

    @Override
    public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation) throws ModelException {
        return new Asking(this, Http.key(endpoint), request, listener, cancellation).run();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    OkHttpClient client() {
        return client;
    }

    EndpointGate gate() {
        return gate;
    }

    Timekeeper time() {
        return time;
    }

    /** What this server is known to take. */
    RequestShape shape() {
        return shape;
    }

    /** Keeps a shape that the server has accepted. */
    void learned(RequestShape accepted) {
        shape = accepted;
    }
}
