package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** What the Settings screen asks about servers of models; answered by the composition root, which knows how to ask them. */
public interface ModelServers {
    /**
     * A server that was found on this computer.
     *
     * @param title what it is, such as Ollama
     * @param address its base address
     * @param models the models it offers
     */
    record Found(String title, String address, List<String> models) {
        public Found {
            models = List.copyOf(models);
        }
    }

    /** Looks for servers on this computer; answers on the screen's thread. */
    void findLocal(Consumer<List<Found>> found);

    /** Looks for servers on this computer, adds those that are new to the endpoints, and says in a sentence what was found. */
    default void addLocal(ObservableList<Endpoint> endpoints, Consumer<String> said) {
        findLocal(found -> {
            StringBuilder text = new StringBuilder();
            for (Found server : found) {
                text.append(Texts.of(
                                "settings.models.found",
                                server.title(),
                                server.models().size()))
                        .append('\n');
                boolean there = endpoints.stream()
                        .anyMatch(endpoint -> endpoint.address().equals(Endpoint.normalise(server.address())));
                if (!there) {
                    endpoints.add(new Endpoint(server.title(), "openai", server.address(), server.models(), null));
                }
            }
            said.accept(
                    found.isEmpty()
                            ? Texts.of("settings.models.found-none")
                            : text.toString().strip());
        });
    }

    /** Asks a server for its models; answers on the screen's thread with them, or with one sentence on what went wrong. */
    void models(Endpoint endpoint, Consumer<List<String>> models, Consumer<String> failed);

    /**
     * Keeps a key in memory for a server until the program ends; a blank one forgets it.
     *
     * @throws dev.tracewright.settings.SettingsException with one sentence when it cannot be a key
     */
    void keepKey(String address, String key);

    /** Whether a key was typed for this server in this sitting. */
    boolean hasTypedKey(String address);
}
