package dev.tracewright.ui.runs;

import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.TemplateLibrary;
import dev.tracewright.experiment.TemplateLibrary.Added;
import dev.tracewright.experiment.TemplateLibrary.Entry;
import dev.tracewright.experiment.TemplateName;
import dev.tracewright.experiment.TemplateRole;
import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * An own prompt template while a person writes it: what is wrong with it and how a real problem looks in it, after every key.
 * Keeping it makes its next version; what was asked with an earlier one stays known.
 */
public final class TemplateDraft {
    private static final String OWN = "own/";

    private final TemplateLibrary library;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<TemplateRole> role = new SimpleObjectProperty<>(TemplateRole.SOLUTION);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable TemplateName> version = new ReadOnlyObjectWrapper<>();

    /**
     * @param library the templates there are
     * @param start the template to begin with; a built-in one is copied under an own name
     * @param problem the problem that is shown in the preview, or null where there is none
     */
    public TemplateDraft(TemplateLibrary library, Entry start, @Nullable Problem problem) {
        this.library = library;
        this.problem.set(problem);
        String old = start.id().name();
        name.set(start.builtIn() ? OWN + old.substring(old.indexOf('/') + 1) : old);
        role.set(start.role());
        text.set(start.template().text());
        name.addListener((property, before, now) -> look());
        role.addListener((property, before, now) -> look());
        text.addListener((property, before, now) -> look());
        this.problem.addListener((property, before, now) -> look());
        look();
    }

    private void look() {
        try {
            Entry entry = added().entry();
            version.set(entry.id());
            fault.set("");
            Problem shown = problem.get();
            preview.set(
                    shown == null
                            ? entry.template().text()
                            : TemplateLibrary.preview(entry, shown, Texts.of("runs.template.steps")));
        } catch (IllegalArgumentException e) {
            version.set(null);
            fault.set(Objects.requireNonNullElse(e.getMessage(), e.toString()));
            preview.set("");
        }
    }

    private Added added() {
        return library.add(name.get().strip(), role.get(), text.get());
    }

    /** The template as it stands, in the version that it gets; empty while there is a fault. */
    public Optional<OwnTemplate> template() {
        TemplateName id = version.get();
        Integer number = id == null ? null : id.version();
        return id == null || number == null
                ? Optional.empty()
                : Optional.of(new OwnTemplate(id.name(), number, role.get(), text.get()));
    }

    public StringProperty name() {
        return name;
    }

    public ObjectProperty<TemplateRole> role() {
        return role;
    }

    public StringProperty text() {
        return text;
    }

    /** The problem in the preview, or null where the template is shown as it is. */
    public ObjectProperty<@Nullable Problem> problem() {
        return problem;
    }

    /** What is wrong, as a sentence, or empty. */
    public ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /** What a model would be sent; empty while there is a fault. */
    public ReadOnlyStringProperty preview() {
        return preview.getReadOnlyProperty();
    }

    /** The name and version that keeping it gives, or null while there is a fault. */
    public ReadOnlyObjectProperty<@Nullable TemplateName> version() {
        return version.getReadOnlyProperty();
    }
}
