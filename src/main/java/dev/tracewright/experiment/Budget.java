package dev.tracewright.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Where a study stops by itself.
 *
 * @param money the most it may cost, or null for no limit
 * @param tokens the most tokens it may use, prompts and outputs together, or null for no limit
 */
public record Budget(@Nullable Money money, @Nullable Long tokens) {
    /** No limit. */
    public static final Budget NONE = new Budget(null, null);

    /** @throws StudyPlanException when the limit of tokens is below 1 */
    public Budget {
        if (tokens != null && tokens < 1) {
            throw new StudyPlanException("budget/tokens", "The budget has " + tokens + " tokens; it has at least 1.");
        }
    }
}
