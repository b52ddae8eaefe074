package dev.tracewright.app;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.llm.Budget;
import dev.tracewright.llm.CallLimits;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.Dialect;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.llm.ModelCatalog;
import dev.tracewright.llm.Price;
import dev.tracewright.llm.PullProgress;
import dev.tracewright.llm.Secret;
import dev.tracewright.llm.demo.OfflineDelegator;
import dev.tracewright.llm.demo.OfflineSolver;
import dev.tracewright.settings.Allowance;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.Keychain;
import dev.tracewright.settings.SecretResolver;
import dev.tracewright.settings.SessionSecrets;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.preferences.ModelServers;
import dev.tracewright.work.BundledPlans;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.StudyServers;
import dev.tracewright.work.TaskRunner;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Turns the endpoints of the settings into models that can be asked, and puts the offline ones beside them. */
final class ModelRoom implements ModelServers, StudyServers {
    private static final Duration SHOWN_WORD_BY_WORD = Duration.ofMillis(18);
    private static final Estimate.Price FREE =
            new Estimate.Price(new Money(BigDecimal.ZERO, "USD"), new Money(BigDecimal.ZERO, "USD"));
    /** Long enough for a local model that has to be loaded first. */
    private static final CallLimits TEST_LIMITS =
            new CallLimits(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(5), 0);
    /** Carries the settings of a study that servers refuse most often. */
    private static final ChatRequest TEST =
            new ChatRequest(null, "Answer with the one word: ready", 0.0, null, 64, 7L, List.of());

    /**
     * A connection with what it was made for.
     *
     * @param typed whether a key was typed for it
     */
    private record Held(Endpoint endpoint, boolean typed, EndpointConnection connection) {}

    private final TaskRunner tasks;
    private final SessionSecrets typed = new SessionSecrets();
    private final Keychain keychain;
    private final SecretResolver resolver;
    private final Map<String, Held> connections = new HashMap<>();
    private final ModelCatalog catalog = new ModelCatalog();
    private final ModelShelf shelf = new ModelShelf();
    private final ChatModel solver = new OfflineSolver(SHOWN_WORD_BY_WORD);
    private final Supplier<ChatModel> delegator;
    private final Path home;
    private volatile List<Endpoint> known = List.of();

    ModelRoom(Path home, TaskRunner tasks, ObservableList<Endpoint> endpoints, Keychain keychain) {
        this.keychain = keychain;
        this.resolver = new SecretResolver(typed, keychain);
        this.tasks = tasks;
        this.home = home;
        this.delegator = () -> new OfflineDelegator(BundledPlans.read(home), SHOWN_WORD_BY_WORD);
        endpoints.addListener((ListChangeListener<Endpoint>) change -> stock(endpoints));
        stock(endpoints);
    }

    ModelShelf shelf() {
        return shelf;
    }

    @Override
    public void findLocal(Consumer<List<Found>> found) {
        tasks.run(
                () -> catalog.findLocal().stream()
                        .map(server -> new Found(
                                server.kind().title(), server.dialect().key(), server.address(), server.models()))
                        .toList(),
                found,
                problem -> found.accept(List.of()));
    }

    @Override
    public void models(Draft server, Consumer<List<String>> models, Consumer<String> failed) {
        EndpointConnection connection = connection(server);
        tasks.run(() -> catalog.models(connection.endpoint()), models, problem -> failed.accept(sentence(problem)));
    }

    @Override
    public void test(Draft server, Cancellation cancellation, Consumer<ChatReply> answered, Consumer<String> failed) {
        EndpointConnection connection = connection(server).within(TEST_LIMITS);
        tasks.run(
                () -> connection.model("").ask(TEST, ChatListener.silent(), cancellation),
                answered,
                problem -> failed.accept(sentence(problem)));
    }

    @Override
    public void pull(
            Endpoint endpoint,
            String model,
            Cancellation cancellation,
            Consumer<PullProgress> progress,
            Consumer<Boolean> done,
            Consumer<String> failed) {
        EndpointConnection connection = connection(endpoint);
        tasks.run(
                () -> catalog.pull(
                        connection.endpoint(), model, said -> tasks.later(() -> progress.accept(said)), cancellation),
                done,
                problem -> failed.accept(sentence(problem)));
    }

    @Override
    public void keepKey(String address, String key) {
        typed.put(address, key);
    }

    @Override
    public void keepInKeychain(String address, String key, Runnable done, Consumer<String> failed) {
        tasks.run(
                () -> {
                    keychain.keep(Endpoint.normalise(address), key);
                    return true;
                },
                kept -> done.run(),
                problem -> failed.accept(sentence(problem)));
    }

    @Override
    public boolean hasTypedKey(String address) {
        return typed.has(address);
    }

    // -- What studies may ask
    // -----------------------------------------------------------------------------------------

    @Override
    public Map<String, List<String>> models() {
        Map<String, List<String>> models = new LinkedHashMap<>();
        models.put(OFFLINE, List.of(OfflineDelegator.NAME, OfflineSolver.NAME));
        known.forEach(endpoint -> models.putIfAbsent(endpoint.name(), endpoint.models()));
        return models;
    }

