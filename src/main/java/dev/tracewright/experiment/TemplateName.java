package dev.tracewright.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a study names a prompt template: {@code paper/delegation@1}, or {@code paper/delegation} for its newest version.
 *
 * @param name 1 to {@value #LONGEST} characters on one line, without {@code @} and without white space at its ends
 * @param version counted from 1, or null for the newest
 */
public record TemplateName(String name, @Nullable Integer version) {
    /** The longest name, in UTF-16 units. */
    public static final int LONGEST = 80;

    private static final Pattern WRITTEN = Pattern.compile("([^@]*)@([1-9][0-9]{0,8})");

    /** @throws IllegalArgumentException in a sentence, when it is no such name */
    public TemplateName {
        if (name.isEmpty() || name.length() > LONGEST || !name.equals(name.strip()) || !PlanText.oneLine(name)) {
            throw new IllegalArgumentException("The name of a prompt template has 1 to " + LONGEST
                    + " characters on one line, without white space at its ends.");
        }
        if (name.contains("@")) {
            throw new IllegalArgumentException("The name of a prompt template has no @ except before the number of its"
                    + " version, as in paper/delegation@1.");
        }
        if (version != null && version < 1) {
            throw new IllegalArgumentException("The versions of a prompt template count from 1, not " + version + ".");
        }
    }

    /**
     * Reads {@code name} or {@code name@version}.
     *
     * @throws IllegalArgumentException in a sentence, when it is neither
     */
    public static TemplateName of(String written) {
        Matcher numbered = WRITTEN.matcher(written);
        return numbered.matches()
                ? new TemplateName(numbered.group(1), Integer.valueOf(numbered.group(2)))
                : new TemplateName(written, null);
    }

    /** As it is written in files: what {@link #of} reads. */
    @Override
    public String toString() {
        return version == null ? name : name + "@" + version;
    }
}
