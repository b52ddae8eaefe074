package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250 cents | 2.5",
                "250 cents | $2.50",
                "$0.75 | 75",
                "\\$0.75 | 75 cents",
                "40% | 0.4",
                "0.4 | 40\\%",
                "\\frac{2}{5} | 40%",
                "90 minutes | 1.5",
                "90 minutes | 1.5 hours",
                "2 hours | 120",
                "500 cm | 5\\text{ m}",
                "500 cm | 5\\text{ meters}",
                "3 feet | 36",
                "2 square feet | 288",
                "14 days | 2"
            })
    void the_same_quantity_in_another_unit_is_told(String stated, String gold) {
        assertThat(Units.otherUnit(stated, gold)).isTrue();
        assertThat(Units.otherUnit(gold, stated)).isTrue();
        assertThat(Equality.same(stated, gold)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250 | 2.5",
                "250 cents | 25",
                "$250$ | 2.5",
                "40% | 4",
                "90 minutes | 90",
                "90 minutes | 9 hours",
                "60 miles per hour | 1",
                "2 apples | 24",
                "100 cents | 100 dollars",
                "Evelyn | 5",
                "0 | 0%"
            })
    void other_numbers_are_no_other_unit(String stated, String gold) {
        assertThat(Units.otherUnit(stated, gold)).isFalse();
        assertThat(Units.otherUnit(gold, stated)).isFalse();
    }
}
