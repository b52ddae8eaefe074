package dev.tracewright.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the operating system wants a program's settings to be. */
public final class AppFolders {
    /** The system property that overrides the folder. */
    public static final String PROPERTY = "tracewright.home";
    /** The environment variable that overrides the folder. */
    public static final String VARIABLE = "TRACEWRIGHT_HOME";

    private AppFolders() {}

    /** The settings folder of this user; it need not exist yet. */
    public static Path config() {
        return config(System::getProperty, System::getenv);
    }

    /** The settings folder as the given system properties and environment variables say. */
    static Path config(Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
        Path override = absolute(property.apply(PROPERTY));
        if (override == null) {
            override = absolute(environment.apply(VARIABLE));
        }
        if (override != null) {
            return override;
        }
        String home = property.apply("user.home");
        Path user = Path.of(home == null ? "." : home).toAbsolutePath();
        String system = String.valueOf(property.apply("os.name")).toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Tracewright");
        }
        if (system.startsWith("windows")) {
            Path roaming = absolute(environment.apply("APPDATA"));
            return (roaming == null ? user.resolve("AppData").resolve("Roaming") : roaming).resolve("Tracewright");
        }
        String xdg = environment.apply("XDG_CONFIG_HOME");
        // The XDG specification: a relative path is invalid and to be ignored.
        Path base = xdg != null && xdg.startsWith("/") ? absolute(xdg) : null;
        return (base == null ? user.resolve(".config") : base).resolve("tracewright");
    }

    private static @Nullable Path absolute(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Path.of(text.strip()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
