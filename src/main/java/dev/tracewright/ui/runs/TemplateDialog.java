package dev.tracewright.ui.runs;

import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.PromptTemplate;
import dev.tracewright.experiment.TemplateName;
import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows a prompt template beside what it becomes with a real problem, and lets a person make an own version of it. */
final class TemplateDialog {
    private final Dialog<OwnTemplate> dialog = new Dialog<>();
    private final TemplateDraft draft;
    private final List<Problem> problems;
    private int shown;

    /** @param problems what the preview can show */
    TemplateDialog(TemplateDraft draft, List<Problem> problems, Window owner) {
        this.draft = draft;
        this.problems = problems;
        ButtonType keep = new ButtonType(Texts.of("runs.template.keep"), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("runs.template.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, keep);
        dialog.getDialogPane().setId("template-dialog");
        dialog.getDialogPane().setContent(content());
        Theme.dress(dialog.getDialogPane(), owner);
        Node button = dialog.getDialogPane().lookupButton(keep);
        button.setId("template-keep");
        button.disableProperty().bind(draft.fault().isNotEmpty());
        dialog.setResultConverter(chosen -> chosen == keep ? draft.template().orElse(null) : null);
    }

    Optional<OwnTemplate> showAndWait() {
        return dialog.showAndWait();
    }

    private VBox content() {
        TextField name = Forms.field("template-name", draft.name(), 20, Texts.of("runs.template.name"));
        Label version = Forms.muted("");
        version.setId("template-version");
        Label fault = new Label();
        fault.setId("template-fault");
        fault.setWrapText(true);
        fault.getStyleClass().add("fault");
        fault.textProperty().bind(draft.fault());
        fault.visibleProperty().bind(draft.fault().isNotEmpty());
        draft.version().subscribe(id -> version.setText(said(id)));
        TextArea text = new TextArea();
        text.setId("template-text");
        text.setWrapText(true);
        text.setPrefRowCount(12);
        text.setAccessibleText(Texts.of("runs.template.text"));
        text.textProperty().bindBidirectional(draft.text());
        TextArea preview = new TextArea();
        preview.setId("template-preview");
        preview.setEditable(false);
        preview.setWrapText(true);
        preview.setPrefRowCount(12);
        preview.setAccessibleText(Texts.of("runs.template.preview"));
        preview.textProperty().bind(draft.preview());
        GridPane sides = new GridPane();
        sides.getStyleClass().add("form");
        sides.add(Forms.word(Texts.of("runs.template.text")), 0, 0);
        sides.add(text, 0, 1);
        sides.add(previewHead(), 1, 0);
        sides.add(preview, 1, 1);
        for (TextArea side : List.of(text, preview)) {
            GridPane.setHgrow(side, Priority.ALWAYS);
            GridPane.setVgrow(side, Priority.ALWAYS);
            side.setPrefColumnCount(30);
        }
        VBox.setVgrow(sides, Priority.ALWAYS);
        VBox content = new VBox(
                Forms.row(Forms.word(Texts.of("runs.template.name")), name, version),
                Forms.muted(Texts.of(
                        "runs.template.places",
                        PromptTemplate.Placeholder.QUESTION.written(),
                        PromptTemplate.Placeholder.STEPS.written())),
                sides,
                fault);
        content.getStyleClass().add("section");
        return content;
    }

    private HBox previewHead() {
        Button another = new Button(Texts.of("runs.template.another"));
        another.setId("template-another");
        another.getStyleClass().add("small-button");
        another.setDisable(problems.size() < 2);
        another.setOnAction(event -> {
            shown = (shown + 1) % problems.size();
            draft.problem().set(problems.get(shown));
        });
        HBox head = new HBox(Forms.word(Texts.of("runs.template.preview")), another);
        head.getStyleClass().add("template-pair");
        return head;
    }

    private static String said(@Nullable TemplateName id) {
        return id == null ? "" : Texts.of("runs.template.version", id.toString());
    }
}
