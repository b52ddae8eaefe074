package dev.tracewright.settings;

import java.util.Optional;

/** Where the system keeps secrets of programs; one key for each base address. Every call may wait for the person to unlock it. */
public interface Keychain {
    /**
     * The key that is kept for exactly this address, or empty.
     *
     * @throws SettingsException in a sentence, when the keychain cannot be asked
     */
    Optional<String> read(String address);

    /**
     * Keeps a key for an address in place of an earlier one.
     *
     * @throws SettingsException in a sentence, when it could not be kept; the message does not hold the key
     */
    void keep(String address, String key);
}
