package dev.tracewright.work;

import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.RunModels;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.llm.Price;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The models of a study at the endpoints that are set up: each asked within its endpoint's budget, and at its price. */
public final class EndpointModels implements RunModels {
    private final Function<String, @Nullable EndpointConnection> endpoints;
    private final String currency;

    /**
     * @param endpoints the one connection of the endpoint with this name, or null where none is set up; asked anew for every
     *     call, so that a change of the settings counts at once
     * @param currency the ISO 4217 code that costs are wanted in; a price in another one counts as unknown
     */
    public EndpointModels(Function<String, @Nullable EndpointConnection> endpoints, String currency) {
        this.endpoints = endpoints;
        this.currency = currency;
    }

    @Override
    public ChatModel model(ModelRef ref) {
        return connection(ref.endpoint()).model(ref.model());
    }

    /** @throws IllegalArgumentException when it is not configured */
    @Override
    public int parallel(String endpoint) {
        return connection(endpoint).endpoint().budget().parallel();
    }

    /** Null also where the endpoint is gone: what was spent there stays to be seen. */
    @Override
    public @Nullable Double cost(ModelRef ref, @Nullable Integer promptTokens, @Nullable Integer outputTokens) {
        EndpointConnection connection = endpoints.apply(ref.endpoint());
        Price price = connection == null ? null : connection.endpoint().budget().price();
        if (price == null || !price.currency().equals(currency)) {
            return null;
        }
        BigDecimal cost = price.cost(promptTokens, outputTokens);
        return cost == null ? null : cost.doubleValue();
    }

    private EndpointConnection connection(String name) {
        EndpointConnection connection = endpoints.apply(name);
        if (connection == null) {
            throw new IllegalArgumentException("No server with the name " + name + " is set up.");
        }
        return connection;
    }
}
