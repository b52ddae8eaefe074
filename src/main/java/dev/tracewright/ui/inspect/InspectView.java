package dev.tracewright.ui.inspect;

import dev.tracewright.trace.Approach;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.results.ResultsContext;
import dev.tracewright.ui.results.ResultsPicture;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.ui.results.SectionsPane;
import dev.tracewright.work.QueueFilter;
import dev.tracewright.work.ResultsDesk;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The Inspect screen: what became of the steps, or one problem with all its answers side by side. */
public final class InspectView extends BorderPane {
    private final SectionsPane pane;
    private final ComparisonModel comparison;
    private final ComparisonView beside;
    private final ActionSet actions = new ActionSet();
    private final BooleanProperty one = new SimpleBooleanProperty();
    private final Chip steps = new Chip(Texts.of("inspect.steps"));
    private final Chip problem = new Chip(Texts.of("inspect.one"));

    public InspectView(ResultsViewModel model, ComparisonModel comparison, ResultsContext context) {
        this.comparison = comparison;
        setId("inspect");
        getStyleClass().add("inspect");
        steps.setId("inspect-steps");
        problem.setId("inspect-one");
        steps.setOnAction(event -> show(false));
        problem.setOnAction(event -> show(true));
        pane = new SectionsPane(
                model,
                context,
                Texts.of("inspect.title"),
                ResultsPicture::inspect,
                InspectView::lacking,
                steps,
                problem);
        actions.add(Action.always(
                "inspect.one", "inspect", MaterialDesignV.VIEW_COLUMN_OUTLINE, "P", () -> show(!one.get())));
        actions.add(Action.when(
                one,
                "inspect.previous",
                "inspect",
                MaterialDesignC.CHEVRON_LEFT,
                "K, Shortcut+Page_Up",
                () -> comparison.move(-1)));
        actions.add(Action.when(
                one,
                "inspect.next",
                "inspect",
                MaterialDesignC.CHEVRON_RIGHT,
                "J, Shortcut+Page_Down",
                () -> comparison.move(1)));
        actions.add(Action.when(
                one,
                "inspect.hide",
                "inspect",
                MaterialDesignE.EYE_OFF_OUTLINE,
                "H",
                () -> comparison.hideNames().set(!comparison.hideNames().get())));
        beside = new ComparisonView(
                comparison,
                actions,
                context.handout(),
                key -> context.show()
                        .accept(new ResultsDesk.Opened(new QueueFilter.Only(title(), Set.of(key)), key, 1)));
        pane.actions().all().forEach(actions::add);
        setCenter(pane);
        show(false);
    }

    private String title() {
        var shown = comparison.shown().get();
        return shown == null ? "" : Texts.of("inspect.opened", shown.problem().number());
    }

    private void show(boolean oneProblem) {
        one.set(oneProblem);
        steps.setSelected(!oneProblem);
        problem.setSelected(oneProblem);
        if (oneProblem) {
            comparison.refresh();
        }
        pane.replace(oneProblem ? beside : null, beside::focusProblems);
        if (oneProblem) {
            beside.focusWork();
        }
    }

    /** What can be done here. */
    public ActionSet actions() {
        return actions;
    }

    /** Takes in what has changed since the screen was shown last, and puts the keyboard where the work is. */
    public void focusWork() {
        if (one.get()) {
            comparison.refresh();
            beside.focusWork();
        } else {
            pane.focusWork();
        }
    }

    /** Lets go of the model, because the screen goes. */
    public void release() {
        pane.release();
        beside.release();
    }

    /** All that is looked at here has steps. */
    private static String lacking(ResultsPicture counted) {
        boolean traced = counted.answered().groups().stream()
                .anyMatch(group -> group.cell().approach() == Approach.TRACE_OF_THOUGHT);
        return traced ? "" : Texts.of("inspect.no-traces");
    }
}
