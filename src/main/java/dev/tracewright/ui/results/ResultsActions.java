package dev.tracewright.ui.results;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done on the screens that show counted answers. */
public final class ResultsActions {
    private final ActionSet set = new ActionSet();

    /**
     * @param chooseFilter puts the keyboard on the filters
     * @param saveReport asks for a folder and writes the report
     */
    ResultsActions(ResultsViewModel model, Runnable chooseFilter, Runnable saveReport) {
        set.add(Action.always("results.refresh", "results", MaterialDesignR.REFRESH, "F5", model::refresh));
        set.add(Action.always(
                "results.filter", "results", MaterialDesignF.FILTER_OUTLINE, "Shortcut+F, Slash", chooseFilter));
        BooleanBinding narrowed =
                Bindings.createBooleanBinding(() -> model.filter().get().narrows(), model.filter());
        set.add(Action.when(
                narrowed,
                "results.clear",
                "results",
                MaterialDesignF.FILTER_OFF_OUTLINE,
                "Shortcut+Shift+F",
                model::clearFilter));
        set.add(Action.always(
                "results.suggestions",
                "results",
                MaterialDesignL.LIGHTBULB_OUTLINE,
                "G",
                () -> FilterBar.setSuggestions(model, !model.filter().get().suggestions())));
        BooleanBinding reads =
                Bindings.createBooleanBinding(() -> model.reading().get().running(), model.reading());
        BooleanBinding unread = Bindings.createBooleanBinding(
                () -> {
                    ResultsPicture picture = model.picture().get();
                    return picture != null && picture.answered().unread() > 0 && !reads.get();
                },
                model.picture(),
                reads);
        set.add(Action.when(unread, "results.read", "results", MaterialDesignP.PLAY, "F6", model::read));
        set.add(Action.when(reads, "results.stop", "results", MaterialDesignS.STOP, "Shift+F6", model::stopReading));
        set.add(Action.when(
                model.picture().isNotNull(),
                "results.report",
                "results",
                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                "Shortcut+Shift+S",
                saveReport));
    }

    /** All of them. */
    public ActionSet all() {
        return set;
    }
}
