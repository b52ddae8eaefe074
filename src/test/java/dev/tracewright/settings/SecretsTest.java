package dev.tracewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String KEY = "sk-proj-4f9AxQ82kLmN0pQrStUv";

    private static final Keychain NO_KEYCHAIN = new Keychain() {
        @Override
        public Optional<String> read(String address) {
            return Optional.empty();
        }

        @Override
        public void keep(String address, String key) {
            throw new UnsupportedOperationException();
        }
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "env:" + KEY,
                "env:hf_AbCdEfGhIjKlMnOp",
                "AIzaSyA1b2C3d4E5f6G7h8I9j0",
                "env:AIzaSyA1b2C3d4E5f6G7h8I9j0",
                "env:AKIA1234567890ABCDEF",
                "Bearer abc",
                "env:",
                "env:TWO WORDS",
                ""
            })
    void what_looks_like_a_key_is_refused_without_being_repeated(String typed) {
        assertThatThrownBy(() -> KeyReference.parse(typed))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("saved")
                .satisfies(e -> {
                    String bare = typed.replace("env:", "");
                    if (bare.length() > 10) {
                        assertThat(e.toString()).doesNotContain(bare);
                    }
                });
    }

    @Test
    void a_variable_name_is_accepted() {
        assertThat(KeyReference.parse(" env:OPENAI_API_KEY ")).isEqualTo(new KeyReference.Variable("OPENAI_API_KEY"));
        assertThat(KeyReference.parse("env:OPENROUTER_KEY_2")).hasToString("env:OPENROUTER_KEY_2");
    }

    @Test
    void no_file_ever_contains_a_key() throws IOException {
        SessionSecrets session = new SessionSecrets();
        session.put("https://api.example.com/v1", KEY);
        Endpoint endpoint = new Endpoint(
                "Cloud",
                "openai",
                "https://api.example.com/v1/",
                List.of("big"),
                new KeyReference.Variable("CLOUD_KEY"));
        assertThatThrownBy(() -> endpoint.withKey(KeyReference.parse(KEY))).isInstanceOf(SettingsException.class);
        SettingsFile file = new SettingsFile(folder);
        Files.writeString(
                file.path(),
                "{\"endpoints\": [{\"name\": \"Hand\", \"address\": \"http://h:1\", \"key\": \"" + KEY
                        + "\"}, {\"name\": \"Url\", \"address\": \"https://me:" + KEY + "@h/v1\"}]}");
        SettingsFile.Loaded loaded = file.load();
        assertThat(loaded.messages()).hasSize(2).noneMatch(m -> m.contains(KEY));
        assertThat(loaded.settings().endpoints()).extracting(Endpoint::name).containsExactly("Hand");
        file.save(loaded.settings().withEndpoints(List.of(endpoint)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(path)).contains("env:CLOUD_KEY").doesNotContain(KEY);
            }
        }
        assertThat(session.toString() + session.get("https://api.example.com/v1") + endpoint)
                .doesNotContain(KEY);
    }

    @Test
    void an_address_that_could_carry_a_secret_is_refused_without_being_repeated() {
        for (String address :
                List.of("https://me:" + KEY + "@h/v1", "https://h/v1?key=" + KEY, "ftp://h", "h:1", "ht tp:" + KEY)) {
            assertThatThrownBy(() -> Endpoint.normalise(address))
                    .isInstanceOf(SettingsException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(KEY));
        }
    }

    @Test
    void a_key_for_this_session_is_bound_to_its_address() {
        SessionSecrets session = new SessionSecrets();
        session.put("HTTPS://Api.Example.com:443/v1/", " " + KEY + "\n");
        SecretResolver resolver =
                new SecretResolver(session, Map.of("CLOUD_KEY", "from-environment")::get, NO_KEYCHAIN);
        Endpoint same = new Endpoint(
                "Cloud", "openai", "https://api.example.com/v1", List.of(), new KeyReference.Variable("CLOUD_KEY"));
        Endpoint other = new Endpoint("Other", "openai", "https://api.example.com/v2", List.of(), null);
        assertThat(resolver.resolve(same)).isInstanceOfSatisfying(SecretResolver.Resolution.Found.class, found -> {
            assertThat(found.secret().reveal()).isEqualTo(KEY);
            assertThat(found.address()).isEqualTo("https://api.example.com/v1");
            assertThat(found.toString()).doesNotContain(KEY);
        });
        assertThat(resolver.resolve(other)).isEqualTo(new SecretResolver.Resolution.None());
        session.put("https://api.example.com/v1", "");
        assertThat(resolver.resolve(same))
                .isInstanceOfSatisfying(
                        SecretResolver.Resolution.Found.class,
                        found -> assertThat(found.secret().reveal()).isEqualTo("from-environment"));
    }

    @Test
    void a_variable_that_is_not_set_or_not_usable_is_one_sentence() {
        Endpoint endpoint =
                new Endpoint("Cloud", "openai", "https://h", List.of(), new KeyReference.Variable("CLOUD_KEY"));
        assertThat(new SecretResolver(new SessionSecrets(), name -> null, NO_KEYCHAIN).resolve(endpoint))
                .isInstanceOfSatisfying(
                        SecretResolver.Resolution.Missing.class,
                        missing -> assertThat(missing.sentence())
                                .startsWith(
                                        "The environment variable CLOUD_KEY, which should hold the key for Cloud, is not set"));
        assertThat(new SecretResolver(new SessionSecrets(), name -> "a\nb", NO_KEYCHAIN).resolve(endpoint))
                .isInstanceOfSatisfying(
                        SecretResolver.Resolution.Missing.class,
                        missing -> assertThat(missing.sentence())
                                .contains("line break")
                                .doesNotContain("a\nb"));
    }
}
