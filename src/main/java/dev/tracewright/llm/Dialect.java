package dev.tracewright.llm;

import java.util.Arrays;
import java.util.Optional;

/** The protocol that a server of models speaks. */
public enum Dialect {
    /** {@code /chat/completions} as OpenAI, OpenRouter, Gemini, vLLM, llama.cpp, LM Studio and many others have it. */
    OPENAI("openai"),
    /** Ollama's own {@code /api/chat}, which alone of its two lets a call set the context length. */
    OLLAMA("ollama"),
    /** Anthropic's {@code /messages}. */
    ANTHROPIC("anthropic");

    private final String key;

    Dialect(String key) {
        this.key = key;
    }

    /** The name under which settings keep it. */
    public String key() {
        return key;
    }

    /** The dialect of this name, or nothing where there is none. */
    public static Optional<Dialect> of(String key) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.key.equals(key))
                .findFirst();
    }

    /** Whether its servers fetch a model on request ({@link ModelCatalog#pull}). */
    public boolean pulls() {
        return this == OLLAMA;
    }

    Protocol protocol() {
        return switch (this) {
            case OPENAI -> OpenAiProtocol.INSTANCE;
            case OLLAMA -> OllamaProtocol.INSTANCE;
            case ANTHROPIC -> AnthropicProtocol.INSTANCE;
        };
    }
}
