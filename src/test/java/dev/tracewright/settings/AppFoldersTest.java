package dev.tracewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
    private static Path folder(Map<String, String> properties, Map<String, String> environment) {
        return AppFolders.config(properties::get, environment::get);
    }

    @Test
    void linux_follows_the_xdg_rules() {
        Map<String, String> linux = Map.of("os.name", "Linux", "user.home", "/home/ada");
        assertThat(folder(linux, Map.of())).isEqualTo(Path.of("/home/ada/.config/tracewright"));
        assertThat(folder(linux, Map.of("XDG_CONFIG_HOME", "/etc/ada"))).isEqualTo(Path.of("/etc/ada/tracewright"));
        assertThat(folder(linux, Map.of("XDG_CONFIG_HOME", "relative")))
                .isEqualTo(Path.of("/home/ada/.config/tracewright"));
    }

    @Test
    void macos_and_windows_have_their_own_folders() {
        assertThat(folder(Map.of("os.name", "Mac OS X", "user.home", "/Users/ada"), Map.of()))
                .isEqualTo(Path.of("/Users/ada/Library/Application Support/Tracewright"));
        Map<String, String> windows = Map.of("os.name", "Windows 11", "user.home", "/c/ada");
        assertThat(folder(windows, Map.of("APPDATA", "/c/roaming"))).isEqualTo(Path.of("/c/roaming/Tracewright"));
        assertThat(folder(windows, Map.of())).isEqualTo(Path.of("/c/ada/AppData/Roaming/Tracewright"));
    }

    @Test
    void the_property_wins_over_the_variable_and_both_over_the_system() {
        Map<String, String> property = Map.of("os.name", "Linux", "user.home", "/home/ada", "tracewright.home", "/one");
        assertThat(folder(property, Map.of("TRACEWRIGHT_HOME", "/two"))).isEqualTo(Path.of("/one"));
        assertThat(folder(Map.of("os.name", "Linux", "user.home", "/home/ada"), Map.of("TRACEWRIGHT_HOME", "/two")))
                .isEqualTo(Path.of("/two"));
    }
}