    @Override
    public ChatModel model(ModelRef ref) {
        if (ref.endpoint().equals(OFFLINE)) {
            return ref.model().equals(OfflineDelegator.NAME)
                    ? new OfflineDelegator(BundledPlans.read(home), Duration.ZERO)
                    : new OfflineSolver(Duration.ZERO);
        }
        return connection(named(ref.endpoint())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no endpoint '" + ref.endpoint() + "' any more.")))
                .model(ref.model());
    }

    @Override
    public int parallel(String endpoint) {
        return named(endpoint)
                .map(found -> connection(found).endpoint().budget().parallel())
                .orElse(1);
    }

    /** What the settings say; what runs here and has no price costs nothing. */
    @Override
    public Estimate.@Nullable Price price(ModelRef ref) {
        if (ref.endpoint().equals(OFFLINE)) {
            return FREE;
        }
        Endpoint endpoint = named(ref.endpoint()).orElse(null);
        if (endpoint == null) {
            return null;
        }
        Allowance allowance = endpoint.allowance();
        if (allowance.priceIn() != null && allowance.priceOut() != null) {
            return new Estimate.Price(
                    new Money(allowance.priceIn(), allowance.currency()),
                    new Money(allowance.priceOut(), allowance.currency()));
        }
        return isLocal(endpoint.address()) ? FREE : null;
    }

    @Override
    public @Nullable String trouble(String endpoint) {
        return named(endpoint)
                .map(resolver::resolve)
                .map(found -> found instanceof SecretResolver.Resolution.Missing missing ? missing.sentence() : null)
                .orElse(null);
    }

    private Optional<Endpoint> named(String name) {
        return known.stream().filter(endpoint -> endpoint.name().equals(name)).findFirst();
    }

    private synchronized void stock(List<Endpoint> endpoints) {
        known = List.copyOf(endpoints);
        List<ModelShelf.Choice> choices = new ArrayList<>();
        String offline = Texts.of("models.offline");
        choices.add(new ModelShelf.Choice(
                OfflineSolver.NAME, OfflineSolver.NAME, offline, ModelShelf.Role.SOLVER, true, () -> solver));
        choices.add(new ModelShelf.Choice(
                OfflineDelegator.NAME, OfflineDelegator.NAME, offline, ModelShelf.Role.DELEGATOR, true, delegator));
        for (Endpoint endpoint : endpoints) {
            if (Dialect.of(endpoint.dialect()).isEmpty()) {
                continue; // set up by a newer version; the Settings screen says so
            }
            if (connections.containsKey(server(endpoint))) {
                connection(endpoint); // what runs keeps to the new limits at once
            }
            for (String model : endpoint.models()) {
                choices.add(new ModelShelf.Choice(
                        endpoint.address() + " " + model,
                        model,
                        endpoint.name(),
                        ModelShelf.Role.BOTH,
                        false,
                        () -> connection(endpoint).model(model)));
            }
        }
        shelf.stock(choices);
    }

    private EndpointConnection connection(Draft server) {
        if (server.key() != null) {
            return new EndpointConnection(described(server.endpoint(), Secret.of(server.key())));
        }
        return known.contains(server.endpoint())
                ? connection(server.endpoint())
                : new EndpointConnection(described(server.endpoint(), key(server.endpoint())));
    }

    /** The one connection of a server; after a change of the server calls that still run count against its budget. */
    private synchronized EndpointConnection connection(Endpoint endpoint) {
        String server = server(endpoint);
        boolean given = typed.has(endpoint.address());
        Held held = connections.get(server);
        if (held == null || held.typed() != given || !held.endpoint().equals(endpoint)) {
            dev.tracewright.llm.Endpoint now = described(endpoint, key(endpoint));
            held = new Held(
                    endpoint,
                    given,
                    held == null
                            ? new EndpointConnection(now)
                            : held.connection().changed(now));
            connections.put(server, held);
        }
        return held.connection();
    }

    private static dev.tracewright.llm.Endpoint described(Endpoint endpoint, Secret key) {
        Allowance allowance = endpoint.allowance();
        Integer parallel = allowance.parallel();
        int usual = isLocal(endpoint.address()) ? 1 : dev.tracewright.llm.Endpoint.REMOTE_CALLS;
        Price price = allowance.priceIn() == null || allowance.priceOut() == null
                ? null
                : new Price(allowance.priceIn(), allowance.priceOut(), allowance.currency());
        return new dev.tracewright.llm.Endpoint(
                endpoint.name(),
                Dialect.of(endpoint.dialect()).orElse(Dialect.OPENAI),
                endpoint.address(),
                endpoint.models().isEmpty() ? "" : endpoint.models().getFirst(),
                key,
                new Budget(
                        parallel == null ? usual : parallel,
                        allowance.requestsPerMinute(),
                        allowance.tokensPerMinute(),
                        price),
                CallLimits.DEFAULT);
    }

    private static String server(Endpoint endpoint) {
        return endpoint.name() + " " + endpoint.address();
    }

    private static String sentence(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    /** The key is looked up for every call, so one typed later or taken back counts at once. */
    private Secret key(Endpoint endpoint) {
        if (endpoint.key() == null && !typed.has(endpoint.address())) {
            return Secret.none();
        }
        String place = endpoint.key() == null
                ? Texts.of("settings.endpoint.key.session")
                : endpoint.key().toString();
        return Secret.from(place, () -> switch (resolver.resolve(endpoint)) {
            case SecretResolver.Resolution.Found found -> found.secret().reveal();
            case SecretResolver.Resolution.None ignored -> null;
            case SecretResolver.Resolution.Missing ignored -> null;
        });
    }

    private static boolean isLocal(String address) {
        String host = URI.create(address).getHost();
        if (host == null) {
            return false;
        }
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return true;
        }
        boolean literal = host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        try {
            return literal && InetAddress.getByName(host).isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
