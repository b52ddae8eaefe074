package dev.tracewright.exchange.report;

import dev.tracewright.exchange.AtomicFile;
import dev.tracewright.exchange.ExchangeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which files of a folder are of an earlier report and as that report wrote them, so that a new report replaces these and nothing
 * else. Its file has the form of {@code sha256sum}; while a report is being written it lists old and new checksums, so that a report that
 * broke off can be gone over.
 */
final class Manifest {
    static final String FILE = "manifest.sha256";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");
    private static final Pattern LEFT_OVER = Pattern.compile("\\.(.+)\\.[0-9a-f]{8}\\.tmp");
    /** What systems leave in folders without being asked. */
    private static final Set<String> OF_THE_SYSTEM = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private final Path folder;
    private final Set<String> lines;
    /** What is here of an earlier report, as paths with slashes. */
    private final Set<String> here = new TreeSet<>();

    private Manifest(Path folder, Set<String> lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /**
     * Looks at a folder, which need not exist.
     *
     * @throws ExchangeException when it is none, or holds what is not of an earlier report or was changed since
     */
    static Manifest of(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ExchangeException("The report cannot be written to " + folder + ": it is a file, not a folder.");
        }
        Manifest manifest = new Manifest(folder, read(folder.resolve(FILE)));
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, manifest.new Look());
            } catch (IOException e) {
                throw new ExchangeException("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        return manifest;
    }

    /** Says before the first file is written which will be. */
    void announce(Map<String, byte[]> files) {
        ReportFolder.makeFolder(folder);
        Set<String> both = new TreeSet<>(lines);
        both.addAll(lines(files));
        write(both);
    }

    /** Says after the last file was written which were, having removed what is here of an earlier report and not of this one. */
    void conclude(Map<String, byte[]> files) {
        for (String path : here) {
            if (!files.containsKey(path)) {
                try {
                    Files.deleteIfExists(folder.resolve(path));
                } catch (IOException e) {
                    throw new ExchangeException(
                            "The file " + folder.resolve(path) + " of an earlier report cannot be removed: "
                                    + e.getMessage() + ".",
                            e);
                }
            }
        }
        write(new TreeSet<>(lines(files)));
    }

    private void write(Set<String> sums) {
        String text = String.join("\n", sums.stream().sorted(Manifest::byPath).toList()) + "\n";
        AtomicFile.write(folder.resolve(FILE), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int byPath(String one, String other) {
        int order = path(one).compareTo(path(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    private static String path(String line) {
        return line.substring(line.indexOf(' '));
    }

    private static List<String> lines(Map<String, byte[]> files) {
        List<String> lines = new ArrayList<>();
        files.forEach((path, content) -> lines.add(line(content, path)));
        return lines;
    }

    private static String line(byte[] content, String path) {
        return FileName.sha256(content) + "  " + path;
    }

    private static Set<String> read(Path file) {
        Set<String> lines = new HashSet<>();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return lines;
        }
        try {
            for (String line : Files.readString(file).split("\\R", -1)) {
                if (LINE.matcher(line).matches()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new ExchangeException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private boolean knows(String path) {
        return lines.stream().anyMatch(line -> line.endsWith("  " + path));
    }

    /** Goes through the folder until something is found that is not of a report. */
    private final class Look extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
            String path = inside(found);
            if (!found.equals(folder)
                    && lines.stream().noneMatch(line -> path(line).startsWith("  " + path + "/"))) {
                throw foreign(path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) throws IOException {
            String path = inside(found);
            String name = String.valueOf(found.getFileName());
            if ((path.equals(FILE) && !lines.isEmpty()) || OF_THE_SYSTEM.contains(name.toLowerCase(Locale.ROOT))) {
                return FileVisitResult.CONTINUE;
            }
            Matcher leftOver = LEFT_OVER.matcher(name);
            if (leftOver.matches() && !lines.isEmpty()) {
                String meant = path.substring(0, path.length() - name.length()) + leftOver.group(1);
                if (knows(meant) || meant.equals(FILE)) {
                    here.add(path);
                    return FileVisitResult.CONTINUE;
                }
            }
            if (!attributes.isRegularFile() || !knows(path)) {
                throw foreign(path);
            }
            if (!lines.contains(line(Files.readAllBytes(found), path))) {
                throw new ExchangeException(
                        "The file " + found + " was changed since the report was written, so nothing was"
                                + " written. Move it away or delete it, or choose another folder.");
            }
            here.add(path);
            return FileVisitResult.CONTINUE;
        }

        private String inside(Path found) {
            return folder.relativize(found).toString().replace('\\', '/');
        }

        private ExchangeException foreign(String path) {
            return new ExchangeException("The folder " + folder + " holds what is not of an earlier report, such as "
                    + path + ", so nothing was written. Choose an empty or a new folder.");
        }
    }
}
