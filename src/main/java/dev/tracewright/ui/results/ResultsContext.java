package dev.tracewright.ui.results;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.figure.Handout;
import dev.tracewright.work.ResultsDesk;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the Results and Inspect screens need beside their model.
 *
 * @param handout copies and saves tables and charts
 * @param show shows answers on the Annotate screen
 * @param annotate goes to the Annotate screen
 * @param ways how answers come into a session that has none
 * @param saveReport asks for a folder and writes the report into it
 */
public record ResultsContext(
        Handout handout, Consumer<ResultsDesk.Opened> show, Action annotate, List<Action> ways, Runnable saveReport) {
    public ResultsContext {
        ways = List.copyOf(ways);
    }
}
