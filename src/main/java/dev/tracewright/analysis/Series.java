package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is set beside each other for every solver: a way of prompting, with its template where an approach has several.
 *
 * @param approach how the solver was prompted
 * @param template the template, or null where the approach has one only or it is unknown
 * @param severalTemplates whether the approach has several templates
 * @param corrected whether the steps were corrected
 */
record Series(Approach approach, @Nullable String template, boolean severalTemplates, boolean corrected) {
    /** As the paper orders them. */
    private static final List<Approach> ORDER =
            List.of(Approach.STANDARD, Approach.CHAIN_OF_THOUGHT, Approach.PLAN_AND_SOLVE, Approach.TRACE_OF_THOUGHT);

    static final Comparator<Series> BY_APPROACH = Comparator.<Series>comparingInt(
                    series -> ORDER.indexOf(series.approach))
            .thenComparing(Series::corrected)
            .thenComparing(series -> series.template == null ? "" : series.template);

    /** Whether the solver followed steps of a delegator. */
    boolean traces() {
        return approach == Approach.TRACE_OF_THOUGHT;
    }

    String name() {
        return AnalysisTexts.of("approach." + approach.key() + (corrected ? ".corrected" : "")) + templateSuffix();
    }

    /** The template in brackets where it must be told. */
    String templateSuffix() {
        if (!severalTemplates) {
            return "";
        }
        return " (" + (template == null ? AnalysisTexts.of("name.template.unknown") : template) + ")";
    }

    Figure.Ink ink() {
        if (corrected) {
            return Figure.Ink.CORRECTED;
        }
        return switch (approach) {
            case STANDARD -> Figure.Ink.STANDARD;
            case CHAIN_OF_THOUGHT -> Figure.Ink.CHAIN_OF_THOUGHT;
            case PLAN_AND_SOLVE -> Figure.Ink.PLAN_AND_SOLVE;
            case TRACE_OF_THOUGHT -> Figure.Ink.TRACE_OF_THOUGHT;
        };
    }

    /** A stable name for columns. */
    String id() {
        return approach.key()
                + (corrected ? "-corrected" : "")
                + (severalTemplates ? ":" + (template == null ? "" : template) : "");
    }
}
