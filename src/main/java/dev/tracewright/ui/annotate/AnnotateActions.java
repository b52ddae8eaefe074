package dev.tracewright.ui.annotate;

import static org.kordamp.ikonli.materialdesign2.MaterialDesignC.CHECK;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignC.CHEVRON_DOWN;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignC.CLOSE;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.work.PlanEditor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Everything a person can do on the Annotate screen, with its keys. */
final class AnnotateActions {
    private final AnnotateViewModel model;
    private final AnnotateView view;
    private final ActionSet set = new ActionSet();

    AnnotateActions(AnnotateViewModel model, AnnotateView view) {
        this.model = model;
        this.view = view;
        labels();
        going();
        steps();
        AnswerActions.addTo(set, model, view.context().hiding(), view::verdict);
        CorrectionActions.addTo(set, model, view);
        ReviewActions.addTo(set, model, view);
        models();
        RefineActions.addTo(set, model);
        OpinionActions.addTo(set, model);
    }

    ActionSet all() {
        return set;
    }

    private void labels() {
        BooleanBinding judgeable = when(model::canJudge, model.phase(), model.item());
        set.add(Action.when(judgeable, "label.true", "label", CHECK, "T", () -> model.judge(Verdict.TRUE)));
        set.add(Action.when(judgeable, "label.false", "label", CLOSE, "F", () -> model.judge(Verdict.FALSE)));
        set.add(Action.when(
                judgeable,
                "label.mismatch",
                "label",
                MaterialDesignF.FORMAT_ALIGN_RIGHT,
                "R",
                model::judgeReasonedRight));
        set.add(Action.when(
                judgeable,
                "label.extra",
                "label",
                MaterialDesignP.PLUS,
                "X",
                () -> model.toggle(Flag.EXTRA_INFORMATION)));
        set.add(Action.when(
                judgeable,
                "label.analysis",
                "label",
                MaterialDesignM.MAGNIFY,
                "N",
                () -> model.toggle(Flag.NEEDS_ANALYSIS)));
        set.add(Action.when(
                judgeable,
                "label.note",
                "label",
                MaterialDesignN.NOTE_TEXT_OUTLINE,
                "A",
                () -> view.verdict().editNote()));
        set.add(Action.when(judgeable, "label.clear", "label", MaterialDesignE.ERASER, "C", model::clearVerdict));
        set.add(Action.when(
                when(
                        () -> model.session().labelling().last().get() != null,
                        model.session().labelling().last()),
                "label.undo",
                "label",
                MaterialDesignU.UNDO_VARIANT,
                "U",
                model::undoLabel));
        set.add(Action.when(
                when(() -> model.item().get() != null, model.item()),
                "label.history",
                "label",
                MaterialDesignH.HISTORY,
                "H",
                () -> new HistoryPopOver(model, view.context().hiding()).show(view.verdict())));
    }

    private void going() {
        set.add(Action.always("go.next", "go", MaterialDesignA.ARROW_DOWN, "J", () -> model.move(1)));
        set.add(Action.always("go.previous", "go", MaterialDesignA.ARROW_UP, "K", () -> model.move(-1)));
        set.add(Action.always("go.next-open", "go", MaterialDesignS.SKIP_NEXT, "O", model::nextOpen));
        set.add(Action.always(
                "go.search",
                "go",
                MaterialDesignM.MAGNIFY,
                "Slash, Shortcut+F",
                () -> view.queue().focusSearch()));
        set.add(Action.always(
                "go.findings",
                "go",
                MaterialDesignF.FILTER_OUTLINE,
                "I",
                () -> view.queue().openFindings()));
        set.add(Action.always(
                "go.false",
                "go",
                MaterialDesignN.NOT_EQUAL_VARIANT,
                "W",
                () -> view.verdict().goToFalseEquation()));
        set.add(Action.always(
                "go.output",
                "go",
                MaterialDesignA.ARROW_RIGHT,
                "Right",
                () -> model.selection().toOutput()));
        set.add(Action.always(
                "go.steps",
                "go",
                MaterialDesignA.ARROW_LEFT,
                "Left",
                () -> model.selection().toSteps()));
        set.add(Action.always(
                "go.solution",
                "go",
                MaterialDesignE.EYE_OUTLINE,
                "D",
                () -> view.problem().toggleSolution()));
    }

