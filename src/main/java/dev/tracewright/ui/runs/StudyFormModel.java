package dev.tracewright.ui.runs;

import dev.tracewright.exchange.ColumnPreview;
import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPrompt;
import dev.tracewright.experiment.TemplateLibrary;
import dev.tracewright.experiment.TemplateLibrary.Entry;
import dev.tracewright.experiment.TemplateName;
import dev.tracewright.experiment.TemplateRole;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import dev.tracewright.work.PreparedStudy;
import dev.tracewright.work.StudyDesk;
import dev.tracewright.work.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a study is made: after every change, once it has been left alone for a moment, what is wrong and what the
 * study will take is told anew, worked out away from the screen. Late results of earlier states are dropped.
 */
public final class StudyFormModel {
    private static final Duration QUIET = Duration.ofMillis(250);

    private final StudyDesk desk;
    private final TaskRunner tasks;
    private final BiConsumer<Duration, Runnable> delay;
    private final StudyDraft draft = new StudyDraft();
    private final @Nullable Path folder;
    private final ReadOnlyObjectWrapper<Outlook> outlook = new ReadOnlyObjectWrapper<>(Outlook.PENDING);
    private final ReadOnlyObjectWrapper<List<Problem>> source = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<TemplateLibrary> library;
    private DataSelection.@Nullable Source loaded;
    private long state;

    /**
     * What is known of the plan in the form.
     *
     * @param pending whether it is being worked out
     * @param faults what is wrong with single fields
     * @param prepared what the desk says of the plan, or null while there is no plan
     * @param failure why the desk could say nothing, or null
     */
    public record Outlook(
            boolean pending,
            List<Fault> faults,
            @Nullable PreparedStudy prepared,
            @Nullable String failure) {
        static final Outlook PENDING = new Outlook(true, List.of(), null, null);

        /** The study, where it can be started. */
        public @Nullable PreparedStudy ready() {
            return !pending && prepared != null && prepared.ready() ? prepared : null;
        }
    }

    /**
     * @param start the plan to begin with
     * @param folder what relative paths of the plan count from, or null
     * @param made own templates that other studies of the session have made
     */
    public StudyFormModel(
            StudyDesk desk,
            TaskRunner tasks,
            BiConsumer<Duration, Runnable> delay,
            StudyPlan start,
            @Nullable Path folder,
            List<OwnTemplate> made) {
        this.desk = desk;
        this.tasks = tasks;
        this.delay = delay;
        this.folder = folder;
        library = new ReadOnlyObjectWrapper<>(with(with(TemplateLibrary.BUILT_IN, start.templates()), made));
        draft.show(start);
        draft.onChange(this::changed);
        look();
    }

    /** A library with these templates; what does not fit into it stays out. */
    private static TemplateLibrary with(TemplateLibrary library, List<OwnTemplate> templates) {
        TemplateLibrary all = library;
        for (OwnTemplate own : templates) {
            try {
                all = all.with(List.of(own));
            } catch (IllegalArgumentException e) {
                // another study has the name with another text, or the plan's check says what is wrong
            }
        }
        return all;
    }

    /** What a new study begins with: the paper's prompts on a data set. */
    public static StudyPlan fresh(String name, DataSelection.Source source) {
        return new StudyPlan(
                name,
                1,
                new DataSelection(source, new DataSelection.Sample.First(20), List.of(), List.of()),
                List.of(
                        StudyPrompt.of(Approach.STANDARD, "paper/standard@1"),
                        StudyPrompt.of(Approach.CHAIN_OF_THOUGHT, "paper/chain-of-thought@1"),
                        StudyPrompt.traceOfThought("paper/delegation@1", "paper/solution@1")),
                List.of(),
                new StudyModels(List.of(), List.of(), false, null),
                1,
                CallSettings.DEFAULT,
                CallSettings.DEFAULT,
                Review.NONE,
                Budget.NONE);
    }

