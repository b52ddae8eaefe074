package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("temperature", "top-p", "seed", "stop");

    @Test
    void a_mistyped_name_is_found() {
        assertThat(Nearest.to("temprature", KNOWN)).contains("temperature");
        assertThat(Nearest.to("Temperature", KNOWN)).contains("temperature");
        assertThat(Nearest.to("topp", KNOWN)).contains("top-p");
        assertThat(Nearest.to("sedd", KNOWN)).contains("seed");
    }

    @Test
    void another_word_is_none() {
        assertThat(Nearest.to("repetitions", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
        assertThat(Nearest.to("seed", List.of())).isEmpty();
    }
}
