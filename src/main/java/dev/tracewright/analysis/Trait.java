package dev.tracewright.analysis;

import dev.tracewright.analysis.Selection.Traced;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.StepStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be true of an answer's steps, and may have to do with whether it is right. */
enum Trait {
    SKIPPED(StepStatus.SKIPPED),
    MERGED(StepStatus.MERGED),
    NOTED_REDUNDANT(StepStatus.NOTED_REDUNDANT),
    EXPANDED(StepStatus.EXPANDED),
    ORDER_BROKEN(Finding.ORDER_BROKEN),
    FALSE_ARITHMETIC(Finding.FALSE_ARITHMETIC),
    LEAK(Finding.LEAK),
    ADDED_WORK(Finding.ADDED_WORK);

    private final @Nullable Finding finding;
    private final @Nullable StepStatus status;

    Trait(StepStatus status) {
        this.finding = null;
        this.status = status;
    }

    Trait(Finding finding) {
        this.finding = finding;
        this.status = null;
    }

    boolean in(StepPattern pattern) {
        return switch (this) {
            case SKIPPED -> pattern.has(StepStatus.SKIPPED);
            case MERGED -> pattern.has(StepStatus.MERGED);
            case NOTED_REDUNDANT -> pattern.has(StepStatus.NOTED_REDUNDANT);
            case EXPANDED -> pattern.has(StepStatus.EXPANDED);
            case ORDER_BROKEN -> pattern.orderBroken();
            case FALSE_ARITHMETIC -> pattern.falseArithmetic();
            case LEAK -> pattern.leak();
            case ADDED_WORK -> pattern.addedWork();
        };
    }

    /** How the answers with it are found, or those without; a finding may be made in an answer without steps, which is none of them. */
    Traced traced(boolean with) {
        int position = finding == null ? 0 : 1;
        return with
                ? new Traced(finding, null, position, status, null, 0, 0)
                : new Traced(null, finding, position, null, status, 0, 0);
    }

    String words() {
        return AnalysisTexts.of("trait." + key());
    }

    /** A stable name for files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
