package dev.tracewright.exchange;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a foreign file means what. Columns are named as in {@link ColumnPreview#columns}: by header, by JSON key with
 * dots into nested objects, or as {@code #3} for the third column of a file without a header.
 *
 * @param columns the column of each meaning; {@link Meaning#QUESTION} must be there
 * @param header whether the first record of a CSV file names the columns
 */
public record ColumnMapping(Map<Meaning, String> columns, boolean header) {
    private static final Pattern UNNAMED = Pattern.compile("#\\d+");

    /** What a column can mean. */
    public enum Meaning {
        QUESTION,
        GOLD_ANSWER,
        STEPS,
        OUTPUT,
        MODEL,
        DELEGATOR,
        APPROACH,
        VERDICT,
        NOTE,
        ANNOTATOR,
        PROMPT,
        LEVEL,
        SUBJECT,
        NUMBER,
        DATASET;

        /** The word for this meaning in a message, a plan or on the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The meaning with this word, in any case.
         *
         * @throws IllegalArgumentException in a sentence that names the known ones
         */
        public static Meaning ofKey(String key) {
            for (Meaning meaning : values()) {
                if (meaning.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
                    return meaning;
                }
            }
            throw new IllegalArgumentException("'" + Shown.of(key) + "' is nothing that a column can mean; known are "
                    + String.join(
                            ", ", Arrays.stream(values()).map(Meaning::key).toList()) + ".");
        }
    }

    public ColumnMapping {
        EnumMap<Meaning, String> ordered = new EnumMap<>(Meaning.class);
        ordered.putAll(columns);
        columns = Collections.unmodifiableMap(ordered);
    }

    /** A mapping for a file with named columns. */
    public static ColumnMapping of(Map<Meaning, String> columns) {
        return new ColumnMapping(columns, true);
    }

    /**
     * A mapping from words; the columns of a file without a header are all named {@code #1}, {@code #2} and so on.
     *
     * @throws IllegalArgumentException in a sentence, when a word is none of {@link Meaning#key}
     */
    public static ColumnMapping named(Map<String, String> columns) {
        EnumMap<Meaning, String> meanings = new EnumMap<>(Meaning.class);
        columns.forEach((key, column) -> meanings.put(Meaning.ofKey(key), column));
        return new ColumnMapping(
                meanings,
                !columns.values().stream()
                        .allMatch(column -> UNNAMED.matcher(column).matches()));
    }

    /** The same as words, in the order of the meanings. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        columns.forEach((meaning, column) -> named.put(meaning.key(), column));
        return named;
    }

    /** The column of a meaning, or null. */
    public @Nullable String column(Meaning meaning) {
        return columns.get(meaning);
    }

    /** Whether something can be read with it: a question, and an answer of the data set or of a model. */
    public boolean complete() {
        return columns.containsKey(Meaning.QUESTION)
                && (columns.containsKey(Meaning.GOLD_ANSWER) || columns.containsKey(Meaning.OUTPUT));
    }
}
