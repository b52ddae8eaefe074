package dev.tracewright.ui.preferences;

import dev.tracewright.llm.Dialect;
import dev.tracewright.ui.Texts;
import java.util.Locale;

/** A dialect as a person chooses it. */
record DialectWord(Dialect dialect) {
    /** The address its servers usually have, or empty where there is no usual one. */
    String usualAddress() {
        return switch (dialect) {
            case OPENAI -> "";
            case OLLAMA -> "http://127.0.0.1:11434";
            case ANTHROPIC -> "https://api.anthropic.com/v1";
        };
    }

    /** The variable that usually holds its key. */
    String usualVariable() {
        return switch (dialect) {
            case OPENAI -> "OPENAI_API_KEY";
            case OLLAMA -> "OLLAMA_API_KEY";
            case ANTHROPIC -> "ANTHROPIC_API_KEY";
        };
    }

    /** Which servers speak it, and what is particular about it. */
    String text() {
        return Texts.of(key() + ".text");
    }

    /** The word for a dialect as the settings name it, which a newer version may have written. */
    static String of(String dialect) {
        return Dialect.of(dialect)
                .map(known -> new DialectWord(known).toString())
                .orElseGet(() -> Texts.of("settings.dialect.unknown", dialect));
    }

    @Override
    public String toString() {
        return Texts.of(key());
    }

    private String key() {
        return "settings.dialect." + dialect.name().toLowerCase(Locale.ROOT);
    }
}
