package dev.tracewright.settings;

import dev.tracewright.settings.KeychainTool.Ended;
import dev.tracewright.settings.KeychainTool.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The keychain of this system, through the command that comes with it ({@link KeychainTool}). A key goes to the command on its
 * input, never as an argument that other programs see.
 */
public final class SystemKeychain implements Keychain {
    /** Long enough for a person to type the keychain's own password. */
    private static final int SECONDS = 120;

    private final KeychainTool tool;
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
        this.tool = KeychainTool.of(system);
        this.folder = folder;
    }

    @Override
    public Optional<String> read(String address) {
        String before = known.get(address);
        if (before != null) {
            return Optional.of(before);
        }
        Ended ended = run(tool.find(address));
        if (tool.none(ended)) {
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
        Ended ended = run(tool.keep(address, plain));
        if (ended.code() != 0) {
            throw failed(ended);
        }
        known.put(address, plain);
    }

    private static SettingsException failed(Ended ended) {
        String said = ended.said().strip();
        return new SettingsException("The system's keychain could not be asked"
                + (said.isEmpty() ? "." : ": " + said.lines().findFirst().orElse("") + ".")
                + " Use an environment variable, or give the key for this session.");
    }

    private Ended run(Question question) {
        String command = question.line().getFirst();
        try {
            List<String> line = new ArrayList<>(question.line());
            line.set(0, folder + command);
            ProcessBuilder builder = new ProcessBuilder(line);
            builder.environment().putAll(question.settings());
            Process process = builder.start();
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            give(process, question.input());
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SettingsException("The system's keychain did not answer within two minutes.");
            }
            return new Ended(process.exitValue(), output.join(), said.join());
        } catch (IOException e) {
            throw new SettingsException("This system's keychain cannot be used: " + command + tool.origin()
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
