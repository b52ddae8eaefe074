package dev.tracewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** The keychain's command is asked as its manual says; in its place stands a script that keeps what it is given in files. */
@DisabledOnOs(WINDOWS)
class SystemKeychainTest {
    private static final String ADDRESS = "https://api.example.com/v1";
    private static final String KEY = "sk-proj-4f9A \"x\" \\ Q82kLmN0pQrStUv";

    @TempDir
    private Path folder;

    private SystemKeychain keychain(String system, String command, String script) throws IOException {
        Path file = folder.resolve(command);
        Files.writeString(file, "#!/bin/sh\nd=" + folder + "\necho \"$@\" >> $d/arguments\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new SystemKeychain(system, folder + "/");
    }

    private SystemKeychain secretService() throws IOException {
        return keychain("Linux", "secret-tool", """
                case "$1" in
                store) cat > $d/kept ;;
                lookup) [ -f $d/kept ] || exit 1; cat $d/kept ;;
                esac
                """);
    }

    @Test
    void a_key_is_kept_under_its_address_and_found_again_by_another_start_of_the_program() throws IOException {
        assertThat(secretService().read(ADDRESS)).isEmpty();
        secretService().keep(ADDRESS, " " + KEY + "\n");
        assertThat(secretService().read(ADDRESS)).isEqualTo(Optional.of(KEY));
        assertThat(Files.readString(folder.resolve("arguments")))
                .contains("address " + ADDRESS)
                .doesNotContain("sk-proj");
    }

    @Test
    void it_is_asked_once_in_a_sitting() throws IOException {
        SystemKeychain keychain = secretService();
        keychain.keep(ADDRESS, KEY);
        for (int i = 0; i < 5; i++) {
            assertThat(keychain.read(ADDRESS)).contains(KEY);
        }
        assertThat(Files.readAllLines(folder.resolve("arguments"))).hasSize(1);
    }

    @Test
    void on_a_mac_the_key_goes_to_the_command_on_its_input_too() throws IOException {
        SystemKeychain mac = keychain("Mac OS X", "security", """
                case "$1" in
                -i) cat > $d/lines ;;
                find-generic-password) exit 44 ;;
                esac
                """);
        assertThat(mac.read(ADDRESS)).isEmpty();
        mac.keep(ADDRESS, KEY);
        assertThat(Files.readString(folder.resolve("arguments"))).doesNotContain("sk-proj");
        assertThat(Files.readAllLines(folder.resolve("lines")))
                .isEqualTo(List.of("add-generic-password -U -s Tracewright -a \"" + ADDRESS
                        + "\" -w \"sk-proj-4f9A \\\"x\\\" \\\\ Q82kLmN0pQrStUv\""));
    }

    @Test
    void on_windows_the_key_goes_to_the_command_on_its_input_and_the_address_beside_it() throws IOException {
        SystemKeychain windows = keychain("Windows 11", "powershell.exe", """
                echo "$TRACEWRIGHT_ADDRESS" > $d/address
                case "$4" in
                *ReadToEnd*) cat > $d/kept ;;
                *Retrieve*) [ -f $d/kept ] || exit 44; cat $d/kept ;;
                esac
                """);
        assertThat(windows.read(ADDRESS)).isEmpty();
        windows.keep(ADDRESS, KEY);
        assertThat(Files.readString(folder.resolve("kept"))).isEqualTo(KEY);
        assertThat(Files.readString(folder.resolve("address")).strip()).isEqualTo(ADDRESS);
        assertThat(Files.readString(folder.resolve("arguments")))
                .contains("-NonInteractive", "PasswordVault")
                .doesNotContain("sk-proj", ADDRESS);
        assertThat(new SystemKeychain("Windows 11", folder + "/").read(ADDRESS)).contains(KEY);
    }

    @Test
    void a_keychain_that_cannot_be_asked_is_one_sentence_without_the_key() throws IOException {
        SystemKeychain locked = keychain("Linux", "secret-tool", "echo 'Cannot autolaunch D-Bus' >&2; exit 1\n");
        assertThatThrownBy(() -> locked.keep(ADDRESS, KEY))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Cannot autolaunch D-Bus")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("sk-proj"));
        Endpoint endpoint = new Endpoint("Cloud", "openai", ADDRESS, List.of(), KeyReference.parse("keychain"));
        assertThat(new SecretResolver(new SessionSecrets(), locked).resolve(endpoint))
                .isInstanceOfSatisfying(
                        SecretResolver.Resolution.Missing.class,
                        missing -> assertThat(missing.sentence()).contains("keychain", "environment variable"));
        assertThatThrownBy(() -> new SystemKeychain("Linux", folder + "/none/").read(ADDRESS))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("secret-tool (package libsecret-tools) is not there");
        assertThatThrownBy(() -> locked.keep(ADDRESS, "two\nlines")).hasMessage("A key is one line of text.");
    }

    @Test
    void a_server_gets_the_key_of_its_own_address_only() throws IOException {
        SystemKeychain keychain = keychain("Linux", "secret-tool", """
                [ "$1 $5" = "lookup https://api.example.com/v1" ] || exit 1
                echo one-key
                """);
        SecretResolver resolver = new SecretResolver(new SessionSecrets(), keychain);
        Endpoint endpoint = new Endpoint("Cloud", "openai", ADDRESS, List.of(), new KeyReference.Keychain());
        assertThat(resolver.resolve(endpoint))
                .isInstanceOfSatisfying(
                        SecretResolver.Resolution.Found.class,
                        found -> assertThat(found.secret().reveal()).isEqualTo("one-key"));
        Endpoint other =
                new Endpoint("Cloud", "openai", "https://other.example.com/v1", List.of(), new KeyReference.Keychain());
        assertThat(resolver.resolve(other))
                .isInstanceOfSatisfying(
                        SecretResolver.Resolution.Missing.class,
                        missing -> assertThat(missing.sentence()).contains("has no key for Cloud"));
    }
}
