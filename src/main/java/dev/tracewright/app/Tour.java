package dev.tracewright.app;

import static dev.tracewright.app.TourScreen.awaits;
import static dev.tracewright.app.TourScreen.check;
import static dev.tracewright.app.TourScreen.does;
import static dev.tracewright.app.TourScreen.on;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.settings.Settings;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.ui.annotate.Phase;
import dev.tracewright.work.Sheet;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The main job, carried out by the program itself through the same actions that keys and buttons use. */
final class Tour {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Path home;
    private final Path folder;
    private final Consumer<String> says;
    private int pictures;

    /**
     * @param home the folder with the bundled material
     * @param folder where pictures and the CSV go
     * @param says hears what is being done
     */
    Tour(Path home, Path folder, Consumer<String> says) {
        this.home = home;
        this.folder = folder;
        this.says = says;
    }

    void run() throws IOException {
        Path scratch = Files.createTempDirectory("tracewright-tour");
        try {
            Workspace workspace = new Workspace(scratch);
            Label given = sitting(workspace);
            reopened(workspace, given);
            exported(workspace);
        } finally {
            delete(scratch);
        }
        says.accept("Done: " + pictures + " pictures and example.csv are in " + folder + ".");
    }

    /** The first sitting: open, correct, solve, label. Returns the label that was given. */
    private Label sitting(Workspace workspace) throws IOException {
        says.accept("Opening the example");
        Composition built = open(workspace, Settings.DEFAULT);
        Scene scene = scene(built);
        AnnotateViewModel model = ready(built);
        picture(scene, "example");

        says.accept("Solving the first problem with its steps as they are");
        String before = solve(built, model);
        String gold = on(() -> Objects.requireNonNull(judgement(model).gold()));
        check(before.equals(gold), "with its steps as they are the first problem gives " + before + ", not " + gold);
        picture(scene, "solved");

        says.accept("Changing one word of a step");
        int step = on(() -> stepWith(model, "ubtract"));
        String changed = on(() -> bodyOf(model, step).replace("Subtract", "Add").replace("subtract", "add"));
        does(() -> model.editSteps(editor -> editor.edit(step - 1, changed)));
        does(() -> model.selectStep(step));
        picture(scene, "corrected");

        says.accept("Solving again with the changed step");
        String after = solve(built, model);
        check(!after.equals(before), "the changed step did not change the answer " + before);
        int version =
                on(() -> Objects.requireNonNull(model.queue().current().get()).planVersion());
        check(version == 2, "the changed steps are version " + version + ", not 2");
        picture(scene, "solved-again");

        says.accept("Labelling");
        String labelled =
                on(() -> Objects.requireNonNull(model.queue().current().get()).key());
        does(() -> model.autoAdvance().unbind());
        does(() -> model.autoAdvance().set(false));
        perform(built, "label.analysis");
        does(() -> model.note("the changed step gives " + after));
        perform(built, "label.false");
        Label given = on(() -> model.queue().find(labelled).orElseThrow().label());
        check(
                given.equals(new Label(Verdict.FALSE, Set.of(Flag.NEEDS_ANALYSIS), "the changed step gives " + after)),
                "the label is " + given);
        picture(scene, "labelled");

        says.accept("Planning a study");
        perform(built, "window.runs");
        perform(built, "runs.new");
        awaits("the form of a study is shown", () -> scene.lookup("#study-start") != null);
        picture(scene, "study");
        perform(built, "window.annotate");

        says.accept("Looking at formulas, a long list of steps, the dark theme and the settings");
        does(() ->
                select(model, row -> row.problem().dataset().equals("symbolic-algebra") && row.responseId() != null));
        awaits("the algebra problem is shown", () -> model.phase().get() == Phase.READY);
        picture(scene, "formulas");
        perform(built, "window.theme");
        picture(scene, "dark");
        perform(built, "window.settings");
        picture(scene, "settings");
        does(() -> model.queue().select(labelled));
        close(built);
        return given;
    }

