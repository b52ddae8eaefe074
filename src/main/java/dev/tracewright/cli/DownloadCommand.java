package dev.tracewright.cli;

import dev.tracewright.exchange.PublicDataset;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.DownloadProgress;
import dev.tracewright.work.DatasetShelf;
import dev.tracewright.work.DatasetShelf.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads public data sets, or lists those that can be had. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads public data sets into the folder datasets and checks that they are the known files. Called again it goes on"
                    + " where it ended. Without a name it lists what can be had and sends nothing.",
            "The path of each file goes to standard output, ready for import."
        })
public final class DownloadCommand implements Callable<Integer> {
    private final DatasetShelf shelf;
    private final boolean terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The data sets, as the list names them.")
    private List<String> names = List.of();

    /** @param terminal whether standard error can be drawn over */
    public DownloadCommand(DatasetShelf shelf, boolean terminal) {
        this.shelf = shelf;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            shelf.datasets().forEach(dataset -> out.println(line(dataset)));
            return Commands.DONE;
        }
        List<PublicDataset> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(shelf.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("There is no public data set '" + name
                            + "' in the list; there are "
                            + shelf.datasets().stream().map(PublicDataset::name).collect(Collectors.joining(", "))
                            + ".")));
        }
        boolean all = true;
        for (PublicDataset dataset : wanted) {
            all &= download(dataset, out, err);
        }
        return all ? Commands.DONE : Commands.FAILED;
    }

    private boolean download(PublicDataset dataset, PrintWriter out, PrintWriter err) {
        DownloadWatch watch = new DownloadWatch(dataset.name(), err, terminal);
        try {
            Standing before = shelf.standing(dataset);
            shelf.download(dataset, watch::show, new Cancellation());
            watch.end();
            err.println(
                    before instanceof Standing.Here
                            ? dataset.name() + " was here already, and its checksum is right."
                            : dataset.name() + " is here, and its checksum is right. Licence: " + dataset.licence()
                                    + ", " + dataset.page());
            out.println(shelf.file(dataset));
            out.flush();
            return true;
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            watch.end();
            err.println(dataset.name() + ": " + e.getMessage());
            return false;
        } finally {
            err.flush();
        }
    }

    private String line(PublicDataset dataset) {
        String standing = switch (shelf.standing(dataset)) {
            case Standing.NotHere _ -> "not here";
            case Standing.Part(long bytes) -> DownloadWatch.size(bytes) + " here";
            case Standing.Here _ -> "here";
            case Standing.Other _ -> "another file";
        };
        Long bytes = dataset.bytes();
        return String.format(
                Locale.ROOT,
                "%-12s %-14s %5d problems  %-8s %-5s %s",
                dataset.name(),
                standing,
                dataset.problems(),
                bytes == null ? "" : DownloadWatch.size(bytes),
                dataset.licence(),
                dataset.title());
    }

    /** Shows how far a download is: a bar that is drawn anew on a terminal, nothing anywhere else. */
    private static final class DownloadWatch {
        private static final int BAR = 24;
        private static final int LINE = 100;
        private static final long EVERY_MILLIS = 100;

        private final String name;
        private final PrintWriter err;
        private final boolean terminal;
        private long shownAt;
        private boolean drawn;

        DownloadWatch(String name, PrintWriter err, boolean terminal) {
            this.name = name;
            this.err = err;
            this.terminal = terminal;
        }

        void show(DownloadProgress progress) {
            long now = System.currentTimeMillis();
            if (!terminal || now - shownAt < EVERY_MILLIS) {
                return;
            }
            shownAt = now;
            drawn = true;
            Long total = progress.total();
            int full = total == null ? 0 : (int) (BAR * progress.done() / total);
            String line = name + " [" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + size(progress.done())
                    + (total == null ? "" : " of " + size(total));
            err.print("\r" + (line + " ".repeat(LINE)).substring(0, LINE));
            err.flush();
        }

        void end() {
            if (drawn) {
                err.print("\r" + " ".repeat(LINE) + "\r");
            }
        }

        static String size(long bytes) {
            return bytes < 1_000_000
                    ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3))
                    : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        }
    }
}
