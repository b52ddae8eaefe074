package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.KeyReference;
import dev.tracewright.settings.SettingsException;
import dev.tracewright.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.jspecify.annotations.Nullable;

/** The form for a server of models: name, address, models, and where its key is. */
final class EndpointForm extends VBox {
    private final ModelServers servers;
    private final Consumer<Endpoint> keep;
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final TextField models = new TextField();
    private final RadioButton noKey = new RadioButton(Texts.of("settings.endpoint.key.none"));
    private final RadioButton envKey = new RadioButton(Texts.of("settings.endpoint.key.env"));
    private final RadioButton typedKey = new RadioButton(Texts.of("settings.endpoint.key.session"));
    private final TextField variable = new TextField();
    private final PasswordField typed = new PasswordField();
    private final Label fault = new Label();
    private final Button cancel = new Button(Texts.of("settings.endpoint.cancel"));
    private final ValidationSupport validation = new ValidationSupport();

    EndpointForm(@Nullable Endpoint start, ModelServers servers, Consumer<Endpoint> keep) {
        this.servers = servers;
        this.keep = keep;
        getStyleClass().add("card");
        setId("endpoint-form");
        fill(start);
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        line(form, 0, "settings.endpoint.name", name, "endpoint-name");
        line(form, 1, "settings.endpoint.address", address, "endpoint-address");
        line(form, 2, "settings.endpoint.models", models, "endpoint-models");
        address.setPromptText(Texts.of("settings.endpoint.address.prompt"));
        models.setPromptText(Texts.of("settings.endpoint.models.prompt"));
        variable.setPromptText(Texts.of("settings.endpoint.key.env.prompt"));
        typed.setPromptText(Texts.of("settings.endpoint.key.session.prompt"));
        variable.setId("endpoint-variable");
        typed.setId("endpoint-key");
        variable.setAccessibleText(Texts.of("settings.endpoint.key.env"));
        typed.setAccessibleText(Texts.of("settings.endpoint.key.session"));
        envKey.setId("endpoint-key-env");
        typedKey.setId("endpoint-key-typed");
        ToggleGroup group = new ToggleGroup();
        for (RadioButton button : List.of(noKey, envKey, typedKey)) {
            button.setToggleGroup(group);
        }
        variable.disableProperty().bind(envKey.selectedProperty().not());
        typed.disableProperty().bind(typedKey.selectedProperty().not());
        form.add(new Label(Texts.of("settings.endpoint.key")), 0, 3);
        form.add(noKey, 1, 3);
        form.add(new HBox(8, envKey, variable), 1, 4);
        form.add(new HBox(8, typedKey, typed), 1, 5);
        Button save = new Button(Texts.of("settings.endpoint.save"));
        save.setId("endpoint-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(event -> save(start));
        cancel.setCancelButton(true);
        HBox buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("form-buttons");
        fault.setWrapText(true);
        fault.setId("endpoint-fault");
        fault.getStyleClass().add("save-failed");
        fault.setManaged(false);
        validate();
        getChildren().addAll(form, fault, buttons);
    }

    void setOnCancel(Runnable action) {
        cancel.setOnAction(event -> action.run());
    }

    void focusFirst() {
        name.requestFocus();
    }

    private void fill(@Nullable Endpoint start) {
        noKey.setSelected(true);
        if (start == null) {
            return;
        }
        name.setText(start.name());
        address.setText(start.address());
        models.setText(String.join(", ", start.models()));
        if (servers.hasTypedKey(start.address())) {
            typedKey.setSelected(true);
        } else if (start.key() != null) {
            envKey.setSelected(true);
            variable.setText(start.key().variable());
        }
    }

    private void validate() {
        validation.registerValidator(
                name,
                false,
                (Control control, String text) -> ValidationResult.fromErrorIf(
                        control, Texts.of("settings.endpoint.fault.name"), text.isBlank()));
        validation.registerValidator(
                models,
                false,
                (Control control, String text) -> ValidationResult.fromErrorIf(
                        control,
                        Texts.of("settings.endpoint.fault.models"),
                        names(text).isEmpty()));
        validation.registerValidator(address, false, (Control control, String text) -> {
            String wrong = addressFault(text);
            return ValidationResult.fromErrorIf(control, Objects.toString(wrong, ""), wrong != null);
        });
        validation.setErrorDecorationEnabled(false);
    }

    private void save(@Nullable Endpoint before) {
        validation.setErrorDecorationEnabled(true);
        try {
            if (name.getText().isBlank()) {
                throw new SettingsException(Texts.of("settings.endpoint.fault.name"));
            }
            List<String> offered = names(models.getText());
            String base = Endpoint.normalise(address.getText());
            if (offered.isEmpty()) {
                throw new SettingsException(Texts.of("settings.endpoint.fault.models"));
            }
            KeyReference reference = envKey.isSelected() ? reference(variable.getText()) : null;
            if (!typedKey.isSelected()) {
                servers.keepKey(base, "");
            } else if (!typed.getText().isBlank()) {
                servers.keepKey(base, typed.getText());
            }
            String dialect = before == null ? "openai" : before.dialect();
            keep.accept(new Endpoint(name.getText().strip(), dialect, base, offered, reference));
        } catch (SettingsException e) {
            fault.setText(e.getMessage());
            fault.setManaged(true);
        }
    }

    private static KeyReference reference(String text) {
        String stripped = text.strip();
        return stripped.startsWith("env:") ? KeyReference.parse(stripped) : new KeyReference(stripped);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(model -> !model.isEmpty())
                .toList();
    }

    private static @Nullable String addressFault(String text) {
        try {
            Endpoint.normalise(text);
            return null;
        } catch (SettingsException e) {
            return e.getMessage();
        }
    }

    private static void line(GridPane form, int row, String key, TextField field, String id) {
        Label label = new Label(Texts.of(key));
        label.setLabelFor(field);
        field.setId(id);
        field.setPrefColumnCount(34);
        field.setAccessibleText(Texts.of(key));
        form.add(label, 0, row);
        form.add((Node) field, 1, row);
    }
}
