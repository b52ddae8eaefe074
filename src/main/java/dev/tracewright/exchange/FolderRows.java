package dev.tracewright.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON files below a folder as rows, one a file, in the order of their paths with numbers counted as numbers. */
final class FolderRows implements RowReader {
    private final Path folder;
    private final List<Path> files;
    private final @Nullable Charset charset;
    private int next;
    private long row;
    private @Nullable Undecodable undecodable;

    private FolderRows(Path folder, List<Path> files, @Nullable Charset charset) {
        this.folder = folder;
        this.files = files;
        this.charset = charset;
    }

    static FolderRows open(Path folder, @Nullable Charset charset) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (attributes.isRegularFile() && name.endsWith(".json")) {
                    if (files.size() >= Limits.FILES) {
                        throw new ExchangeException(
                                "The folder " + folder + " holds more than " + Limits.FILES + " JSON files.");
                    }
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (files.isEmpty()) {
            throw new ExchangeException("The folder " + folder + " holds no JSON file with a problem.");
        }
        files.sort((a, b) -> natural(relative(folder, a), relative(folder, b)));
        return new FolderRows(folder, files, charset);
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Compares so that {@code 9.json} comes before {@code 10.json}. */
    static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int iEnd = digitsEnd(a, i);
                int jEnd = digitsEnd(b, j);
                String left = a.substring(i, iEnd).replaceFirst("^0+(?=.)", "");
                String right = b.substring(j, jEnd).replaceFirst("^0+(?=.)", "");
                int order = left.length() != right.length()
                        ? Integer.compare(left.length(), right.length())
                        : left.compareTo(right);
                if (order != 0) {
                    return order;
                }
                i = iEnd;
                j = jEnd;
            } else {
                int order = Character.compare(a.charAt(i++), b.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    @Override
    public @Nullable RowResult next() throws IOException {
        if (next >= files.size()) {
            return null;
        }
        Path file = files.get(next++);
        Place place = new Place(relative(folder, file), row++, 0, null);
        try (JsonDocument document = new JsonDocument(TextInput.open(file, charset), place.file())) {
            RowResult only = document.next();
            undecodable = undecodable == null ? document.undecodable() : undecodable;
            return switch (only) {
                case null -> new BadRow(place, "the file is empty");
                case BadRow bad -> new BadRow(place, bad.reason());
                case JsonRow json -> new JsonRow(withSubject(json.object(), file), place);
                case Row other -> new BadRow(other.place(), "the file holds no JSON object");
            };
        } catch (IOException e) {
            return new BadRow(place, "the file cannot be read: " + e.getMessage());
        }
    }

    /** The folder names the subject where the file does not. */
    private JsonNode withSubject(JsonNode object, Path file) {
        Path parent = folder.relativize(file).getParent();
        if (parent != null && object instanceof ObjectNode fields && !object.has("type") && !object.has("subject")) {
            fields.put("type", parent.getFileName().toString());
        }
        return object;
    }

    @Override
    public @Nullable Undecodable undecodable() {
        return undecodable;
    }

    @Override
    public void close() {}
}
