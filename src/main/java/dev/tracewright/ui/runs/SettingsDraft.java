package dev.tracewright.ui.runs;

import dev.tracewright.experiment.CallSettings;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The settings of the calls to one role as they stand in the form: every field is a text, an empty one is the server's default. */
public final class SettingsDraft {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([nrt\\\\])");

    private final StringProperty system = new SimpleStringProperty("");
    private final StringProperty temperature = new SimpleStringProperty("");
    private final StringProperty topP = new SimpleStringProperty("");
    private final StringProperty maxTokens = new SimpleStringProperty("");
    private final StringProperty context = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("");
    private final StringProperty stop = new SimpleStringProperty("");
    private @Nullable String emptySystem;

    public StringProperty system() {
        return system;
    }

    public StringProperty temperature() {
        return temperature;
    }

    public StringProperty topP() {
        return topP;
    }

    public StringProperty maxTokens() {
        return maxTokens;
    }

    public StringProperty context() {
        return context;
    }

    public StringProperty seed() {
        return seed;
    }

    /** One stop text a line; a line break in one is written as {@code \n}, a tab as {@code \t}, a backslash twice. */
    public StringProperty stop() {
        return stop;
    }

    List<Observable> all() {
        return List.of(system, temperature, topP, maxTokens, context, seed, stop);
    }

    void show(CallSettings settings) {
        String prompt = settings.system();
        emptySystem = prompt != null && prompt.isEmpty() ? prompt : null;
        system.set(Objects.requireNonNullElse(prompt, ""));
        temperature.set(text(settings.temperature()));
        topP.set(text(settings.topP()));
        maxTokens.set(text(settings.maxTokens()));
        context.set(text(settings.context()));
        seed.set(text(settings.seed()));
        stop.set(settings.stop().stream().map(SettingsDraft::onOneLine).collect(Collectors.joining("\n")));
    }

    CallSettings settings(String role, FieldReader reader) {
        String place = "settings/" + role + "/";
        return new CallSettings(
                system.get().isEmpty() ? emptySystem : system.get(),
                reader.fraction(place + "temperature", temperature.get()),
                reader.fraction(place + "top-p", topP.get()),
                reader.small(place + "max-tokens", maxTokens.get()),
                reader.whole(place + "seed", seed.get()),
                stop.get()
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .map(SettingsDraft::ofOneLine)
                        .toList(),
                reader.small(place + "context", context.get()));
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }

    private static String onOneLine(String stop) {
        return stop.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String ofOneLine(String line) {
        return ESCAPED.matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            default -> "\\";
                        }));
    }
}
