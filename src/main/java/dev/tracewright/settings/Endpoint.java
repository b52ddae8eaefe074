package dev.tracewright.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server of models that the person set up. It holds no key, only where one is.
 *
 * @param name what the person calls it
 * @param dialect which protocol it speaks, such as {@code openai}, {@code ollama} or {@code anthropic}
 * @param address the base address, normalised ({@link #normalise})
 * @param models names of models to offer, the usual one first; may be empty
 * @param key where its key is, or null for none or one given for this session
 * @param allowance how much it may be asked, and what it charges
 */
public record Endpoint(
        String name,
        String dialect,
        String address,
        List<String> models,
        @Nullable KeyReference key,
        Allowance allowance) {

    /**
     * An endpoint with a normalised address.
     *
     * @throws SettingsException when the address is none, or holds a user name, password or query, which could be secrets
     */
    public Endpoint {
        address = normalise(address);
        models = List.copyOf(models);
    }

    /** An endpoint with the usual allowance. */
    public Endpoint(String name, String dialect, String address, List<String> models, @Nullable KeyReference key) {
        this(name, dialect, address, models, key, Allowance.USUAL);
    }

    /** The same endpoint with its key elsewhere. */
    public Endpoint withKey(@Nullable KeyReference newKey) {
        return new Endpoint(name, dialect, address, models, newKey, allowance);
    }

    /** The same endpoint with other models to offer. */
    public Endpoint withModels(List<String> newModels) {
        return new Endpoint(name, dialect, address, newModels, key, allowance);
    }

    /**
     * A base address in one form, so that a key is bound to exactly one: scheme and host in lower case, no default port, no
     * trailing slash.
     *
     * @throws SettingsException when it is no http or https address, or could carry a secret
     */
    public static String normalise(String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            throw new SettingsException("The address is not valid: write it like https://api.example.com/v1.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = "http".equals(scheme) || "https".equals(scheme);
        if (!web || uri.getHost() == null) {
            throw new SettingsException("The address is not valid: write it like https://api.example.com/v1.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new SettingsException(
                    "The address may not hold a user name, a password or anything after a question mark, because it is saved.");
        }
        int usual = "http".equals(scheme) ? 80 : 443;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }
}
