package dev.tracewright.ui.runs;

import dev.tracewright.ui.Ui;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Makes the parts of the form of a study: sections, fields bound to the draft, and the places where faults are said. */
final class Forms {
    private Forms() {}

    /** A section with a title and what belongs under it. */
    static VBox section(String title, Node... parts) {
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        VBox section = new VBox(head);
        section.getChildren().addAll(parts);
        section.getStyleClass().add("card");
        return section;
    }

    /** Things in a row that wraps where it is narrow. */
    static FlowPane row(Node... parts) {
        FlowPane row = new FlowPane(parts);
        row.getStyleClass().add("form-row");
        return row;
    }

    /** Words before or behind a field. */
    static Label word(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    static TextField field(String id, StringProperty value, int columns, String accessible) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(accessible);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    static CheckBox check(String id, String text, Property<Boolean> value) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    /** A choice whose entries are said by {@code words}. */
    static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> words, String accessible) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setId(id);
        box.setAccessibleText(accessible);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
        return box;
    }

    /** The first fault at one of these places, or one that begins with it; takes no room while there is none. */
    static Label fault(StudyFormModel model, Ui.Bonds bonds, String... places) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("fault");
        bonds.follow(model.outlook(), () -> {
            String said = model.outlook().get().faults().stream()
                    .filter(fault -> List.of(places).stream().anyMatch(fault.place()::startsWith))
                    .map(Fault::sentence)
                    .findFirst()
                    .orElse("");
            label.setText(said);
            show(label, !said.isEmpty());
        });
        return label;
    }

    /** Shows or hides a node together with its room. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
