package dev.tracewright.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a data set, as the data set has it.
 *
 * @param id stable key, equal for equal data set and question ({@link #idOf}), so that importing twice adds nothing
 * @param dataset the data set's short name in lower case, such as {@code gsm8k} or {@code math}
 * @param number the position in the data set, counted from 1
 * @param question the question, verbatim (may contain LaTeX)
 * @param answer the data set's answer field, verbatim: a full solution with {@code #### 18} or {@code \boxed{…}}, or a bare
 *     value; the gold answer is derived from it
 * @param level difficulty as the data set names it, such as {@code Level 3}, or null
 * @param subject subject as the data set names it, such as {@code Algebra}, or null
 */
public record Problem(
        String id,
        String dataset,
        int number,
        String question,
        String answer,
        @Nullable String level,
        @Nullable String subject) {

    /** The id of a problem: data set name and a digest of the question, white space folded. */
    public static String idOf(String dataset, String question) {
        String folded = question.strip().replaceAll("\\s+", " ");
        return dataset.toLowerCase(Locale.ROOT) + "-" + Digests.shortDigest(folded);
    }

    /** A problem whose id is derived from its data set and question. */
    public static Problem of(String dataset, int number, String question, String answer) {
        return new Problem(idOf(dataset, question), dataset, number, question, answer, null, null);
    }
}