    private void reopened(Workspace workspace, Label given) throws IOException {
        says.accept("Reopening");
        Composition built = open(workspace, Settings.DEFAULT.withHintDismissed(true));
        AnnotateViewModel model = ready(built);
        ItemRow row = on(() ->
                model.queue().matching(item -> item.label().verdict() != null).getFirst());
        check(row.label().equals(given), "after reopening the label is " + row.label() + ", not " + given);
        check(row.planVersion() == 2, "after reopening the plan is version " + row.planVersion());
        does(() -> model.queue().select(row.key()));
        awaits("the labelled item is shown", () -> model.phase().get() == Phase.READY);
        picture(scene(built), "reopened");
        close(built);
    }

    private void exported(Workspace workspace) throws IOException {
        says.accept("Exporting, importing and exporting again");
        Path csv = folder.resolve("example.csv");
        Path again = workspace.folder().resolve("again.csv");
        try (SessionStore store = workspace.open(Workspace.EXAMPLE)) {
            Transfer.write(store, RecordWriter.Format.CSV, csv);
        }
        try (SessionStore copy = workspace.create("copy")) {
            Transfer.read(csv, ImportOptions.NONE, copy, read -> {}, () -> false);
            Transfer.write(copy, RecordWriter.Format.CSV, again);
        }
        check(
                Arrays.equals(Files.readAllBytes(csv), Files.readAllBytes(again)),
                "export, import, export is not the same file");
    }

    private Composition open(Workspace workspace, Settings settings) {
        Composition built = on(() -> {
            Stage stage = new Stage();
            Composition composition = Composition.build(home, workspace, settings, kept -> {}, stage);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            return composition;
        });
        does(() -> built.preferences().theme().set(dev.tracewright.ui.theme.Theme.Choice.LIGHT));
        does(built::openFirst);
        return built;
    }

    private static AnnotateViewModel ready(Composition built) {
        awaits("the session is open", () -> built.shell().annotateModel() != null);
        AnnotateViewModel model = Objects.requireNonNull(on(() -> built.shell().annotateModel()));
        awaits("the first item is shown", () -> model.phase().get() == Phase.READY);
        return model;
    }

    private static void close(Composition built) {
        does(() -> scene(built).getWindow().hide());
        built.close();
    }

    private static Scene scene(Composition built) {
        return built.shell().getScene();
    }

    /** Solves with the offline solver and returns the value the new answer states. */
    private static String solve(Composition built, AnnotateViewModel model) {
        String before =
                on(() -> Objects.requireNonNull(model.queue().current().get()).key());
        perform(built, "solve");
        awaits("the new answer is shown", () -> {
            ItemRow row = model.queue().current().get();
            return row != null && !row.key().equals(before) && model.phase().get() == Phase.READY;
        });
        return on(() -> Objects.requireNonNull(judgement(model).stated()).value());
    }

    private static dev.tracewright.trace.Judgement judgement(AnnotateViewModel model) {
        Sheet sheet = Objects.requireNonNull(model.sheet().get());
        return Objects.requireNonNull(sheet.judgement());
    }

    private static int stepWith(AnnotateViewModel model, String word) {
        Sheet sheet = Objects.requireNonNull(model.sheet().get());
        for (int i = sheet.steps().size(); i >= 1; i--) {
            if (sheet.steps().steps().get(i - 1).body().contains(word)) {
                return i;
            }
        }
        throw new TourFailure("no step of the first problem subtracts");
    }

    private static String bodyOf(AnnotateViewModel model, int step) {
        return Objects.requireNonNull(model.sheet().get())
                .steps()
                .steps()
                .get(step - 1)
                .body();
    }

    private static void select(AnnotateViewModel model, java.util.function.Predicate<ItemRow> wanted) {
        model.queue().select(model.queue().matching(wanted).getFirst().key());
    }

    private static void perform(Composition built, String id) {
        does(() -> {
            Action action = built.shell().actions().stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            check(action.perform(), "'" + action.name() + "' could not be done");
        });
    }

    private void picture(Scene scene, String name) throws IOException {
        pictures++;
        TourScreen.picture(scene, folder.resolve("%02d-%s.png".formatted(pictures, name)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
