package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicDatasetsTest {
    private static final List<PublicDataset> ALL = PublicDatasets.all();
    private static final Set<String> BUNDLED = Set.of("arithmetic.jsonl", "symbolic-algebra.jsonl", "README.md");

    @Test
    void the_two_data_sets_of_the_paper_are_there() {
        assertThat(ALL)
                .extracting(PublicDataset::name)
                .contains("gsm8k-test", "gsm8k-train", "math-test")
                .doesNotHaveDuplicates();
    }

    @Test
    void no_two_share_a_file_and_none_takes_the_place_of_a_bundled_one() {
        assertThat(ALL).extracting(PublicDataset::file).doesNotHaveDuplicates().doesNotContainAnyElementsOf(BUNDLED);
        assertThat(ALL).extracting(PublicDataset::sha256).doesNotHaveDuplicates();
    }

    @Test
    void every_address_is_encrypted_and_fixed_to_a_commit() {
        assertThat(ALL).allSatisfy(dataset -> {
            URI address = URI.create(dataset.address());
            assertThat(address.getScheme()).isEqualTo("https");
            assertThat(address.getRawUserInfo()).isNull();
            assertThat(address.getRawQuery()).isNull();
            assertThat(address.getPath()).containsPattern("/[0-9a-f]{40}/");
            assertThat(URI.create(dataset.page()).getScheme()).isEqualTo("https");
        });
    }

    @Test
    void the_name_of_the_file_says_which_data_set_it_is_and_has_its_ending() {
        assertThat(ALL).allSatisfy(dataset -> {
            String server = dataset.address().substring(dataset.address().lastIndexOf('.'));
            assertThat(dataset.file()).endsWith(server).startsWith(dataset.name());
            assertThat(DatasetNames.of(java.nio.file.Path.of(dataset.file()))).isIn("gsm8k", "math", "math500");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.jsonl", "a/b.jsonl", "C:\\x.jsonl", ".hidden.jsonl", "gsm8k.exe", "", "a.jsonl\0"})
    void a_file_name_that_could_lead_elsewhere_is_refused(String file) {
        assertThatThrownBy(() -> made(file, "0".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The public data set 'made' has no usable file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "G000000000000000000000000000000000000000000000000000000000000000"})
    void without_a_checksum_nothing_is_listed(String checksum) {
        assertThatThrownBy(() -> made("made.jsonl", checksum)).hasMessageContaining("no usable sha256");
    }

    private static PublicDataset made(String file, String checksum) {
        return new PublicDataset(
                "made", "Made", 2, "MIT", "https://made.invalid", "https://made.invalid/x", file, null, checksum);
    }
}
