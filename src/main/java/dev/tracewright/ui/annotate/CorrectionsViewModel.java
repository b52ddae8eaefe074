package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Correction;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.work.Labelling;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Sheet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about the alignment of the shown item. It is about the steps that the output was made with, so nothing can
 * be corrected while the steps are edited away from them, or while a model is at work on the item.
 */
public final class CorrectionsViewModel {
    private final AnnotateViewModel model;

    CorrectionsViewModel(AnnotateViewModel model) {
        this.model = model;
    }

    /** Whether status and links of the shown item can be corrected now. */
    public boolean possible() {
        OpenSession.Item shown = model.item().get();
        return model.canJudge() && shown != null && shown.plan() != null && !model.stepsDifferFromOutput();
    }

    /** Sets what became of the selected step; null leaves it to the rules. */
    public void setStatus(@Nullable StepStatus status) {
        setStatus(model.selectedStep().get(), status);
    }

    /** Sets what became of a step (from 1); null leaves it to the rules. */
    public void setStatus(int step, @Nullable StepStatus status) {
        Sheet sheet = model.sheet().get();
        if (sheet != null && step >= 1 && step <= sheet.alignment().status().size()) {
            correct(new Correction.OfStatus(step, status), model.opinions().before());
        }
    }

    /** The passage that a key would link: the selected one, or the one that performs the selected step. */
    public OptionalInt meantSegment() {
        return possible() ? model.selection().meantSegment() : OptionalInt.empty();
    }

    /** Links the meant passage to the step before ({@code -1}) or behind ({@code 1}) those it performs, and selects it. */
    public void moveLink(int by) {
        Sheet sheet = model.sheet().get();
        OptionalInt meant = meantSegment();
        if (sheet == null || meant.isEmpty() || sheet.steps().size() == 0) {
            return;
        }
        int position = meant.getAsInt();
        List<Segment> segments = sheet.alignment().segments();
        List<Integer> steps = segments.get(position).steps();
        int reached = segments.subList(0, position).stream()
                .flatMap(segment -> segment.steps().stream())
                .max(Integer::compare)
                .orElse(0);
        int wanted = steps.isEmpty()
                ? (by > 0 ? reached + 1 : reached)
                : (by > 0 ? steps.getLast() + 1 : steps.getFirst() - 1);
        setLinks(position, List.of(Math.clamp(wanted, 1, sheet.steps().size())));
    }

    /** Sets the steps that a passage performs and selects it; an empty list for none, null leaves it to the rules. */
    public void setLinks(int position, @Nullable List<Integer> steps) {
        Sheet sheet = model.sheet().get();
        if (sheet == null || position >= sheet.alignment().segments().size()) {
            return;
        }
        if (steps == null) {
            sheet.linksSet(position).ifPresent(event -> {
                Correction.OfLinks set = (Correction.OfLinks) event.correction();
                correct(new Correction.OfLinks(set.start(), set.end(), null), null);
            });
        } else {
            Segment segment = sheet.alignment().segments().get(position);
            correct(
                    new Correction.OfLinks(segment.start(), segment.end(), steps),
                    model.opinions().before());
        }
        model.selection().selectSegment(position);
    }

    /** Keeps a correction of the shown item, where it can be corrected, and shows what follows from it. */
    void correct(Correction correction, Labelling.@Nullable Answer answer) {
        OpenSession.Item shown = model.item().get();
        if (possible() && shown != null) {
            model.session().labelling().correct(shown, correction, answer);
            model.refreshCorrections();
        }
    }
}
