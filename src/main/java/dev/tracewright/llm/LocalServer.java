package dev.tracewright.llm;

import java.util.List;

/**
 * A model server found on this machine.
 *
 * @param address its base address, fit for an {@link Endpoint}
 * @param dialect the protocol to talk to it in
 * @param kind which program it seems to be
 * @param models the models it offers; may be empty
 */
public record LocalServer(String address, Dialect dialect, Kind kind, List<String> models) {
    public LocalServer {
        models = List.copyOf(models);
    }

    /** The programs that are known, with the port each uses by default. */
    public enum Kind {
        OLLAMA("Ollama", 11434),
        LM_STUDIO("LM Studio", 1234),
        LLAMA_CPP("llama.cpp", 8080),
        VLLM("vLLM", 8000),
        OTHER("OpenAI-compatible server", 0);

        private final String title;
        private final int port;

        Kind(String title, int port) {
            this.title = title;
            this.port = port;
        }

        /** The program's name as it writes itself. */
        public String title() {
            return title;
        }

        /** The port it uses by default, or 0 for none. */
        public int port() {
            return port;
        }
    }
}
