package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a person may say about a file that the file does not say itself. Every part is null for "find out".
 *
 * @param charset the encoding; null for UTF-8, or UTF-16 where a byte order mark says so
 * @param dataset the data set's short name; null for the one in the records or the file's name
 * @param delegator the delegator's name for records that name none
 * @param solver the solver's name for records that name none
 * @param approach the approach for records that name none
 * @param mapping which column means what; null for the known formats and for guessing
 */
public record ImportOptions(
        @Nullable Charset charset,
        @Nullable String dataset,
        @Nullable String delegator,
        @Nullable String solver,
        @Nullable Approach approach,
        @Nullable ColumnMapping mapping) {
    /** Find out everything. */
    public static final ImportOptions NONE = new ImportOptions(null, null, null, null, null, null);

    public ImportOptions withCharset(Charset newCharset) {
        return new ImportOptions(newCharset, dataset, delegator, solver, approach, mapping);
    }

    public ImportOptions withDataset(String newDataset) {
        return new ImportOptions(charset, newDataset, delegator, solver, approach, mapping);
    }

    public ImportOptions withDelegator(String newDelegator) {
        return new ImportOptions(charset, dataset, newDelegator, solver, approach, mapping);
    }

    public ImportOptions withSolver(String newSolver) {
        return new ImportOptions(charset, dataset, delegator, newSolver, approach, mapping);
    }

    public ImportOptions withApproach(Approach newApproach) {
        return new ImportOptions(charset, dataset, delegator, solver, newApproach, mapping);
    }

    public ImportOptions withMapping(ColumnMapping newMapping) {
        return new ImportOptions(charset, dataset, delegator, solver, approach, newMapping);
    }
}
