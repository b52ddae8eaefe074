package dev.tracewright.ui.files;

import dev.tracewright.exchange.ColumnMapping;
import dev.tracewright.exchange.ColumnMapping.Meaning;
import dev.tracewright.exchange.ColumnPreview;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.trace.Approach;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** Asks which column of a foreign file means what, with its first rows in view and the guess filled in. */
public final class MappingDialog {
    /** What columns can mean in a file of problems that nobody has answered. */
    private static final List<Meaning> OF_PROBLEMS = List.of(
            Meaning.QUESTION, Meaning.GOLD_ANSWER, Meaning.LEVEL, Meaning.SUBJECT, Meaning.NUMBER, Meaning.DATASET);

    private static final int PER_COLUMN = 8;

    private final Dialog<ImportOptions> dialog = new Dialog<>();
    private final Map<Meaning, SearchableComboBox<String>> choices = new EnumMap<>(Meaning.class);
    private final TextField dataset = new TextField();
    private final TextField solver = new TextField();
    private final ComboBox<Approach> approach = new ComboBox<>(FXCollections.observableArrayList(Approach.values()));
    private final Label fault = new Label(Texts.of("files.mapping.incomplete"));
    private final String none = Texts.of("files.mapping.none");

    /** Asks for everything that an import needs to know. */
    MappingDialog(Path file, ColumnPreview preview, Window owner) {
        this(file, preview, preview.guess(), true, owner);
    }

    private MappingDialog(Path file, ColumnPreview preview, ColumnMapping start, boolean answers, Window owner) {
        String done = Texts.of(answers ? "files.mapping.import" : "files.mapping.use");
        ButtonType importing = new ButtonType(done, ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("files.mapping.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, importing);
        dialog.getDialogPane().setId("mapping-dialog");
        dialog.getDialogPane().lookupButton(importing).setId("mapping-done");
        Label text = new Label(Texts.of("files.mapping.text", Objects.toString(file.getFileName())));
        text.setWrapText(true);
        fault.setWrapText(true);
        fault.getStyleClass().add("save-failed");
        VBox content = new VBox(text, table(preview), form(preview, start, answers), fault);
        content.getStyleClass().add("section");
        content.setPrefWidth(860);
        dialog.getDialogPane().setContent(content);
        Theme.dress(dialog.getDialogPane(), owner);
        dialog.setResultConverter(button -> button == importing ? options() : null);
        Runnable check = () -> {
            boolean complete = mapping().complete();
            fault.setVisible(!complete);
            dialog.getDialogPane().lookupButton(importing).setDisable(!complete);
        };
        choices.values().forEach(box -> box.valueProperty().addListener((property, before, now) -> check.run()));
        check.run();
    }

    Optional<ImportOptions> showAndWait() {
        return dialog.showAndWait();
    }

    /**
     * Asks which columns of a file of problems have what.
     *
     * @param start what was chosen before, or empty for the guess
     */
    public static Optional<ColumnMapping> ofProblems(
            Path file, ColumnPreview preview, Optional<ColumnMapping> start, Window owner) {
        return new MappingDialog(file, preview, start.orElse(preview.guess()), false, owner)
                .showAndWait()
                .map(ImportOptions::mapping);
    }

    private GridPane form(ColumnPreview preview, ColumnMapping start, boolean answers) {
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        List<String> columns = new ArrayList<>();
        columns.add(none);
        columns.addAll(preview.columns());
        int at = 0;
        for (Meaning meaning : answers ? List.of(Meaning.values()) : OF_PROBLEMS) {
            SearchableComboBox<String> box = new SearchableComboBox<>(FXCollections.observableArrayList(columns));
            box.setId("mapping-" + meaning.key());
            String guessed = start.column(meaning);
            box.setValue(guessed == null ? none : guessed);
            box.setPrefWidth(230);
            choices.put(meaning, box);
            add(form, at++, Texts.of("meaning." + meaning.key()), box);
        }
        if (!answers) {
            return form;
        }
        approach.setValue(null);
        add(form, at++, Texts.of("files.mapping.dataset"), dataset);
        add(form, at++, Texts.of("files.mapping.solver"), solver);
        add(form, at, Texts.of("files.mapping.approach"), approach);
        return form;
    }

    private static void add(GridPane form, int at, String name, javafx.scene.Node field) {
        int column = at / (PER_COLUMN + 1) * 2;
        int row = at % (PER_COLUMN + 1);
        Label label = new Label(name);
        label.setLabelFor(field);
        form.add(label, column, row);
        form.add(field, column + 1, row);
    }

    private static TableView<List<@Nullable String>> table(ColumnPreview preview) {
        TableView<List<@Nullable String>> table = new TableView<>(FXCollections.observableArrayList(preview.rows()));
        for (int i = 0; i < preview.columns().size(); i++) {
            int index = i;
            TableColumn<List<@Nullable String>, String> column =
                    new TableColumn<>(preview.columns().get(i));
            column.setCellValueFactory(row -> new SimpleStringProperty(
                    Objects.toString(row.getValue().get(index), "").replaceAll("\\s+", " ")));
            column.setPrefWidth(200);
            column.setSortable(false);
            table.getColumns().add(column);
        }
        table.setPrefHeight(190);
        return table;
    }

    private ColumnMapping mapping() {
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        choices.forEach((meaning, box) -> {
            String value = box.getValue();
            if (value != null && !value.equals(none)) {
                columns.put(meaning, value);
            }
        });
        return ColumnMapping.of(columns);
    }

    private ImportOptions options() {
        ImportOptions options = ImportOptions.NONE.withMapping(mapping());
        if (!dataset.getText().isBlank()) {
            options = options.withDataset(dataset.getText().strip());
        }
        if (!solver.getText().isBlank()) {
            options = options.withSolver(solver.getText().strip());
        }
        if (approach.getValue() != null) {
            options = options.withApproach(approach.getValue());
        }
        return options;
    }
}
