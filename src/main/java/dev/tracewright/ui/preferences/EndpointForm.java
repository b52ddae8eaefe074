package dev.tracewright.ui.preferences;

import dev.tracewright.llm.Dialect;
import dev.tracewright.settings.Allowance;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.KeyReference;
import dev.tracewright.settings.SettingsException;
import dev.tracewright.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.jspecify.annotations.Nullable;

/** The form for a server of models: protocol, name, address, models, where its key is, limits and prices; it can be tried out. */
final class EndpointForm extends VBox {
    private final ModelServers servers;
    private final Consumer<Endpoint> keep;
    private final ComboBox<DialectWord> dialect = new ComboBox<>();
    private final Label dialectText = new Label();
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final ModelNames models;
    private final RadioButton noKey = new RadioButton(Texts.of("settings.endpoint.key.none"));
    private final RadioButton envKey = new RadioButton(Texts.of("settings.endpoint.key.env"));
    private final RadioButton typedKey = new RadioButton(Texts.of("settings.endpoint.key.session"));
    private final RadioButton keptKey = new RadioButton(Texts.of("settings.endpoint.key.keychain"));
    private final PasswordField kept = new PasswordField();
    private final TextField variable = new TextField();
    private final PasswordField typed = new PasswordField();
    private final AllowanceFields allowance;
    private final Label fault = new Label();
    private final Trial trial;
    private final Button cancel = new Button(Texts.of("settings.endpoint.cancel"));
    private final ValidationSupport validation = new ValidationSupport();

    EndpointForm(@Nullable Endpoint start, ModelServers servers, Consumer<Endpoint> keep) {
        this.servers = servers;
        this.keep = keep;
        this.models = new ModelNames(start == null ? List.of() : start.models(), servers, () -> draft(List.of()));
        this.allowance = new AllowanceFields(start == null ? Allowance.USUAL : start.allowance());
        this.trial = new Trial(servers);
        getStyleClass().add("card");
        setId("endpoint-form");
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        dialect.setId("endpoint-dialect");
        dialect.getItems()
                .setAll(Arrays.stream(Dialect.values()).map(DialectWord::new).toList());
        dialectText.setWrapText(true);
        dialectText.getStyleClass().add("muted");
        line(form, "settings.endpoint.dialect", dialect, dialect);
        form.add(dialectText, 1, form.getRowCount());
        name.setId("endpoint-name");
        address.setId("endpoint-address");
        line(form, "settings.endpoint.name", name, name);
        line(form, "settings.endpoint.address", address, address);
        line(form, "settings.endpoint.models", models.field(), models);
        keyLines(form);
        line(form, "settings.endpoint.limits", null, allowance.limits());
        line(form, "settings.endpoint.prices", null, allowance.prices());
        fill(start);
        dialect.valueProperty().subscribe(this::adapt);
        fault.setWrapText(true);
        fault.setId("endpoint-fault");
        fault.getStyleClass().add("save-failed");
        fault.setManaged(false);
        validate();
        getChildren().addAll(form, fault, buttons(), trial);
    }

    void setOnCancel(Runnable action) {
        cancel.setOnAction(event -> action.run());
    }

    void focusFirst() {
        name.requestFocus();
    }

    private void keyLines(GridPane form) {
        typed.setPromptText(Texts.of("settings.endpoint.key.session.prompt"));
        variable.setId("endpoint-variable");
        typed.setId("endpoint-key");
        variable.setAccessibleText(Texts.of("settings.endpoint.key.env"));
        typed.setAccessibleText(Texts.of("settings.endpoint.key.session"));
        kept.setPromptText(Texts.of("settings.endpoint.key.keychain.prompt"));
        kept.setId("endpoint-key-kept-value");
        kept.setAccessibleText(Texts.of("settings.endpoint.key.keychain"));
        keptKey.setId("endpoint-key-kept");
        envKey.setId("endpoint-key-env");
        typedKey.setId("endpoint-key-typed");
        ToggleGroup group = new ToggleGroup();
        for (RadioButton button : List.of(noKey, envKey, typedKey, keptKey)) {
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
        }
        variable.disableProperty().bind(envKey.selectedProperty().not());
        kept.disableProperty().bind(keptKey.selectedProperty().not());
        typed.disableProperty().bind(typedKey.selectedProperty().not());
        GridPane places = new GridPane();
        places.getStyleClass().add("form");
        places.add(noKey, 0, 0);
        places.addRow(1, envKey, variable);
        places.addRow(2, typedKey, typed);
        places.addRow(3, keptKey, kept);
        GridPane.setHgrow(kept, Priority.ALWAYS);
        GridPane.setHgrow(variable, Priority.ALWAYS);
        GridPane.setHgrow(typed, Priority.ALWAYS);
        line(form, "settings.endpoint.key", null, places);
    }

