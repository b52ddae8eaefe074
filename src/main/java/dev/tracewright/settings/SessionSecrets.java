package dev.tracewright.settings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keys given for this session only: kept in memory, each bound to one base address, gone when the program ends. */
public final class SessionSecrets {
    private final Map<String, Secret> keys = new ConcurrentHashMap<>();

    /**
     * Keeps a key for an address until the program ends; a blank one forgets it.
     *
     * @throws SettingsException when the address is none, or the key holds a line break or another control character
     */
    public void put(String address, String key) {
        String base = Endpoint.normalise(address);
        if (key.isBlank()) {
            keys.remove(base);
        } else {
            keys.put(base, Secret.of(key));
        }
    }

    /** The key for exactly this address, or null. */
    @Nullable
    Secret get(String address) {
        return keys.get(Endpoint.normalise(address));
    }

    /** Whether a key was given for exactly this address. */
    public boolean has(String address) {
        return get(address) != null;
    }

    /** Forgets every key. */
    public void clear() {
        keys.clear();
    }

    /** How many keys are kept; never a key. */
    @Override
    public String toString() {
        return keys.size() + " keys for this session";
    }
}
