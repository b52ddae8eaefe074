package dev.tracewright.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings on disk. A file that cannot be understood is set aside as {@code .broken} and reported; one that cannot even be set
 * aside is never written over. Methods may be called from any thread and block.
 */
public final class SettingsFile {
    private static final long LARGEST = 4_000_000;

    private final Path file;
    private ObjectNode held = SettingsJson.empty();
    private @Nullable String refusal;

    /** What was read, and a sentence for each thing a person should know. */
    public record Loaded(Settings settings, List<String> messages) {
        public Loaded {
            messages = List.copyOf(messages);
        }
    }

    /** The settings in {@code settings.json} of a folder, such as {@link AppFolders#config()}. */
    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    /** The file. */
    public Path path() {
        return file;
    }

    /** Reads the settings; never throws: what cannot be read becomes the default, with a message. */
    public synchronized Loaded load() {
        held = SettingsJson.empty();
        refusal = null;
        try {
            ObjectNode parsed = parse();
            if (parsed == null) {
                return setAside("it is no JSON object");
            }
            held = parsed;
            SettingsJson.Read read = SettingsJson.read(parsed);
            return new Loaded(read.settings(), read.corrected());
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.DEFAULT, List.of());
        } catch (CharacterCodingException e) {
            return setAside("it is not UTF-8");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return setAside("it is no valid JSON" + (line > 0 ? " in line " + line : ""));
        } catch (IOException e) {
            refusal =
                    "The settings in " + file + " could not be read (" + reason(e) + ") and will not be written over.";
            return new Loaded(Settings.DEFAULT, List.of(refusal));
        }
    }

    private @Nullable ObjectNode parse() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return SettingsJson.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Loaded setAside(String why) {
        List<String> messages = new ArrayList<>();
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".broken");
            for (int i = 2; Files.exists(aside); i++) {
                aside = file.resolveSibling(file.getFileName() + ".broken-" + i);
            }
            Files.move(file, aside);
            messages.add("The settings in " + file + " could not be understood: " + why + "; they were set aside as "
                    + aside.getFileName() + ", and the usual settings are used.");
        } catch (IOException e) {
            refusal = "The settings in " + file + " could not be understood: " + why
                    + "; they could not be set aside either (" + reason(e) + ") and will not be written over.";
            messages.add(refusal);
        }
        return new Loaded(Settings.DEFAULT, messages);
    }

    /**
     * Writes the settings; the file changes at once and whole, or not at all. Unknown keys of the file that was loaded stay.
     *
     * @throws SettingsException when it cannot be written, or must not be because it could not be read
     */
    public synchronized void save(Settings settings) {
        if (refusal != null) {
            throw new SettingsException(refusal);
        }
        Path folder = file.getParent();
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            String text = SettingsJson.write(settings, held);
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            remove(temporary);
            throw new SettingsException("The settings could not be saved in " + file + ": " + reason(e) + ".", e);
        }
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "access is denied";
            case java.nio.file.FileAlreadyExistsException exists -> "a file stands where a folder should be";
            case java.nio.file.FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
