package dev.tracewright.ui.runs;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPrompt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a study as it stands in the form while a person makes it: every choice a property, numbers as they were typed.
 * Showing a plan and reading it again gives an equal plan; no control is known here.
 */
public final class StudyDraft {
    /** Which kind of source the problems come from. */
    public enum SourceKind {
        SESSION,
        BUNDLED,
        FILE
    }

    /** Which problems are taken. */
    public enum SampleKind {
        ALL,
        FIRST,
        RANGE,
        RANDOM
    }

    /** Which steps are reviewed. */
    public enum ReviewKind {
        NONE,
        SHARE,
        ALL
    }

    /**
     * What stands in the form.
     *
     * @param plan the plan, or null where a field makes it impossible
     * @param faults what is wrong, each at its field
     */
    public record Reading(@Nullable StudyPlan plan, List<Fault> faults) {}

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("0");
    private final ObjectProperty<SourceKind> sourceKind = new SimpleObjectProperty<>(SourceKind.SESSION);
    private final StringProperty session = new SimpleStringProperty("");
    private final StringProperty bundled = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final ObjectProperty<Map<String, String>> columns = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<SampleKind> sampleKind = new SimpleObjectProperty<>(SampleKind.ALL);
    private final StringProperty count = new SimpleStringProperty("20");
    private final StringProperty from = new SimpleStringProperty("1");
    private final StringProperty to = new SimpleStringProperty("20");
    private final ObservableList<String> levels = FXCollections.observableArrayList();
    private final ObservableList<String> subjects = FXCollections.observableArrayList();
    private final ObservableList<StudyPrompt> prompts = FXCollections.observableArrayList();
    private final ObservableList<OwnTemplate> templates = FXCollections.observableArrayList();
    private final ObservableList<ModelRef> delegators = FXCollections.observableArrayList();
    private final ObservableList<ModelRef> solvers = FXCollections.observableArrayList();
    private final BooleanProperty reflexive = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable ModelRef> verifier = new SimpleObjectProperty<>();
    private final StringProperty repetitions = new SimpleStringProperty("1");
    private final SettingsDraft delegation = new SettingsDraft();
    private final SettingsDraft solution = new SettingsDraft();
    private final ObjectProperty<ReviewKind> reviewKind = new SimpleObjectProperty<>(ReviewKind.NONE);
    private final ObjectProperty<Review.By> reviewBy = new SimpleObjectProperty<>(Review.By.PERSON);
    private final StringProperty share = new SimpleStringProperty("0.2");
    private final BooleanProperty original = new SimpleBooleanProperty(true);
    private final BooleanProperty corrected = new SimpleBooleanProperty();
    private final StringProperty money = new SimpleStringProperty("");
    private final StringProperty currency = new SimpleStringProperty("USD");
    private final StringProperty tokens = new SimpleStringProperty("");

    /** Calls {@code action} after every change of anything. */
    public void onChange(Runnable action) {
        List<Observable> all = new ArrayList<>(List.of(
                name,
                seed,
                sourceKind,
                session,
                bundled,
                file,
                columns,
                sampleKind,
                count,
                from,
                to,
                levels,
                subjects,
                prompts,
                templates,
                delegators,
                solvers,
                reflexive,
                verifier,
                repetitions,
                reviewKind,
                reviewBy,
                share,
                original,
                corrected,
                money,
                currency,
                tokens));
        all.addAll(delegation.all());
        all.addAll(solution.all());
        all.forEach(value -> value.addListener(changed -> action.run()));
    }

    // -- Both directions
    // -----------------------------------------------------------------------------------------------

    /** Puts a plan into the form. */
    public void show(StudyPlan plan) {
        name.set(plan.name());
        seed.set(Long.toString(plan.seed()));
        showData(plan.data());
        prompts.setAll(plan.prompts());
        templates.setAll(plan.templates());
        delegators.setAll(plan.models().delegators());
        solvers.setAll(plan.models().solvers());
        reflexive.set(plan.models().reflexive());
        verifier.set(plan.models().verifier());
        repetitions.set(Integer.toString(plan.repetitions()));
        delegation.show(plan.delegation());
        solution.show(plan.solution());
        original.set(plan.review().arms().contains(Arm.ORIGINAL));
        corrected.set(plan.review().arms().contains(Arm.CORRECTED));
        reviewBy.set(plan.review().by());
        switch (plan.review().extent()) {
            case Review.Extent.None() -> reviewKind.set(ReviewKind.NONE);
            case Review.Extent.All() -> reviewKind.set(ReviewKind.ALL);
            case Review.Extent.Share(double wanted) -> {
                reviewKind.set(ReviewKind.SHARE);
                share.set(Double.toString(wanted));
            }
        }
        Money limit = plan.budget().money();
        money.set(limit == null ? "" : limit.amount().toPlainString());
        currency.set(limit == null ? "USD" : limit.currency());
        Long most = plan.budget().tokens();
        tokens.set(most == null ? "" : most.toString());
    }

    private void showData(DataSelection data) {
        switch (data.source()) {
            case Source.Session(String dataset) -> {
                sourceKind.set(SourceKind.SESSION);
                session.set(dataset);
            }
            case Source.Bundled(String dataset) -> {
                sourceKind.set(SourceKind.BUNDLED);
                bundled.set(dataset);
            }
            case Source.File(String path, var named) -> {
                sourceKind.set(SourceKind.FILE);
                file.set(path);
                columns.set(named);
            }
        }
        switch (data.sample()) {
            case Sample.All() -> sampleKind.set(SampleKind.ALL);
            case Sample.First(int most) -> showCount(SampleKind.FIRST, most);
            case Sample.Random(int most) -> showCount(SampleKind.RANDOM, most);
            case Sample.Range(int first, int last) -> {
                sampleKind.set(SampleKind.RANGE);
                from.set(Integer.toString(first));
                to.set(Integer.toString(last));
            }
        }
        levels.setAll(data.levels());
        subjects.setAll(data.subjects());
    }

