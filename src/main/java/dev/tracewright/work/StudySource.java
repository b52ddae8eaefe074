package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.exchange.ColumnMapping;
import dev.tracewright.exchange.ColumnPreview;
import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.ImportReport;
import dev.tracewright.exchange.Imported;
import dev.tracewright.exchange.Importer;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the problems that a plan names: from the session, from what comes with the program, or from a file. */
final class StudySource {
    private static final int SHOWN_ROWS = 5;

    private final SessionStore store;
    private final Path home;

    /** @param home the folder with {@code datasets} */
    StudySource(SessionStore store, Path home) {
        this.store = store;
        this.home = home;
    }

    /**
     * What a source holds.
     *
     * @param problems before filters and sample; of a session, all its problems
     * @param trouble why it could not be read, one sentence, or null
     * @param notes what a person should know besides, one sentence each
     */
    record Loaded(List<Problem> problems, @Nullable String trouble, List<String> notes) {
        Loaded {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }

        private static Loaded unreadable(String trouble) {
            return new Loaded(List.of(), trouble, List.of());
        }
    }

    /** @param folder what a relative path counts from, or null where the plan has no file */
    Loaded load(DataSelection data, @Nullable Path folder) {
        return switch (data.source()) {
            case Source.Session _ -> new Loaded(store.runs().problems(), null, List.of());
            case Source.Bundled(String dataset) -> bundled(dataset);
            case Source.File(String path, var columns) -> file(path, columns, folder);
        };
    }

    private Loaded bundled(String dataset) {
        String name = dataset.strip() + ".jsonl";
        if (!ExampleSession.DATASETS.contains(name)) {
            return Loaded.unreadable(
                    "There is no bundled data set '" + dataset + "'; there are " + String.join(" and ", names()) + ".");
        }
        return read(home.resolve("datasets").resolve(name), ImportOptions.NONE);
    }

    private static List<String> names() {
        return ExampleSession.DATASETS.stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .toList();
    }

    private static Loaded file(String path, Map<String, String> columns, @Nullable Path folder) {
        try {
            ImportOptions options = columns.isEmpty()
                    ? ImportOptions.NONE
                    : ImportOptions.NONE.withMapping(ColumnMapping.named(columns));
            return read(resolve(path, folder), options);
        } catch (IllegalArgumentException e) {
            return Loaded.unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Looks at the columns of a file.
     *
     * @throws IllegalArgumentException in a sentence, when its name is none
     * @throws ExchangeException in a sentence, when it cannot be read
     */
    static ColumnPreview columns(String path, @Nullable Path folder) {
        return ColumnPreview.of(resolve(path, folder), ImportOptions.NONE, true, SHOWN_ROWS);
    }

    private static Path resolve(String path, @Nullable Path folder) {
        Path file;
        try {
            file = Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + path + "' cannot be the name of a file: " + e.getReason() + ".", e);
        }
        if (!file.isAbsolute() && folder == null) {
            throw new IllegalArgumentException("The data file '" + path
                    + "' counts from the folder of the plan's file, and this plan has none; give its whole path.");
        }
        return folder == null ? file : folder.resolve(file).normalize();
    }

    private static Loaded read(Path file, ImportOptions options) {
        List<Problem> problems = new ArrayList<>();
        try {
            ImportReport report = new Importer(StepParser::parse).read(file, options, imported -> {
                switch (imported) {
                    case Imported.OfProblem(Problem problem, var _) -> problems.add(problem);
                    case Imported.OfTrace found -> problems.add(found.trace().problem());
                    case Imported.Unreadable _ -> {}
                }
            });
            return new Loaded(problems, null, notes(report));
        } catch (ExchangeException e) {
            return Loaded.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> notes(ImportReport report) {
        return report.clean()
                ? List.of()
                : List.of(report.summary() + ". The first: "
                        + report.firstBadRows().getFirst().describe());
    }
}
