package dev.tracewright.cli;

import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.store.StoreException;
import dev.tracewright.work.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: data goes to standard output, messages to standard error; 0 done, 1 failed, 2 used wrongly. */
@Command(
        name = "tracewright",
        mixinStandardHelpOptions = true,
        version = "Tracewright 0.1.0",
        description =
                "A workbench for people who study how language models reason. Without a command it opens the window.")
public final class Commands implements Callable<Integer> {
    /** The work was done. */
    public static final int DONE = 0;
    /** The work failed. */
    public static final int FAILED = 1;
    /** The command was used wrongly. */
    public static final int MISUSED = 2;

    private final Callable<Integer> window;

    private Commands(Callable<Integer> window) {
        this.window = window;
    }

    /** The window, for no command at all. */
    @Override
    public Integer call() throws Exception {
        return window.call();
    }

    /**
     * Carries the arguments out.
     *
     * @param workspace where session names lead
     * @param window opens the window and returns when it closed
     * @param more further commands, from packages this one does not know
     * @param out receives data and nothing else, text as UTF-8; stays open
     * @param err receives messages
     * @return the exit code
     */
    public static int run(
            Workspace workspace,
            Callable<Integer> window,
            List<Callable<Integer>> more,
            OutputStream out,
            PrintWriter err,
            String... arguments) {
        CommandLine commands = new CommandLine(new Commands(window))
                .addSubcommand(new AlignCommand())
                .addSubcommand(new ImportCommand(workspace))
                .addSubcommand(new ExportCommand(workspace, out));
        more.forEach(commands::addSubcommand);
        PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8);
        int exit = commands.setOut(text)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Commands::failed)
                .execute(arguments);
        text.flush();
        err.flush();
        return exit;
    }

    private static int failed(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        switch (problem) {
            case StoreException e -> line.getErr().println(e.getMessage());
            case ExchangeException e -> line.getErr().println(e.getMessage());
            case IOException e -> line.getErr().println(e.getMessage());
            case UncheckedIOException e -> line.getErr().println(e.getMessage());
            case CancellationException e -> line.getErr().println(e.getMessage());
            case IllegalArgumentException e -> line.getErr().println(e.getMessage());
            default -> {
                line.getErr().println("An error of the program itself: " + problem);
                problem.printStackTrace(line.getErr());
            }
        }
        line.getErr().flush();
        return problem instanceof IllegalArgumentException ? MISUSED : FAILED;
    }
}
