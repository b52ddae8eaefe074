package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LengthBandTest {
    @Test
    void every_length_is_in_the_band_whose_words_hold_it() {
        assertThat(Arrays.stream(LengthBand.values()).map(LengthBand::words))
                .containsExactly(
                        "up to 249",
                        "250\u2013499",
                        "500\u2013999",
                        "1,000\u20131,999",
                        "2,000\u20133,999",
                        "4,000\u20137,999",
                        "8,000 and more");
        assertThat(LengthBand.of(0)).isEqualTo(LengthBand.TO_249);
        assertThat(LengthBand.of(Integer.MAX_VALUE)).isEqualTo(LengthBand.FROM_8000);
        for (LengthBand band : LengthBand.values()) {
            assertThat(LengthBand.of(band.least())).isEqualTo(band);
            if (band != LengthBand.TO_249) {
                assertThat(LengthBand.of(band.least() - 1)).isLessThan(band);
            }
        }
    }

    @Test
    void no_output_is_shorter_than_nothing() {
        assertThatThrownBy(() -> LengthBand.of(-1)).hasMessage("no output has -1 characters");
    }
}
