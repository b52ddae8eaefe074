package dev.tracewright.ui.runs;

import dev.tracewright.experiment.ModelRef;
import dev.tracewright.llm.demo.OfflineDelegator;
import dev.tracewright.llm.demo.OfflineSolver;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.StudyServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Who writes steps and who answers, among the models of the configured servers and those that are found on this computer. */
final class ModelsSection extends VBox {
    private final StudyDraft draft;
    private final StudyServers servers;
    private final VBox delegators = new VBox();
    private final VBox solvers = new VBox();

    ModelsSection(StudyFormModel model, RunsContext context, Ui.Bonds bonds) {
        this.draft = model.draft();
        this.servers = context.servers();
        for (VBox side : List.of(delegators, solvers)) {
            side.getStyleClass().add("model-list");
            side.setMinWidth(0);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        HBox sides = new HBox(delegators, solvers);
        sides.getStyleClass().add("model-sides");
        delegators.prefWidthProperty().bind(sides.widthProperty().divide(2));
        solvers.prefWidthProperty().bind(sides.widthProperty().divide(2));
        Label said = Forms.muted("");
        said.setId("local-said");
        Button find = new Button(Texts.of("settings.models.find"), new FontIcon(MaterialDesignM.MAGNIFY));
        find.setId("study-find-local");
        find.setOnAction(event -> {
            find.setDisable(true);
            said.setText(Texts.of("settings.models.finding"));
            context.findLocal().accept(text -> {
                find.setDisable(false);
                said.setText(text);
            });
        });
        Button settings = Buttons.full(context.settings());
        settings.setId("study-servers");
        settings.setText(Texts.of("runs.form.servers"));
        getChildren()
                .add(Forms.section(
                        Texts.of("runs.form.models"),
                        sides,
                        Forms.check("study-reflexive", Texts.of("runs.form.reflexive"), draft.reflexive()),
                        Forms.row(find, settings),
                        said,
                        Forms.fault(model, bonds, "models")));
        ListChangeListener<ModelShelf.Choice> stocked = change -> build();
        context.models().solvers().addListener(stocked);
        bonds.onRelease(() -> context.models().solvers().removeListener(stocked));
        build();
    }

    private void build() {
        fill(delegators, Texts.of("runs.form.delegators"), "delegator", draft.delegators());
        fill(solvers, Texts.of("runs.form.solvers"), "solver", draft.solvers());
    }

    private void fill(VBox side, String title, String role, ObservableList<ModelRef> chosen) {
        Label head = Forms.word(title);
        head.getStyleClass().add("text-bold");
        side.getChildren().setAll(head);
        List<ModelRef> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> endpoint : servers.models().entrySet()) {
            for (String name : endpoint.getValue()) {
                if (!endpoint.getKey().equals(StudyServers.OFFLINE) || offers(role, name)) {
                    all.add(new ModelRef(endpoint.getKey(), name));
                }
            }
        }
        chosen.stream().filter(model -> !all.contains(model)).forEach(all::add);
        for (ModelRef model : all) {
            CheckBox box = new CheckBox(model.toString());
            box.setId(role + "-" + model.model().replaceAll("[^A-Za-z0-9]+", "-"));
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.setSelected(chosen.contains(model));
            box.setOnAction(event -> {
                chosen.remove(model);
                if (box.isSelected()) {
                    chosen.add(model);
                }
            });
            side.getChildren().add(box);
        }
    }

    /** The offline demonstration models have one role each. */
    private static boolean offers(String role, String name) {
        return name.equals(role.equals("delegator") ? OfflineDelegator.NAME : OfflineSolver.NAME);
    }
}
