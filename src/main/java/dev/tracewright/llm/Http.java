package dev.tracewright.llm;

import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The HTTP client with everything switched off that it would otherwise do behind one's back. */
final class Http {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final OkHttpClient BASE = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();

    private Http() {}

    /** A client with these limits; all of them share their connections and threads. */
    static OkHttpClient client(CallLimits limits) {
        return BASE.newBuilder()
                .connectTimeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(limits.firstToken().toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /**
     * A client for questions that cost nothing and may be sent twice: it asks again where the server has closed a connection
     * that was kept, which for a {@code GET} is noticed only by asking.
     */
    static OkHttpClient patientClient(CallLimits limits) {
        return client(limits).newBuilder().retryOnConnectionFailure(true).build();
    }

    /** A request below the endpoint's base address, with its key and never another address. */
    static Request.Builder request(Endpoint endpoint, String path, @Nullable String key) {
        Request.Builder request = new Request.Builder()
                .url(endpoint.address() + path)
                .header("User-Agent", "Tracewright")
                // Compressed streams come in lumps.
                .header("Accept-Encoding", "identity");
        endpoint.dialect().protocol().authorise(request, key);
        return request;
    }

    /**
     * The endpoint's key.
     *
     * @return null where the endpoint needs none
     * @throws ModelException when a key is wanted and not set, or cannot be sent as a header
     */
    static @Nullable String key(Endpoint endpoint) throws ModelException {
        if (endpoint.key().isNone()) {
            return null;
        }
        String key = endpoint.key().reveal();
        if (key == null) {
            throw Failure.noKey("no key is set in " + endpoint.key().place()).exception(endpoint);
        }
        if (!key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Failure.noKey("the key in " + endpoint.key().place()
                            + " has a space or a character that keys do not have; paste it again")
                    .exception(endpoint);
        }
        return key;
    }

    /** A body that is written once, so that the client can never send a paid request a second time. */
    static RequestBody oneShot(byte[] json) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() {
                return json.length;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws java.io.IOException {
                sink.write(json);
            }
        };
    }
}
