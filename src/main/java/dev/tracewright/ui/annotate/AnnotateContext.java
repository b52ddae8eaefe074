package dev.tracewright.ui.annotate;

import dev.tracewright.settings.Settings;
import dev.tracewright.ui.action.Action;
import dev.tracewright.work.ModelShelf;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/**
 * What the Annotate screen is given by the window around it.
 *
 * @param models the models to choose from
 * @param chosenDelegator id of the chosen delegator; remembered by the window
 * @param chosenSolver id of the chosen solver; remembered by the window
 * @param hiding what the person does not see while they judge; remembered by the window
 * @param hint what a newcomer sees first, above the problem; takes no room once dismissed
 * @param emptyActions what is offered when the session is empty
 */
public record AnnotateContext(
        ModelShelf models,
        StringProperty chosenDelegator,
        StringProperty chosenSolver,
        Hiding hiding,
        Node hint,
        List<Action> emptyActions) {
    public AnnotateContext {
        emptyActions = List.copyOf(emptyActions);
    }

    /**
     * What the person does not see while they judge.
     *
     * @param blind when the suggestion waits for the person's verdict
     * @param gold whether the data set's answer is hidden
     * @param models whether approach, delegator and solver are hidden
     */
    public record Hiding(ObjectProperty<Settings.Blind> blind, BooleanProperty gold, BooleanProperty models) {}
}