    private void steps() {
        BooleanBinding editable = when(
                () -> model.phase().get() == Phase.READY && model.editor().isPresent(), model.phase(), model.item());
        BooleanBinding selected = when(
                () -> model.phase().get() == Phase.READY
                        && model.editor().isPresent()
                        && model.selectedStep().get() != 0,
                model.phase(),
                model.item(),
                model.selectedStep());
        set.add(Action.always("steps.down", "steps", MaterialDesignA.ARROW_DOWN, "Down", () -> model.moveStep(1)));
        set.add(Action.always("steps.up", "steps", MaterialDesignA.ARROW_UP, "Up", () -> model.moveStep(-1)));
        set.add(Action.when(
                editable,
                "steps.edit",
                "steps",
                MaterialDesignP.PENCIL_OUTLINE,
                "F2, E",
                () -> view.grid().edit(0)));
        set.add(Action.when(
                editable,
                "steps.add",
                "steps",
                MaterialDesignP.PLUS,
                "Enter, Insert",
                () -> view.grid().addBelow()));
        set.add(Action.when(
                selected,
                "steps.merge",
                "steps",
                MaterialDesignC.CALL_MERGE,
                "M",
                () -> view.grid().mergeSelected()));
        set.add(Action.when(
                selected,
                "steps.delete",
                "steps",
                MaterialDesignD.DELETE_OUTLINE,
                "Delete, Backspace",
                () -> view.grid().deleteSelected()));
        set.add(Action.when(
                selected,
                "steps.move-up",
                "steps",
                MaterialDesignA.ARROW_UP_BOLD_OUTLINE,
                "Alt+Up",
                () -> view.grid().moveSelected(-1)));
        set.add(Action.when(
                selected,
                "steps.move-down",
                "steps",
                MaterialDesignA.ARROW_DOWN_BOLD_OUTLINE,
                "Alt+Down",
                () -> view.grid().moveSelected(1)));
        set.add(Action.when(
                when(() -> canChange(e -> e.canUndo()), model.sheet(), model.phase()),
                "steps.undo",
                "steps",
                MaterialDesignU.UNDO,
                "Shortcut+Z",
                () -> model.editSteps(e -> e.undo())));
        set.add(Action.when(
                when(() -> canChange(e -> e.canRedo()), model.sheet(), model.phase()),
                "steps.redo",
                "steps",
                MaterialDesignR.REDO,
                "Shortcut+Shift+Z, Shortcut+Y",
                () -> model.editSteps(e -> e.redo())));
        set.add(Action.when(
                when(() -> canChange(e -> !e.steps().get().equals(e.original())), model.sheet(), model.phase()),
                "steps.revert",
                "steps",
                MaterialDesignR.RESTORE,
                "Shortcut+Shift+R",
                () -> model.editSteps(e -> e.revert())));
        set.add(Action.always("steps.write", "steps", MaterialDesignP.PENCIL_OUTLINE, "", model::writeSteps));
    }

    private boolean canChange(Predicate<PlanEditor> test) {
        return model.phase().get() == Phase.READY && model.editor().filter(test).isPresent();
    }

    private void models() {
        BooleanBinding free = when(
                () -> model.phase().get() == Phase.READY && !model.desk().isBusy(),
                model.phase(),
                model.item(),
                model.desk().job());
        BooleanBinding solvable =
                when(() -> free.get() && model.editor().isPresent(), free, model.item(), model.phase());
        set.add(Action.when(
                solvable,
                "solve",
                "model",
                MaterialDesignP.PLAY,
                "Shortcut+Enter",
                () -> view.solve(Approach.TRACE_OF_THOUGHT)));
        set.add(Action.when(free, "solve.as", "model", CHEVRON_DOWN, "Shortcut+Shift+Enter", view::chooseApproach));
        set.add(Action.when(
                when(
                        model::canStop,
                        model.desk().job(),
                        model.desk().opinions().job(),
                        model.opinions().asking(),
                        model.desk().verifier().job(),
                        model.refinement().asking()),
                "solve.stop",
                "model",
                MaterialDesignS.STOP,
                "Esc",
                model::stop));
        BooleanBinding unsolved = when(
                () -> free.get() && !model.hasResponse() && model.reviews().review() == null,
                free,
                model.item(),
                model.phase());
        set.add(Action.when(
                unsolved, "delegate", "model", MaterialDesignF.FORMAT_LIST_NUMBERED, "Shortcut+D", view::delegate));
    }

    private static BooleanBinding when(BooleanSupplier condition, Observable... on) {
        return Bindings.createBooleanBinding(condition::getAsBoolean, on);
    }
}