    private void changed() {
        state++;
        long mine = state;
        outlook.set(new Outlook(true, outlook.get().faults(), outlook.get().prepared(), null));
        delay.accept(QUIET, () -> {
            if (mine == state) {
                look();
            }
        });
    }

    private void look() {
        long mine = state;
        StudyDraft.Reading reading = draft.read();
        StudyPlan plan = reading.plan();
        if (plan == null) {
            outlook.set(new Outlook(false, reading.faults(), null, null));
            return;
        }
        tasks.run(
                () -> desk.prepare(plan, folder),
                prepared -> show(mine, new Outlook(false, List.of(), prepared, null)),
                problem -> show(
                        mine,
                        new Outlook(
                                false,
                                List.of(),
                                null,
                                Objects.requireNonNullElse(problem.getMessage(), problem.toString()))));
        DataSelection.Source from = plan.data().source();
        if (!from.equals(loaded)) {
            loaded = from;
            load(fresh("source", from));
        }
    }

    private void show(long of, Outlook now) {
        if (of == state) {
            outlook.set(now);
        }
    }

    private void load(StudyPlan all) {
        DataSelection.Source from = all.data().source();
        StudyPlan whole = new StudyPlan(
                all.name(),
                0,
                new DataSelection(from, new DataSelection.Sample.All(), List.of(), List.of()),
                List.of(),
                List.of(),
                all.models(),
                1,
                all.delegation(),
                all.solution(),
                all.review(),
                all.budget());
        tasks.run(
                () -> desk.prepare(whole, folder).problems(),
                problems -> {
                    if (from.equals(loaded)) {
                        source.set(problems);
                    }
                },
                problem -> source.set(List.of()));
    }

    /**
     * Looks at the columns of the data file in the form.
     *
     * @param then takes what was found
     * @param failed takes a sentence why it cannot be read
     */
    public void lookAtColumns(Consumer<ColumnPreview> then, Consumer<String> failed) {
        String file = draft.file().get();
        tasks.run(
                () -> desk.columns(file, folder),
                then,
                problem -> failed.accept(Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
    }

    // -- Templates
    // -----------------------------------------------------------------------------------------------------

    /** The templates of a role, newest versions of each name last. */
    public List<TemplateName> templates(TemplateRole role) {
        return library.get().entries().stream()
                .filter(entry -> entry.role() == role)
                .map(Entry::id)
                .toList();
    }

    /** The template of this name, or null where there is none. */
    public @Nullable Entry template(TemplateName name) {
        return library.get().find(name).orElse(null);
    }

    /** Puts an own template into the plan. */
    public void keep(OwnTemplate template) {
        library.set(with(library.get(), List.of(template)));
        use(template.id());
    }

    /** Lets the plan bring along the template of this name, where it is an own one. */
    public void use(TemplateName name) {
        Entry entry = template(name);
        Integer version = entry == null ? null : entry.id().version();
        if (entry == null || version == null || entry.builtIn()) {
            return;
        }
        boolean there = draft.templates().stream().anyMatch(own -> own.id().equals(entry.id()));
        if (!there) {
            draft.templates()
                    .add(new OwnTemplate(
                            entry.id().name(),
                            version,
                            entry.role(),
                            entry.template().text()));
        }
    }

    /** The plan in the form, or null where a field makes it impossible. */
    public @Nullable StudyPlan plan() {
        return draft.read().plan();
    }

    public StudyDraft draft() {
        return draft;
    }

    /** The templates there are. */
    public ReadOnlyObjectProperty<TemplateLibrary> library() {
        return library.getReadOnlyProperty();
    }

    /** What is wrong, and what the study will take. */
    public ReadOnlyObjectProperty<Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /** All problems of the chosen source, before filters and sample. */
    public ReadOnlyObjectProperty<List<Problem>> source() {
        return source.getReadOnlyProperty();
    }
}
