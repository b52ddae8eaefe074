package dev.tracewright.ui.results;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.action.ActionSet;
import javafx.scene.layout.BorderPane;

/** The Results screen. */
public final class ResultsView extends BorderPane {
    private final SectionsPane pane;

    public ResultsView(ResultsViewModel model, ResultsContext context) {
        setId("results");
        getStyleClass().add("results");
        pane = new SectionsPane(model, context, Texts.of("results.title"), ResultsPicture::results, counted -> "");
        setCenter(pane);
    }

    /** What can be done here. */
    public ActionSet actions() {
        return pane.actions();
    }

    /** Puts the keyboard where the work is. */
    public void focusWork() {
        pane.focusWork();
    }

    /** Lets go of the model, because the screen goes. */
    public void release() {
        pane.release();
    }
}
