package dev.tracewright.ui.runs;

import dev.tracewright.exchange.ColumnMapping;
import dev.tracewright.exchange.ColumnPreview;
import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.Chip;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.ui.files.MappingDialog;
import dev.tracewright.work.PreparedStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which problems: the data set, the filters by level and subject, and the sample. */
final class ProblemsSection extends VBox {
    private static final List<String> BUNDLED = List.of("arithmetic", "symbolic-algebra");

    private final StudyFormModel model;
    private final StudyDraft draft;
    private final Ui.Bonds bonds;
    private final FlowPane levels = new FlowPane();
    private final FlowPane subjects = new FlowPane();
    private final Label chosen = Forms.muted("");
    private final StringProperty unreadable = new SimpleStringProperty("");

    /** A data set that can be chosen; the name of a file is its path, and empty for any file. */
    private record Choice(StudyDraft.SourceKind kind, String name, String words) {}

    /** @param datasets the data sets of the session, with how many problems each has */
    ProblemsSection(StudyFormModel model, Map<String, Long> datasets, RunsContext context, Ui.Bonds bonds) {
        this.model = model;
        this.draft = model.draft();
        this.bonds = bonds;
        levels.getStyleClass().add("chips");
        subjects.getStyleClass().add("chips");
        chosen.setId("chosen-problems");
        getChildren()
                .add(Forms.section(
                        Texts.of("runs.form.problems"),
                        Forms.row(source(datasets, context.downloaded().get()), file(context.dialogs())),
                        sample(),
                        levels,
                        subjects,
                        Forms.fault(model, bonds, "data", "seed"),
                        chosen));
        bonds.follow(model.source(), this::showFilters);
        bonds.follow(model.outlook(), this::showChosen);
    }

