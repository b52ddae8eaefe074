package dev.tracewright.settings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The keychain of this system, through the command that comes with it: {@code secret-tool} (the Secret Service of GNOME, KDE and
 * others) or macOS's {@code security}. A key goes to the command on its input, never as an argument that other programs see.
 */
public final class SystemKeychain implements Keychain {
    private static final String SERVICE = "Tracewright";
    /** Long enough for a person to type the keychain's own password. */
    private static final int SECONDS = 120;
    /** What {@code security} says where it has no such entry. */
    private static final int MAC_NOT_FOUND = 44;

    private final boolean mac;
    private final String folder;
    /** What was read or kept in this sitting, so that a run does not ask for every call. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** The keychain of the system that the program runs on. */
    public SystemKeychain() {
        this(System.getProperty("os.name"), "");
    }

    /**
     * The keychain of another system.
     *
     * @param system its name
     * @param folder where its command is, with a separator at the end; empty for wherever the system finds it
     */
    SystemKeychain(String system, String folder) {
        this.mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
        this.folder = folder;
    }

    @Override
    public Optional<String> read(String address) {
        String before = known.get(address);
        if (before != null) {
            return Optional.of(before);
        }
        Ended ended = mac
                ? run("", List.of("security", "find-generic-password", "-s", SERVICE, "-a", address, "-w"))
                : run("", List.of("secret-tool", "lookup", "service", SERVICE, "address", address));
        boolean none = mac
                ? ended.code() == MAC_NOT_FOUND
                : ended.code() == 1 && ended.said().isBlank();
        if (none) {
            return Optional.empty();
        }
        if (ended.code() != 0) {
            throw failed(ended);
        }
        Optional<String> key = Optional.of(ended.output().strip()).filter(text -> !text.isEmpty());
        key.ifPresent(text -> known.put(address, text));
        return key;
    }

    @Override
    public void keep(String address, String key) {
        String plain = key.strip();
        if (plain.isEmpty() || plain.chars().anyMatch(Character::isISOControl)) {
            throw new SettingsException("A key is one line of text.");
        }
        Ended ended = mac
                ? run(
                        "add-generic-password -U -s " + SERVICE + " -a " + quoted(address) + " -w " + quoted(plain)
                                + "\n",
                        List.of("security", "-i"))
                : run(
                        plain,
                        List.of(
                                "secret-tool",
                                "store",
                                "--label=" + SERVICE + ": " + address,
                                "service",
                                SERVICE,
                                "address",
                                address));
        if (ended.code() != 0) {
            throw failed(ended);
        }
        known.put(address, plain);
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static SettingsException failed(Ended ended) {
        String said = ended.said().strip();
        return new SettingsException("The system's keychain could not be asked"
                + (said.isEmpty() ? "." : ": " + said.lines().findFirst().orElse("") + ".")
                + " Use an environment variable, or give the key for this session.");
    }

    /**
     * How a command ended.
     *
     * @param output what it printed
     * @param said what it complained about
     */
    private record Ended(int code, String output, String said) {}

    private Ended run(String input, List<String> command) {
        try {
            List<String> line = new ArrayList<>(command);
            line.set(0, folder + command.getFirst());
            Process process = new ProcessBuilder(line).start();
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            give(process, input);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SettingsException("The system's keychain did not answer within two minutes.");
            }
            return new Ended(process.exitValue(), output.join(), said.join());
        } catch (IOException e) {
            throw new SettingsException("This system's keychain cannot be used: " + command.getFirst()
                    + (mac ? "" : " (package libsecret-tools)")
                    + " is not there. Use an environment variable, or give the key for this session.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("The question to the system's keychain was broken off.");
        }
    }

    private static void give(Process process, String input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // It ended without reading its input; how it ended says why.
        }
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
