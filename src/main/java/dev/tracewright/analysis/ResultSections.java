package dev.tracewright.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the answers of a session amount to, for the Results screen and for reports; what has nothing to show is left out. */
public final class ResultSections {
    private ResultSections() {}

    /**
     * Accuracy, Trace-of-Thought against the highest alternative, the paper's tables, exact matching beside the verdicts, how far
     * annotators agree, the effect of correcting steps, and what it all took.
     */
    public static List<Section> of(Answered answered) {
        Counted counted = Counted.of(answered);
        return Stream.of(
                        AccuracySection.of(counted),
                        ComparisonSection.of(counted),
                        PaperSection.of(counted),
                        StrictSection.of(counted),
                        AgreementSection.of(counted),
                        CorrectionSection.of(counted),
                        CostSection.of(counted))
                .flatMap(Optional::stream)
                .map(section -> Demonstrated.in(section, answered))
                .toList();
    }
}
