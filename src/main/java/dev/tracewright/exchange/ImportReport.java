package dev.tracewright.exchange;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading one file.
 *
 * @param file the file or folder that was read
 * @param format what it was recognised as
 * @param mapping the column mapping that was used, chosen or guessed; null for files whose columns are known
 * @param problems how many problems without an answer were read
 * @param traces how many answers were read
 * @param badRows how many records could not be read
 * @param firstBadRows the first {@value #KEPT} of them, in file order
 * @param undecodable the first bytes that are not in the expected encoding, or null; reading again with
 *     {@link ImportOptions#withCharset} may help
 */
public record ImportReport(
        Path file,
        ImportFormat format,
        @Nullable ColumnMapping mapping,
        long problems,
        long traces,
        long badRows,
        List<BadRow> firstBadRows,
        @Nullable Undecodable undecodable) {
    /** How many bad rows a report keeps, so that a hostile file cannot exhaust memory. */
    public static final int KEPT = 1000;

    public ImportReport {
        firstBadRows = List.copyOf(firstBadRows);
    }

    /** Whether every record was read. */
    public boolean clean() {
        return badRows == 0;
    }

    /** One line for a person. */
    public String summary() {
        String found = traces > 0 || problems == 0 ? count(traces, "trace") : count(problems, "problem");
        String both = traces > 0 && problems > 0 ? found + " and " + count(problems, "problem") : found;
        return file.getFileName() + ": " + both + " from a " + format.title()
                + (badRows == 0 ? "" : "; " + count(badRows, "row") + " could not be read");
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
