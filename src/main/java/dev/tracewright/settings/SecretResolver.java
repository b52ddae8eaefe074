package dev.tracewright.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the key of an endpoint: first one given for this session, then the environment variable it refers to. */
public final class SecretResolver {
    private final SessionSecrets session;
    private final Function<String, @Nullable String> environment;

    /** What became of the search. */
    public sealed interface Resolution {
        /** A key; send it to {@code address} and nowhere else. */
        record Found(Secret secret, String address) implements Resolution {}

        /** The endpoint needs none. */
        record None() implements Resolution {}

        /** There should be one; the sentence says what to do. */
        record Missing(String sentence) implements Resolution {}
    }

    /** A resolver over the environment of this process. */
    public SecretResolver(SessionSecrets session) {
        this(session, System::getenv);
    }

    /** A resolver over another environment, for tests. */
    SecretResolver(SessionSecrets session, Function<String, @Nullable String> environment) {
        this.session = session;
        this.environment = environment;
    }

    /** The key of an endpoint. */
    public Resolution resolve(Endpoint endpoint) {
        Secret given = session.get(endpoint.address());
        if (given != null) {
            return new Resolution.Found(given, endpoint.address());
        }
        KeyReference reference = endpoint.key();
        if (reference == null) {
            return new Resolution.None();
        }
        String value = environment.apply(reference.variable());
        if (value == null || value.isBlank()) {
            return new Resolution.Missing("The environment variable " + reference.variable()
                    + ", which should hold the key for " + endpoint.name()
                    + ", is not set: set it and start Tracewright again, or give the key for this session.");
        }
        try {
            return new Resolution.Found(Secret.of(value), endpoint.address());
        } catch (SettingsException e) {
            return new Resolution.Missing(
                    "The environment variable " + reference.variable() + " is no usable key: " + e.getMessage());
        }
    }
}
