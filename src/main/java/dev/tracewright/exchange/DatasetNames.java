package dev.tracewright.exchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the short name of a data set in the name of its file or of a folder it lies in. */
final class DatasetNames {
    private static final Pattern BETWEEN = Pattern.compile("[-_. ]+");
    private static final Set<String> PARTS = Set.of(
            "train",
            "test",
            "validation",
            "valid",
            "dev",
            "data",
            "main",
            "socratic",
            "default",
            "problems",
            "algebra",
            "counting",
            "and",
            "probability",
            "geometry",
            "intermediate",
            "number",
            "theory",
            "prealgebra",
            "precalculus");
    private static final int FOLDERS = 4;

    private DatasetNames() {}

    /** The short name that the word stands for, or null. */
    static @Nullable String known(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "gsm8k" -> "gsm8k";
            case "math", "math500" -> word.toLowerCase(Locale.ROOT);
            case "csqa", "neqa" -> word.toLowerCase(Locale.ROOT);
            default -> null;
        };
    }

    /**
     * The name for the problems in this file or folder: a known data set, else the nearest name that is
     * more than a part such as {@code train} or {@code algebra}.
     */
    static String of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (int i = 0; i < FOLDERS && absolute != null && absolute.getFileName() != null; i++) {
            String name = absolute.getFileName().toString();
            String stem = i == 0 ? name.replaceFirst("(?i)(\\.(csv|jsonl?|ndjson|parquet|txt|tsv))+$", "") : name;
            boolean onlyParts = true;
            for (String word : BETWEEN.splitAsStream(stem).toList()) {
                String known = known(word);
                if (known != null) {
                    return known;
                }
                onlyParts &= word.isEmpty() || PARTS.contains(word.toLowerCase(Locale.ROOT)) || word.matches("\\d+|of");
            }
            if (!onlyParts) {
                return tidy(stem);
            }
            absolute = absolute.getParent();
        }
        return "problems";
    }

    /** Lower case, with everything that is no letter, digit, dot or hyphen replaced. */
    static String tidy(String name) {
        String tidied = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-");
        return tidied.isBlank() || "-".equals(tidied) ? "problems" : tidied;
    }
}
