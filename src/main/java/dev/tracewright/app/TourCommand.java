package dev.tracewright.app;

import dev.tracewright.cli.Commands;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the main job by itself on a virtual screen and leaves pictures of it; needs no display. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description =
                "Runs the main job by itself without a display: opens the example, corrects a step, solves, labels,"
                        + " reopens, exports; writes a picture of each screen and the exported CSV. Fails if anything differs from"
                        + " what it should be.")
final class TourCommand implements Callable<Integer> {
    private final Path home;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "Where pictures and the CSV go.")
    private @Nullable Path target;

    TourCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Path folder = Objects.requireNonNull(target).toAbsolutePath().normalize();
        Files.createDirectories(folder);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            new Tour(home, folder, line -> {
                        err.println(line);
                        err.flush();
                    })
                    .run();
            return Commands.DONE;
        } catch (TourFailure e) {
            err.println("The tour failed: " + e.getMessage());
            return Commands.FAILED;
        }
    }
}
