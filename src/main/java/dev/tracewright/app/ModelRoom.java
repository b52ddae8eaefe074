package dev.tracewright.app;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.llm.CallLimits;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.llm.ModelCatalog;
import dev.tracewright.llm.Secret;
import dev.tracewright.llm.demo.OfflineDelegator;
import dev.tracewright.llm.demo.OfflineSolver;
import dev.tracewright.settings.Endpoint;
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
    private static final int REMOTE_CALLS = 4;
    private static final Estimate.Price FREE =
            new Estimate.Price(new Money(BigDecimal.ZERO, "USD"), new Money(BigDecimal.ZERO, "USD"));

    private final TaskRunner tasks;
    private final SessionSecrets typed = new SessionSecrets();
    private final SecretResolver resolver = new SecretResolver(typed);
    private final Map<Endpoint, EndpointConnection> connections = new HashMap<>();
    private final ModelCatalog catalog = new ModelCatalog();
    private final ModelShelf shelf = new ModelShelf();
    private final ChatModel solver = new OfflineSolver(SHOWN_WORD_BY_WORD);
    private final Supplier<ChatModel> delegator;
    private final Path home;
    private volatile List<Endpoint> known = List.of();

    ModelRoom(Path home, TaskRunner tasks, ObservableList<Endpoint> endpoints) {
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
                        .map(server -> new Found(server.kind().title(), server.address(), server.models()))
                        .toList(),
                found,
                problem -> found.accept(List.of()));
    }

    @Override
    public void models(Endpoint endpoint, Consumer<List<String>> models, Consumer<String> failed) {
        tasks.run(
                () -> catalog.models(connection(endpoint).endpoint()),
                models,
                problem -> failed.accept(Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
    }

    @Override
    public void keepKey(String address, String key) {
        typed.put(address, key);
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
                .map(found -> connection(found).endpoint().parallel())
                .orElse(1);
    }

    /** What runs here costs nothing; what others charge is not known. */
    @Override
    public Estimate.@Nullable Price price(ModelRef ref) {
        boolean free = ref.endpoint().equals(OFFLINE)
                || named(ref.endpoint())
                        .filter(found -> isLocal(found.address()))
                        .isPresent();
        return free ? FREE : null;
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

    private void stock(List<Endpoint> endpoints) {
        known = List.copyOf(endpoints);
        List<ModelShelf.Choice> choices = new ArrayList<>();
        String offline = Texts.of("models.offline");
        choices.add(new ModelShelf.Choice(
                OfflineSolver.NAME, OfflineSolver.NAME, offline, ModelShelf.Role.SOLVER, true, () -> solver));
        choices.add(new ModelShelf.Choice(
                OfflineDelegator.NAME, OfflineDelegator.NAME, offline, ModelShelf.Role.DELEGATOR, true, delegator));
        for (Endpoint endpoint : endpoints) {
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

    private synchronized EndpointConnection connection(Endpoint endpoint) {
        return connections.computeIfAbsent(endpoint, this::connect);
    }

    private EndpointConnection connect(Endpoint endpoint) {
        boolean local = isLocal(endpoint.address());
        String usual = endpoint.models().isEmpty() ? "" : endpoint.models().getFirst();
        return new EndpointConnection(new dev.tracewright.llm.Endpoint(
                endpoint.name(),
                endpoint.address(),
                usual,
                key(endpoint),
                local ? 1 : REMOTE_CALLS,
                local,
                CallLimits.DEFAULT));
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
