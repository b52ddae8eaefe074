package dev.tracewright.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the key of an endpoint: first one given for this session, then where the endpoint says that it is. */
public final class SecretResolver {
    private final SessionSecrets session;
    private final Function<String, @Nullable String> environment;
    private final Keychain keychain;

    /** What became of the search. */
    public sealed interface Resolution {
        /** A key; send it to {@code address} and nowhere else. */
        record Found(Secret secret, String address) implements Resolution {}

        /** The endpoint needs none. */
        record None() implements Resolution {}

        /** There should be one; the sentence says what to do. */
        record Missing(String sentence) implements Resolution {}
    }

    /** A resolver over the environment of this process and a keychain. */
    public SecretResolver(SessionSecrets session, Keychain keychain) {
        this(session, System::getenv, keychain);
    }

    /** A resolver over another environment, for tests. */
    SecretResolver(SessionSecrets session, Function<String, @Nullable String> environment, Keychain keychain) {
        this.session = session;
        this.environment = environment;
        this.keychain = keychain;
    }

    /** The key of an endpoint; may wait for the person to unlock the keychain, so call it off the screen. */
    public Resolution resolve(Endpoint endpoint) {
        Secret given = session.get(endpoint.address());
        if (given != null) {
            return new Resolution.Found(given, endpoint.address());
        }
        return switch (endpoint.key()) {
            case null -> new Resolution.None();
            case KeyReference.Variable(String name) -> fromEnvironment(endpoint, name);
            case KeyReference.Keychain() -> fromKeychain(endpoint);
        };
    }

    private Resolution fromEnvironment(Endpoint endpoint, String name) {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            return new Resolution.Missing("The environment variable " + name + ", which should hold the key for "
                    + endpoint.name()
                    + ", is not set: set it and start Tracewright again, or give the key for this session.");
        }
        return found(endpoint, value, "The environment variable " + name + " is no usable key: ");
    }

    private Resolution fromKeychain(Endpoint endpoint) {
        try {
            return keychain.read(endpoint.address())
                    .map(value -> found(endpoint, value, "What the keychain holds is no usable key: "))
                    .orElseGet(() -> new Resolution.Missing("The system's keychain has no key for " + endpoint.name()
                            + " (" + endpoint.address() + "): type it in Settings, where it is kept there."));
        } catch (SettingsException e) {
            return new Resolution.Missing(String.valueOf(e.getMessage()));
        }
    }

    private static Resolution found(Endpoint endpoint, String value, String otherwise) {
        try {
            return new Resolution.Found(Secret.of(value), endpoint.address());
        } catch (SettingsException e) {
            return new Resolution.Missing(otherwise + e.getMessage());
        }
    }
}
