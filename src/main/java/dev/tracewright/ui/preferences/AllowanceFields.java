package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Allowance;
import dev.tracewright.settings.SettingsException;
import dev.tracewright.ui.Texts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The fields for how much a server may be asked and what it charges. */
final class AllowanceFields {
    private final TextField parallel = field("endpoint-parallel", "settings.endpoint.parallel", 3);
    private final TextField requests = field("endpoint-requests", "settings.endpoint.requests", 6);
    private final TextField tokens = field("endpoint-tokens", "settings.endpoint.tokens", 8);
    private final TextField priceIn = field("endpoint-price-in", "settings.endpoint.price.in.spoken", 6);
    private final TextField priceOut = field("endpoint-price-out", "settings.endpoint.price.out.spoken", 6);
    private final TextField currency = field("endpoint-currency", "settings.endpoint.currency.spoken", 4);

    AllowanceFields(Allowance start) {
        parallel.setText(text(start.parallel()));
        requests.setText(text(start.requestsPerMinute()));
        tokens.setText(text(start.tokensPerMinute()));
        priceIn.setText(start.priceIn() == null ? "" : start.priceIn().toPlainString());
        priceOut.setText(start.priceOut() == null ? "" : start.priceOut().toPlainString());
        currency.setText(start.currency());
        for (TextField limit : List.of(parallel, requests, tokens)) {
            limit.setPromptText(Texts.of("settings.endpoint.no-limit"));
        }
        parallel.setPromptText(Texts.of("settings.endpoint.parallel.prompt"));
        for (TextField price : List.of(priceIn, priceOut)) {
            price.setPromptText(Texts.of("settings.endpoint.price.prompt"));
        }
    }

    /** The limits in one line, or more where there is no room. */
    Node limits() {
        return line(
                named(parallel, "settings.endpoint.parallel"),
                named(requests, "settings.endpoint.requests"),
                named(tokens, "settings.endpoint.tokens"));
    }

    /** The prices in one line, or more where there is no room. */
    Node prices() {
        return line(
                named(priceIn, "settings.endpoint.price.in"),
                named(priceOut, "settings.endpoint.price.out"),
                named(currency, "settings.endpoint.currency"));
    }

    /**
     * What the fields say.
     *
     * @throws SettingsException with one sentence when they say nothing sensible
     */
    Allowance read() {
        String code = currency.getText().strip().toUpperCase(Locale.ROOT);
        return new Allowance(
                whole(parallel),
                whole(requests),
                whole(tokens),
                price(priceIn),
                price(priceOut),
                code.isEmpty() ? Allowance.USUAL_CURRENCY : code);
    }

    /** What a person reads of an allowance; empty where it is the usual one. */
    static String words(Allowance allowance) {
        StringBuilder words = new StringBuilder();
        add(words, "settings.endpoint.parallel.line", allowance.parallel());
        add(words, "settings.endpoint.requests.line", allowance.requestsPerMinute());
        add(words, "settings.endpoint.tokens.line", allowance.tokensPerMinute());
        if (allowance.priceIn() != null && allowance.priceOut() != null) {
            separate(words)
                    .append(Texts.of(
                            "settings.endpoint.price.line",
                            allowance.priceIn().toPlainString(),
                            allowance.priceOut().toPlainString(),
                            Currency.getInstance(allowance.currency()).getCurrencyCode()));
        }
        return words.toString();
    }

    private static void add(StringBuilder words, String key, @Nullable Integer number) {
        if (number != null) {
            separate(words).append(Texts.of(key, number));
        }
    }

    private static StringBuilder separate(StringBuilder words) {
        return words.isEmpty() ? words : words.append("  ·  ");
    }

    private static @Nullable Integer whole(TextField field) {
        String text = field.getText().strip().replaceAll("(?<=\\d)[,' ](?=\\d{3}(\\D|$))", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new SettingsException(Texts.of("settings.endpoint.fault.whole", field.getAccessibleText(), text));
        }
    }

    private static @Nullable BigDecimal price(TextField field) {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,12})?")) {
            throw new SettingsException(Texts.of("settings.endpoint.fault.price", field.getAccessibleText(), text));
        }
        return new BigDecimal(text);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static TextField field(String id, String key, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setMinWidth(TextField.USE_PREF_SIZE);
        field.setAccessibleText(Texts.of(key));
        return field;
    }

    private static HBox named(TextField field, String key) {
        Label label = new Label(Texts.of(key));
        label.setLabelFor(field);
        HBox pair = new HBox(field, label);
        pair.getStyleClass().add("field-pair");
        return pair;
    }

    private static FlowPane line(Node... parts) {
        FlowPane line = new FlowPane(parts);
        line.getStyleClass().add("field-line");
        // A grid asks for the height before it gives the width.
        line.prefWrapLengthProperty().bind(line.widthProperty());
        return line;
    }
}
