package dev.tracewright.ui.preferences;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.PullProgress;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Settings screen asks about servers of models; answered by the composition root, which knows how to ask them. */
public interface ModelServers {
    /**
     * A server that was found on this computer.
     *
     * @param title what it is, such as Ollama
     * @param dialect the protocol to talk to it in, as settings name it
     * @param address its base address
     * @param models the models it offers
     */
    record Found(String title, String dialect, String address, List<String> models) {
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
                    endpoints.add(
                            new Endpoint(server.title(), server.dialect(), server.address(), server.models(), null));
                }
            }
            said.accept(
                    found.isEmpty()
                            ? Texts.of("settings.models.found-none")
                            : text.toString().strip());
        });
    }

    /**
     * A server as it is set up or being set up.
     *
     * @param endpoint the server
     * @param key the key that was typed for it and is not kept yet, or null for the one that is known
     */
    record Draft(Endpoint endpoint, @Nullable String key) {
        /** Never the key. */
        @Override
        public String toString() {
            return endpoint.name();
        }
    }

    /** Asks a server for its models; answers on the screen's thread with them, or with one sentence on what went wrong. */
    void models(Draft server, Consumer<List<String>> models, Consumer<String> failed);

    /**
     * Asks the first model of a server one tiny question; answers on the screen's thread with the reply, which may be a
     * cancelled one, or with one sentence on what went wrong.
     */
    void test(Draft server, Cancellation cancellation, Consumer<ChatReply> answered, Consumer<String> failed);

    /**
     * Lets a server fetch a model; hears of it on the screen's thread.
     *
     * @param done hears whether the model is there, false when it was cancelled
     * @param failed hears one sentence on what went wrong
     */
    void pull(
            Endpoint endpoint,
            String model,
            Cancellation cancellation,
            Consumer<PullProgress> progress,
            Consumer<Boolean> done,
            Consumer<String> failed);

    /**
     * Keeps a key in memory for a server until the program ends; a blank one forgets it.
     *
     * @throws dev.tracewright.settings.SettingsException with one sentence when it cannot be a key
     */
    void keepKey(String address, String key);

    /**
     * Keeps a key in the system's keychain under an address; answers on the screen's thread, with one sentence where it could not
     * be kept. The person may have to unlock the keychain first.
     */
    void keepInKeychain(String address, String key, Runnable done, Consumer<String> failed);

    /** Whether a key was typed for this server in this sitting. */
    boolean hasTypedKey(String address);
}