    private HBox buttons() {
        Button save = new Button(Texts.of("settings.endpoint.save"));
        save.setId("endpoint-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        cancel.setCancelButton(true);
        Button test = new Button(Texts.of("settings.models.test"));
        test.setId("endpoint-test");
        test.setOnAction(event -> test());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(save, cancel, gap, test);
        buttons.getStyleClass().add("form-buttons");
        return buttons;
    }

    private void fill(@Nullable Endpoint start) {
        noKey.setSelected(true);
        Dialect spoken =
                start == null ? Dialect.OPENAI : Dialect.of(start.dialect()).orElse(Dialect.OPENAI);
        dialect.setValue(new DialectWord(spoken));
        if (start == null) {
            return;
        }
        name.setText(start.name());
        address.setText(start.address());
        if (servers.hasTypedKey(start.address())) {
            typedKey.setSelected(true);
        } else if (start.key() instanceof KeyReference.Variable(String named)) {
            envKey.setSelected(true);
            variable.setText(named);
        } else if (start.key() instanceof KeyReference.Keychain) {
            keptKey.setSelected(true);
        }
    }

    /** Shows what is particular about the chosen dialect, and its usual address where none was written. */
    private void adapt(DialectWord chosen) {
        dialectText.setText(chosen.text());
        variable.setPromptText(chosen.usualVariable());
        String prompt = chosen.usualAddress();
        address.setPromptText(prompt.isEmpty() ? Texts.of("settings.endpoint.address.prompt") : prompt);
        boolean untouched = address.getText().isBlank()
                || dialect.getItems().stream()
                        .anyMatch(word -> word.usualAddress().equals(address.getText()));
        if (untouched) {
            address.setText(prompt);
        }
    }

    private void validate() {
        validation.registerValidator(
                name,
                false,
                (Control control, String text) -> ValidationResult.fromErrorIf(
                        control, Texts.of("settings.endpoint.fault.name"), text.isBlank()));
        validation.registerValidator(
                models.field(),
                false,
                (Control control, String text) -> ValidationResult.fromErrorIf(
                        control,
                        Texts.of("settings.endpoint.fault.models"),
                        ModelNames.names(text).isEmpty()));
        validation.registerValidator(address, false, (Control control, String text) -> {
            String wrong = addressFault(text);
            return ValidationResult.fromErrorIf(control, Objects.toString(wrong, ""), wrong != null);
        });
        validation.setErrorDecorationEnabled(false);
    }

    private void save() {
        validation.setErrorDecorationEnabled(true);
        try {
            if (name.getText().isBlank()) {
                throw new SettingsException(Texts.of("settings.endpoint.fault.name"));
            }
            Endpoint endpoint = draft(chosen()).endpoint();
            if (!typedKey.isSelected()) {
                servers.keepKey(endpoint.address(), "");
            } else if (!typed.getText().isBlank()) {
                servers.keepKey(endpoint.address(), typed.getText());
            }
            if (keptKey.isSelected() && !kept.getText().isBlank()) {
                setDisable(true);
                servers.keepInKeychain(endpoint.address(), kept.getText(), () -> finish(endpoint), this::refuse);
            } else {
                finish(endpoint);
            }
        } catch (SettingsException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void finish(Endpoint endpoint) {
        trial.cancel();
        keep.accept(endpoint);
    }

    private void refuse(String why) {
        setDisable(false);
        fault.setText(why);
        fault.setManaged(true);
    }

    private void test() {
        try {
            trial.run(draft(chosen()));
        } catch (SettingsException e) {
            trial.failed(String.valueOf(e.getMessage()));
        }
    }

    private List<String> chosen() {
        List<String> chosen = models.chosen();
        if (chosen.isEmpty()) {
            throw new SettingsException(Texts.of("settings.endpoint.fault.models"));
        }
        return chosen;
    }

    /** The server as the fields say, with a key that was typed but is not kept yet. */
    private ModelServers.Draft draft(List<String> offered) {
        String base = Endpoint.normalise(address.getText());
        KeyReference reference = envKey.isSelected()
                ? reference(variable.getText())
                : keptKey.isSelected() ? new KeyReference.Keychain() : null;
        String given = typedKey.isSelected() ? typed.getText() : keptKey.isSelected() ? kept.getText() : "";
        String shown = name.getText().isBlank() ? base : name.getText().strip();
        String spoken = dialect.getValue().dialect().key();
        return new ModelServers.Draft(
                new Endpoint(shown, spoken, base, offered, reference, allowance.read()),
                given.isBlank() ? null : given.strip());
    }

    private static KeyReference reference(String text) {
        String stripped = text.strip();
        return stripped.startsWith("env:") ? KeyReference.parse(stripped) : new KeyReference.Variable(stripped);
    }

    private static @Nullable String addressFault(String text) {
        try {
            Endpoint.normalise(text);
            return null;
        } catch (SettingsException e) {
            return e.getMessage();
        }
    }

    private static void line(GridPane form, String key, @Nullable Control field, Node shown) {
        Label label = new Label(Texts.of(key));
        label.setMinWidth(USE_PREF_SIZE);
        if (field != null) {
            label.setLabelFor(field);
            field.setAccessibleText(Texts.of(key));
        }
        GridPane.setValignment(label, VPos.BASELINE);
        GridPane.setValignment(shown, VPos.BASELINE);
        int row = form.getRowCount();
        form.add(label, 0, row);
        form.add(shown, 1, row);
        GridPane.setHgrow(shown, Priority.ALWAYS);
    }
}