    private void showCount(SampleKind kind, int most) {
        sampleKind.set(kind);
        count.set(Integer.toString(most));
    }

    /** Reads the form. */
    public Reading read() {
        FieldReader reader = new FieldReader();
        DataSelection data = data(reader);
        CallSettings toDelegators = delegation.settings("delegation", reader);
        CallSettings toSolvers = solution.settings("solution", reader);
        Review review = reader.make("review", () -> review(reader));
        Budget budget = reader.make("budget/money", () -> budget(reader));
        Long drawn = reader.whole("seed", seed.get());
        int times = reader.count("repetitions", repetitions.get());
        if (data == null || review == null || budget == null || !reader.faults().isEmpty()) {
            return new Reading(null, reader.faults());
        }
        StudyModels models = new StudyModels(delegators, solvers, reflexive.get(), verifier.get());
        StudyPlan plan = reader.make(
                "name",
                () -> new StudyPlan(
                        name.get(),
                        drawn == null ? 0 : drawn,
                        data,
                        prompts,
                        templates,
                        models,
                        times,
                        toDelegators,
                        toSolvers,
                        review,
                        budget));
        return new Reading(plan, reader.faults());
    }

    private @Nullable DataSelection data(FieldReader reader) {
        Source source = reader.make("data", this::source);
        Sample sample = reader.make("data/sample", () -> sample(reader));
        return source == null || sample == null
                ? null
                : reader.make("data", () -> new DataSelection(source, sample, levels, subjects));
    }

    private Source source() {
        return switch (sourceKind.get()) {
            case SESSION -> new Source.Session(session.get());
            case BUNDLED -> new Source.Bundled(bundled.get());
            case FILE -> new Source.File(file.get(), columns.get());
        };
    }

    private Sample sample(FieldReader reader) {
        return switch (sampleKind.get()) {
            case ALL -> new Sample.All();
            case FIRST -> new Sample.First(reader.count("data/sample", count.get()));
            case RANDOM -> new Sample.Random(reader.count("data/sample", count.get()));
            case RANGE -> {
                int first = reader.count("data/sample", from.get());
                Integer last = reader.small("data/sample", to.get());
                yield new Sample.Range(first, last == null ? first : last);
            }
        };
    }

    private Review review(FieldReader reader) {
        if (reviewKind.get() == ReviewKind.NONE) {
            return Review.NONE;
        }
        Set<Arm> arms = new HashSet<>();
        if (original.get()) {
            arms.add(Arm.ORIGINAL);
        }
        if (corrected.get()) {
            arms.add(Arm.CORRECTED);
        }
        if (reviewKind.get() == ReviewKind.ALL) {
            return new Review(new Review.Extent.All(), arms, reviewBy.get());
        }
        Double wanted = reader.fraction("review/steps", share.get());
        return new Review(new Review.Extent.Share(wanted == null ? 0 : wanted), arms, reviewBy.get());
    }

    private Budget budget(FieldReader reader) {
        BigDecimal amount = reader.amount("budget/money", money.get());
        Long most = reader.whole("budget/tokens", tokens.get());
        return new Budget(amount == null ? null : new Money(amount, currency.get()), most);
    }

    // -- The fields
    // ----------------------------------------------------------------------------------------------------

    public StringProperty name() {
        return name;
    }

    public StringProperty seed() {
        return seed;
    }

    public ObjectProperty<SourceKind> sourceKind() {
        return sourceKind;
    }

    /** The data set of the session. */
    public StringProperty session() {
        return session;
    }

    /** The data set that comes with the program. */
    public StringProperty bundled() {
        return bundled;
    }

    public ObjectProperty<Map<String, String>> columns() {
        return columns;
    }

    public StringProperty file() {
        return file;
    }

    public ObjectProperty<SampleKind> sampleKind() {
        return sampleKind;
    }

    /** How many, for the first ones and for a random sample. */
    public StringProperty count() {
        return count;
    }

    public StringProperty from() {
        return from;
    }

    public StringProperty to() {
        return to;
    }

    public ObservableList<String> levels() {
        return levels;
    }

    public ObservableList<String> subjects() {
        return subjects;
    }

    public ObservableList<StudyPrompt> prompts() {
        return prompts;
    }

    public ObservableList<OwnTemplate> templates() {
        return templates;
    }

    public ObservableList<ModelRef> delegators() {
        return delegators;
    }

    public ObservableList<ModelRef> solvers() {
        return solvers;
    }

    public BooleanProperty reflexive() {
        return reflexive;
    }

    public StringProperty repetitions() {
        return repetitions;
    }

    public SettingsDraft delegation() {
        return delegation;
    }

    public SettingsDraft solution() {
        return solution;
    }

    /** The model that is asked about the steps where it reviews; otherwise the plan only names it. */
    public ObjectProperty<@Nullable ModelRef> verifier() {
        return verifier;
    }

    public ObjectProperty<Review.By> reviewBy() {
        return reviewBy;
    }

    public ObjectProperty<ReviewKind> reviewKind() {
        return reviewKind;
    }

    public StringProperty share() {
        return share;
    }

    public BooleanProperty original() {
        return original;
    }

    public BooleanProperty corrected() {
        return corrected;
    }

    public StringProperty money() {
        return money;
    }

    public StringProperty currency() {
        return currency;
    }

    public StringProperty tokens() {
        return tokens;
    }
}
