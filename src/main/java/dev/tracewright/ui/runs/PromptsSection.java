package dev.tracewright.ui.runs;

import dev.tracewright.experiment.StudyPrompt;
import dev.tracewright.experiment.TemplateLibrary.Entry;
import dev.tracewright.experiment.TemplateName;
import dev.tracewright.experiment.TemplateRole;
import dev.tracewright.trace.Approach;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Which ways of prompting, each with its templates; the same approach may stand there several times with other words. */
final class PromptsSection extends VBox {
    private final StudyFormModel model;
    private final VBox rows = new VBox();
    private boolean changing;

    PromptsSection(StudyFormModel model, Ui.Bonds bonds) {
        this.model = model;
        rows.getStyleClass().add("prompt-rows");
        FlowPane add = Forms.row();
        for (Approach approach : Approach.values()) {
            Button button = new Button(Texts.of("approach." + approach.key()), new FontIcon(MaterialDesignP.PLUS));
            button.setId("add-" + approach.key());
            button.setAccessibleText(Texts.of("runs.form.prompt.add", button.getText()));
            button.getStyleClass().add("small-button");
            button.setOnAction(event -> model.draft().prompts().add(fresh(approach)));
            add.getChildren().add(button);
        }
        getChildren()
                .add(Forms.section(
                        Texts.of("runs.form.prompts"),
                        Forms.muted(Texts.of("runs.form.prompts.text")),
                        rows,
                        add,
                        Forms.fault(model, bonds, "prompts", "templates")));
        ListChangeListener<StudyPrompt> changed = change -> build();
        model.draft().prompts().addListener(changed);
        bonds.onRelease(() -> model.draft().prompts().removeListener(changed));
        build();
    }

    private StudyPrompt fresh(Approach approach) {
        TemplateName template = model.templates(TemplateRole.solving(approach)).getFirst();
        boolean delegates = approach == Approach.TRACE_OF_THOUGHT;
        return new StudyPrompt(
                approach,
                template,
                delegates ? model.templates(TemplateRole.DELEGATION).getFirst() : null);
    }

    private void build() {
        if (changing) {
            return;
        }
        rows.getChildren().clear();
        for (int i = 0; i < model.draft().prompts().size(); i++) {
            rows.getChildren().add(row(i));
        }
    }

    private FlowPane row(int index) {
        StudyPrompt prompt = model.draft().prompts().get(index);
        Label approach = Forms.word(Texts.of("approach." + prompt.approach().key()));
        approach.getStyleClass().addAll("text-bold", "prompt-approach");
        FlowPane row = new FlowPane(approach);
        row.getStyleClass().add("prompt-row");
        TemplateName delegation = prompt.delegation();
        if (delegation != null) {
            row.getChildren()
                    .add(picker(
                            "prompt-delegation-" + index,
                            TemplateRole.DELEGATION,
                            delegation,
                            name -> change(index, now -> new StudyPrompt(now.approach(), now.template(), name))));
        }
        row.getChildren()
                .add(picker(
                        "prompt-template-" + index,
                        TemplateRole.solving(prompt.approach()),
                        prompt.template(),
                        name -> change(index, now -> new StudyPrompt(now.approach(), name, now.delegation()))));
        Button remove = icon(MaterialDesignC.CLOSE, "runs.form.prompt.remove");
        remove.setId("prompt-remove-" + index);
        remove.setOnAction(event -> model.draft().prompts().remove(index));
        row.getChildren().add(remove);
        return row;
    }

    private HBox picker(String id, TemplateRole role, TemplateName chosen, Consumer<TemplateName> choose) {
        List<TemplateName> names = new ArrayList<>(model.templates(role));
        if (!names.contains(chosen)) {
            names.add(chosen);
        }
        ComboBox<TemplateName> box = Forms.choice(
                id, names, TemplateName::toString, Texts.of("runs.form.template", Texts.of("runs.role." + role.key())));
        box.setValue(chosen);
        box.getStyleClass().add("template-picker");
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                choose.accept(now);
            }
        });
        Button look = icon(MaterialDesignT.TEXT_BOX_EDIT_OUTLINE, "runs.form.template.look");
        look.setId(id + "-look");
        look.setOnAction(event -> edit(role, box.getValue(), name -> {
            if (!box.getItems().contains(name)) {
                box.getItems().add(name);
            }
            box.setValue(name);
        }));
        HBox pair = new HBox(box, look);
        pair.getStyleClass().add("template-pair");
        return pair;
    }

    private void edit(TemplateRole role, TemplateName name, Consumer<TemplateName> use) {
        Entry known = model.template(name);
        Entry start = known == null || known.role() != role
                ? Objects.requireNonNull(model.template(model.templates(role).getFirst()))
                : known;
        new TemplateDialog(
                        new TemplateDraft(
                                model.library().get(),
                                start,
                                model.source().get().stream().findFirst().orElse(null)),
                        model.source().get(),
                        getScene().getWindow())
                .showAndWait()
                .ifPresent(own -> {
                    model.keep(own);
                    use.accept(own.id());
                });
    }

    private void change(int index, UnaryOperator<StudyPrompt> changed) {
        StudyPrompt now = changed.apply(model.draft().prompts().get(index));
        changing = true; // the row shows it already, and keeps the keyboard
        model.use(now.template());
        TemplateName delegation = now.delegation();
        if (delegation != null) {
            model.use(delegation);
        }
        model.draft().prompts().set(index, now);
        changing = false;
    }

    private static Button icon(Ikon icon, String words) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Texts.of(words));
        button.setTooltip(new Tooltip(Texts.of(words)));
        return button;
    }
}
