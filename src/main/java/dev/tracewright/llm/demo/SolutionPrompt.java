package dev.tracewright.llm.demo;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the delegated steps in a solver's prompt, whichever of the known templates it was made from. */
final class SolutionPrompt {
    /** What stands before the steps: in the paper's template (Table 1), and in the authors' later one. */
    private static final List<String> MARKERS = List.of(
            "use the following steps to solve the problem:",
            "solve the problem using the provided steps as a plan, thinking step-by-step.");

    /** The first item of a numbered list, for templates that a person has written. */
    private static final Pattern FIRST_ITEM =
            Pattern.compile("(?im)^[ \\t]*+(?:#{1,6} ?|\\*\\*)?(?:step 1\\b|\\(1\\)|1[.)])");

    private SolutionPrompt() {}

    /** Whether the prompt is one of the known templates that ask for a solution. */
    static boolean asksToSolve(String prompt) {
        return afterMarker(prompt) != null;
    }

    /** The text of the steps, or null where the prompt has none. */
    static @Nullable String steps(String prompt) {
        String marked = afterMarker(prompt);
        if (marked != null) {
            return marked.isBlank() ? null : marked;
        }
        Matcher item = FIRST_ITEM.matcher(prompt);
        return item.find() ? prompt.substring(item.start()) : null;
    }

    private static @Nullable String afterMarker(String prompt) {
        String lower = prompt.toLowerCase(Locale.ROOT);
        if (lower.length() != prompt.length()) {
            return null;
        }
        for (String marker : MARKERS) {
            int at = lower.indexOf(marker);
            if (at >= 0) {
                return prompt.substring(at + marker.length());
            }
        }
        return null;
    }
}
