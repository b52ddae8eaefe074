package dev.tracewright.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a foreign file means what. Columns are named as in {@link ColumnPreview#columns}: by header, by JSON key with
 * dots into nested objects, or as {@code #3} for the third column of a file without a header.
 *
 * @param columns the column of each meaning; {@link Meaning#QUESTION} must be there
 * @param header whether the first record of a CSV file names the columns
 */
public record ColumnMapping(Map<Meaning, String> columns, boolean header) {

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

        /** The word for this meaning in a message or on the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
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
