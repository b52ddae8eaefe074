package dev.tracewright.ui.runs;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How often every call is made, and with which settings; those are folded away while the servers' defaults will do. */
final class CallsSection extends VBox {
    private final StudyDraft draft;

    CallsSection(StudyFormModel model, Ui.Bonds bonds) {
        this.draft = model.draft();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.add(Forms.word(Texts.of("runs.form.to-delegators")), 1, 0);
        grid.add(Forms.word(Texts.of("runs.form.to-solvers")), 2, 0);
        line(
                grid,
                1,
                "temperature",
                draft.delegation().temperature(),
                draft.solution().temperature());
        line(grid, 2, "top-p", draft.delegation().topP(), draft.solution().topP());
        line(
                grid,
                3,
                "max-tokens",
                draft.delegation().maxTokens(),
                draft.solution().maxTokens());
        line(grid, 4, "context", draft.delegation().context(), draft.solution().context());
        line(grid, 5, "seed", draft.delegation().seed(), draft.solution().seed());
        area(grid, 6, "system", draft.delegation().system(), draft.solution().system());
        area(grid, 7, "stop", draft.delegation().stop(), draft.solution().stop());
        TitledPane settings = new TitledPane(Texts.of("runs.form.settings"), new VBox(grid));
        settings.setId("study-settings");
        settings.setExpanded(false);
        settings.setAnimated(false);
        getChildren()
                .add(Forms.section(
                        Texts.of("runs.form.calls"),
                        Forms.row(
                                Forms.word(Texts.of("runs.form.repetitions")),
                                Forms.field(
                                        "study-repetitions",
                                        draft.repetitions(),
                                        4,
                                        Texts.of("runs.form.repetitions"))),
                        Forms.fault(model, bonds, "repetitions", "settings"),
                        settings));
    }

    private static void line(GridPane grid, int row, String key, StringProperty delegation, StringProperty solution) {
        String name = Texts.of("runs.setting." + key);
        put(
                grid,
                row,
                name,
                Forms.field("delegation-" + key, delegation, 8, name),
                Forms.field("solution-" + key, solution, 8, name));
    }

    private static void area(GridPane grid, int row, String key, StringProperty delegation, StringProperty solution) {
        String name = Texts.of("runs.setting." + key);
        put(grid, row, name, area("delegation-" + key, delegation, name), area("solution-" + key, solution, name));
    }

    private static TextArea area(String id, StringProperty value, String name) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setPrefRowCount(2);
        area.setPrefColumnCount(14);
        area.setWrapText(true);
        area.setAccessibleText(name);
        area.textProperty().bindBidirectional(value);
        return area;
    }

    private static void put(GridPane grid, int row, String name, Node delegation, Node solution) {
        grid.add(Forms.word(name), 0, row);
        grid.add(delegation, 1, row);
        grid.add(solution, 2, row);
        GridPane.setHgrow(delegation, Priority.SOMETIMES);
        GridPane.setHgrow(solution, Priority.SOMETIMES);
    }
}
