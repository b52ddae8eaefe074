package dev.tracewright.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One record of any format, asked by column name, so that the meaning of a record is decided apart from its syntax. */
non-sealed interface Row extends RowResult {
    Place place();

    /** The columns this record has, in file order. */
    Set<String> names();

    /** Whether the record has the column at all, even with nothing in it. */
    boolean has(String name);

    /** The value as text, or null where there is none. In JSON a dot leads into an object; {@code #3} is the third column. */
    @Nullable
    String text(String name);

    /** The value, or null where it is missing or empty. */
    default @Nullable String filled(@Nullable String name) {
        String text = name == null ? null : text(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** The value; a {@link BadRowException} where it is missing or empty. */
    default String required(String name) {
        String text = filled(name);
        if (text == null) {
            throw new BadRowException(name, "'" + name + "' is missing or empty");
        }
        return text;
    }
}
