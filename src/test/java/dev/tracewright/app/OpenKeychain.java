package dev.tracewright.app;

import dev.tracewright.settings.Keychain;
import dev.tracewright.settings.SettingsException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keychain in memory that a test can lock. */
final class OpenKeychain implements Keychain {
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private volatile boolean locked;

    void lock(boolean now) {
        locked = now;
    }

    @Override
    public Optional<String> read(String address) {
        return Optional.ofNullable(keys.get(address));
    }

    @Override
    public void keep(String address, String key) {
        if (locked) {
            throw new SettingsException("The keychain is locked.");
        }
        keys.put(address, key);
    }
}
