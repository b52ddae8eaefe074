package dev.tracewright.llm;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * A server that models are asked at, with the key that is sent to this address and no other.
 *
 * @param name as a person calls it
 * @param address the base address up to the version, such as {@code https://api.openai.com/v1}; given without a version
 *     {@code /v1} is added, a trailing slash or {@code /chat/completions} is taken away
 * @param defaultModel the model asked when nothing else is said; may be empty
 * @param key the key, or {@link Secret#none()}
 * @param parallel how many calls may run at once, 1 to 64
 * @param local whether it runs on this machine or network, where calls cost nothing
 * @param limits how long a call may take
 */
public record Endpoint(
        String name, String address, String defaultModel, Secret key, int parallel, boolean local, CallLimits limits) {
    private static final Pattern VERSION = Pattern.compile("v\\d+\\w*");

    /**
     * @throws IllegalArgumentException for an address that is no http(s) address or carries a user name, a query or a
     *     fragment, and for a number of parallel calls out of range
     */
    public Endpoint {
        address = normalised(address);
        if (parallel < 1 || parallel > 64) {
            throw new IllegalArgumentException(
                    "the number of parallel calls of an endpoint is 1 to 64, not " + parallel);
        }
    }

    /** A server on this machine: no key, one call at a time. */
    public static Endpoint local(String name, String address, String defaultModel) {
        return new Endpoint(name, address, defaultModel, Secret.none(), 1, true, CallLimits.DEFAULT);
    }

    /** A hosted service: four calls at a time. */
    public static Endpoint remote(String name, String address, String defaultModel, Secret key) {
        return new Endpoint(name, address, defaultModel, key, 4, false, CallLimits.DEFAULT);
    }

    /** The same endpoint elsewhere. Its key does not move along: it belongs to the old address. */
    public Endpoint at(String newAddress) {
        String moved = normalised(newAddress);
        return new Endpoint(
                name, moved, defaultModel, moved.equals(address) ? key : Secret.none(), parallel, local, limits);
    }

    /** The same endpoint with other time limits. */
    public Endpoint within(CallLimits newLimits) {
        return new Endpoint(name, address, defaultModel, key, parallel, local, newLimits);
    }

    /** Name and address as messages show them. */
    String label() {
        return name + " (" + address + ")";
    }

    private static String normalised(String address) {
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
        String base = url.toString();
        base = withoutEnd(withoutEnd(base, "/"), "/chat/completions");
        base = withoutEnd(base, "/");
        boolean versioned = url.pathSegments().stream()
                .anyMatch(segment -> VERSION.matcher(segment).matches());
        return versioned ? base : base + "/v1";
    }

    private static String withoutEnd(String text, String end) {
        String shorter = text;
        while (shorter.endsWith(end)) {
            shorter = shorter.substring(0, shorter.length() - end.length());
        }
        return shorter;
    }
}
