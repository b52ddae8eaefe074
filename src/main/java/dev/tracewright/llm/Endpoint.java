package dev.tracewright.llm;

import okhttp3.HttpUrl;

/**
 * A server that models are asked at, with the key that is sent to this address and no other.
 *
 * @param name as a person calls it
 * @param dialect the protocol it speaks
 * @param address the base address below which the dialect's paths are; what a person may have written behind it
 *     ({@code /chat/completions}, a slash) is taken away and a missing {@code /v1} added where the dialect has versions
 * @param defaultModel the model asked when nothing else is said; may be empty
 * @param key the key, or {@link Secret#none()}
 * @param budget how much it is asked at most, and what it charges
 * @param limits how long a call may take
 */
public record Endpoint(
        String name,
        Dialect dialect,
        String address,
        String defaultModel,
        Secret key,
        Budget budget,
        CallLimits limits) {
    /** Calls at once that a hosted service takes without being asked how many. */
    public static final int REMOTE_CALLS = 4;

    /**
     * @throws IllegalArgumentException for an address that is no http(s) address or carries a user name, a query or a
     *     fragment
     */
    public Endpoint {
        address = normalised(dialect, address);
    }

    /** An OpenAI-compatible server on this machine: no key, one call at a time. */
    public static Endpoint local(String name, String address, String defaultModel) {
        return new Endpoint(
                name, Dialect.OPENAI, address, defaultModel, Secret.none(), Budget.ofParallel(1), CallLimits.DEFAULT);
    }

    /** An OpenAI-compatible service: four calls at a time. */
    public static Endpoint remote(String name, String address, String defaultModel, Secret key) {
        return new Endpoint(
                name, Dialect.OPENAI, address, defaultModel, key, Budget.ofParallel(REMOTE_CALLS), CallLimits.DEFAULT);
    }

    /** The same endpoint elsewhere. Its key does not move along: it belongs to the old address. */
    public Endpoint at(String newAddress) {
        String moved = normalised(dialect, newAddress);
        return new Endpoint(
                name, dialect, moved, defaultModel, moved.equals(address) ? key : Secret.none(), budget, limits);
    }

    /** The same endpoint with other time limits. */
    public Endpoint within(CallLimits newLimits) {
        return new Endpoint(name, dialect, address, defaultModel, key, budget, newLimits);
    }

    /** The same endpoint in another dialect. */
    public Endpoint speaking(Dialect newDialect) {
        return new Endpoint(name, newDialect, address, defaultModel, key, budget, limits);
    }

    /** The same endpoint with another budget. */
    public Endpoint allowed(Budget newBudget) {
        return new Endpoint(name, dialect, address, defaultModel, key, newBudget, limits);
    }

    /** Name and address as messages show them. */
    String label() {
        return name + " (" + address + ")";
    }

    private static String normalised(Dialect dialect, String address) {
        HttpUrl url = HttpUrl.parse(address.strip());
        if (url == null) {
            throw new IllegalArgumentException(
                    "the address of an endpoint begins with http:// or https:// and names a server");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException(
                    "the address of an endpoint carries no user name or password; enter the key apart");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new IllegalArgumentException(
                    "the address of an endpoint carries nothing after '?' or '#'; enter the key apart");
        }
        return dialect.protocol().base(url);
    }
}
