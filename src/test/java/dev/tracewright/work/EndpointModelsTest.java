package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.experiment.ModelRef;
import dev.tracewright.llm.Budget;
import dev.tracewright.llm.Endpoint;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.llm.Price;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointModelsTest {
    private static final ModelRef PRICED = new ModelRef("priced", "m");
    private static final ModelRef FREE = new ModelRef("here", "m");

    private final Map<String, EndpointConnection> connections = Map.of(
            "priced",
            new EndpointConnection(Endpoint.local("priced", "http://127.0.0.1:9", "")
                    .allowed(new Budget(7, null, null, new Price(new BigDecimal("3"), new BigDecimal("15"), "EUR")))),
            "here",
            new EndpointConnection(Endpoint.local("here", "http://127.0.0.1:9", "")));

    private final EndpointModels models = new EndpointModels(connections::get, "EUR");

    @Test
    void a_model_is_the_same_object_for_the_same_reference() {
        assertThat(models.model(PRICED)).isSameAs(models.model(new ModelRef("priced", "m")));
        assertThat(models.model(PRICED).name()).isEqualTo("m");
        assertThat(models.model(PRICED)).isNotSameAs(models.model(FREE));
    }

    @Test
    void calls_at_once_are_those_of_the_endpoint() {
        assertThat(models.parallel("priced")).isEqualTo(7);
        assertThat(models.parallel("here")).isEqualTo(1);
    }

    @Test
    void a_cost_is_known_where_price_counts_and_currency_are() {
        assertThat(models.cost(PRICED, 1000, 200)).isEqualTo(0.006);
        assertThat(models.cost(PRICED, 1000, null)).isNull();
        assertThat(models.cost(PRICED, null, 200)).isNull();
        assertThat(models.cost(FREE, 1000, 200)).isNull();
        assertThat(new EndpointModels(connections::get, "USD").cost(PRICED, 1000, 200))
                .isNull();
    }

    @Test
    void an_endpoint_that_is_not_set_up_is_named() {
        ModelRef gone = new ModelRef("gone", "m");
        assertThatThrownBy(() -> models.model(gone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> models.parallel("gone")).isInstanceOf(IllegalArgumentException.class);
        assertThat(models.cost(gone, 1, 1)).isNull();
    }
}
