package dev.tracewright.llm;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A key for an endpoint that can be sent but never printed: no method outside this package gives its value back. */
public final class Secret {
    private static final Secret NONE = new Secret("", () -> null);

    private final String place;
    private final Supplier<@Nullable String> source;

    private Secret(String place, Supplier<@Nullable String> source) {
        this.place = place;
        this.source = source;
    }

    /** For servers that need no key. */
    public static Secret none() {
        return NONE;
    }

    /** A key that is held in memory; a blank text is no key. */
    public static Secret of(String value) {
        String stripped = value.strip();
        return stripped.isEmpty() ? NONE : new Secret("memory", () -> stripped);
    }

    /**
     * A key that is looked up for every call.
     *
     * @param place where the key lives, as a person knows it, such as {@code env:OPENAI_API_KEY}; it is shown, so it is
     *     never the key
     * @param source gives the key, or null or blank while it is not set
     */
    public static Secret from(String place, Supplier<@Nullable String> source) {
        return new Secret(place, source);
    }

    /** Whether no key is wanted at all; a key that is wanted and not set is something else. */
    public boolean isNone() {
        return this == NONE;
    }

    /** Where the key lives. */
    public String place() {
        return place;
    }

    /** The key without surrounding white space, or null where there is none. */
    @Nullable
    String reveal() {
        String value = source.get();
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return isNone() ? "[no key]" : "[key]";
    }
}