    private ComboBox<Choice> source(Map<String, Long> datasets, List<Path> downloaded) {
        List<Choice> choices = new ArrayList<>();
        datasets.forEach((name, count) -> choices.add(
                new Choice(StudyDraft.SourceKind.SESSION, name, Texts.of("runs.form.source.session", name, count))));
        if (draft.sourceKind().get() == StudyDraft.SourceKind.SESSION
                && !datasets.containsKey(draft.session().get())) {
            choices.add(new Choice(
                    StudyDraft.SourceKind.SESSION,
                    draft.session().get(),
                    Texts.of("runs.form.source.session", draft.session().get(), 0)));
        }
        for (String name : BUNDLED) {
            choices.add(new Choice(StudyDraft.SourceKind.BUNDLED, name, Texts.of("runs.form.source.bundled", name)));
        }
        for (Path file : downloaded) {
            choices.add(new Choice(
                    StudyDraft.SourceKind.FILE,
                    file.toString(),
                    Texts.of("runs.form.source.downloaded", String.valueOf(file.getFileName()))));
        }
        choices.add(new Choice(StudyDraft.SourceKind.FILE, "", Texts.of("runs.form.source.file")));
        ComboBox<Choice> box = Forms.choice("study-source", choices, Choice::words, Texts.of("runs.form.source"));
        box.setValue(choices.stream().filter(this::isChosen).findFirst().orElse(null));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                choose(now);
            }
        });
        return box;
    }

    private boolean isChosen(Choice choice) {
        return choice.kind() == draft.sourceKind().get()
                && switch (choice.kind()) {
                    case SESSION -> choice.name().equals(draft.session().get());
                    case BUNDLED -> choice.name().equals(draft.bundled().get());
                    case FILE ->
                        choice.name().isEmpty()
                                || choice.name().equals(draft.file().get());
                };
    }

    private void choose(Choice choice) {
        switch (choice.kind()) {
            case SESSION -> draft.session().set(choice.name());
            case BUNDLED -> draft.bundled().set(choice.name());
            case FILE -> {
                if (!choice.name().isEmpty()) {
                    draft.file().set(choice.name());
                    draft.columns().set(Map.of());
                }
            }
        }
        draft.levels().clear();
        draft.subjects().clear();
        draft.sourceKind().set(choice.kind());
    }

    private FlowPane file(FileDialogs dialogs) {
        TextField path = Forms.field("study-file", draft.file(), 24, Texts.of("runs.form.source.file"));
        Button browse = new Button(Texts.of("runs.form.browse"));
        browse.setOnAction(event -> dialogs.filesToImport().stream().findFirst().ifPresent(file -> {
            draft.columns().set(Map.of());
            draft.file().set(file.toString());
        }));
        Button columns = new Button(Texts.of("runs.form.columns"));
        columns.setId("study-columns");
        columns.disableProperty().bind(draft.file().isEmpty());
        columns.setOnAction(event -> model.lookAtColumns(this::askForColumns, this::sayUnreadable));
        Label named = Forms.muted("");
        named.setId("study-columns-named");
        bonds.follow(draft.columns(), () -> named.setText(named(draft.columns().get())));
        bonds.follow(unreadable, () -> {
            if (!unreadable.get().isEmpty()) {
                named.setText(unreadable.get());
            }
        });
        FlowPane row = Forms.row(path, browse, columns, named);
        bonds.follow(
                draft.sourceKind(), () -> Forms.show(row, draft.sourceKind().get() == StudyDraft.SourceKind.FILE));
        return row;
    }

    private void askForColumns(ColumnPreview preview) {
        unreadable.set("");
        Map<String, String> before = draft.columns().get();
        Path file = Path.of(draft.file().get());
        MappingDialog.ofProblems(
                        file,
                        preview,
                        before.isEmpty() ? Optional.empty() : Optional.of(ColumnMapping.named(before)),
                        getScene().getWindow())
                .ifPresent(chosen -> draft.columns().set(chosen.named()));
    }

    private void sayUnreadable(String why) {
        unreadable.set("");
        unreadable.set(why);
    }

    /** "question: Task, gold answer: Result". */
    private static String named(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(entry -> Texts.of("meaning." + entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private FlowPane sample() {
        ComboBox<StudyDraft.SampleKind> kind = Forms.choice(
                "study-sample",
                List.of(StudyDraft.SampleKind.values()),
                value -> Texts.of("runs.form.sample." + RunWords.lower(value)),
                Texts.of("runs.form.sample"));
        kind.valueProperty().bindBidirectional(draft.sampleKind());
        TextField count = Forms.field("study-count", draft.count(), 5, Texts.of("runs.form.count"));
        TextField from = Forms.field("study-from", draft.from(), 5, Texts.of("runs.form.from"));
        Label to = Forms.word(Texts.of("runs.form.to"));
        TextField last = Forms.field("study-to", draft.to(), 5, Texts.of("runs.form.to"));
        Label seedWord = Forms.word(Texts.of("runs.form.seed"));
        TextField seed = Forms.field("study-seed", draft.seed(), 8, Texts.of("runs.form.seed"));
        bonds.follow(draft.sampleKind(), () -> {
            StudyDraft.SampleKind now = draft.sampleKind().get();
            boolean random = now == StudyDraft.SampleKind.RANDOM;
            boolean range = now == StudyDraft.SampleKind.RANGE;
            Forms.show(count, random || now == StudyDraft.SampleKind.FIRST);
            Forms.show(from, range);
            Forms.show(to, range);
            Forms.show(last, range);
            Forms.show(seedWord, random);
            Forms.show(seed, random);
        });
        return Forms.row(kind, count, from, to, last, seedWord, seed);
    }

    private void showFilters() {
        filter(levels, "runs.form.levels", draft.levels(), Problem::level);
        filter(subjects, "runs.form.subjects", draft.subjects(), Problem::subject);
        showChosen();
    }

    private void filter(
            FlowPane pane, String title, ObservableList<String> wanted, Function<Problem, @Nullable String> value) {
        TreeSet<String> names = model.source().get().stream()
                .map(value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(wanted);
        pane.getChildren().setAll(Forms.word(Texts.of(title)));
        for (String name : names) {
            Chip chip = new Chip(name);
            chip.setSelected(wanted.contains(name));
            chip.setOnAction(event -> {
                wanted.remove(name);
                if (chip.isSelected()) {
                    wanted.add(name);
                }
            });
            pane.getChildren().add(chip);
        }
        Forms.show(pane, !names.isEmpty());
    }

    private void showChosen() {
        PreparedStudy prepared = model.outlook().get().prepared();
        chosen.setText(
                prepared == null || model.source().get().isEmpty()
                        ? ""
                        : Texts.of(
                                "runs.form.chosen",
                                prepared.problems().size(),
                                model.source().get().size()));
    }
}
