package dev.tracewright.settings;

/** A key in memory that does not show itself in logs, messages or debuggers' summaries. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * A secret without the white space around it.
     *
     * @throws SettingsException when it holds a line break or another control character, which no header can carry
     */
    public static Secret of(String value) {
        String stripped = value.strip();
        if (stripped.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            throw new SettingsException("The key holds a line break or another control character.");
        }
        return new Secret(stripped);
    }

    /** The value itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    /** Dots, whatever the value. */
    @Override
    public String toString() {
        return "••••";
    }
}
