package dev.tracewright.exchange.report;

import dev.tracewright.exchange.AtomicFile;
import dev.tracewright.exchange.ExchangeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Writes a report into a folder: the page, an index, every table and every chart as files of their own, and a manifest of checksums by
 * which the next report knows what it may replace. The same report gives the same bytes. Nothing that is not of an earlier report, and
 * nothing of one that somebody changed, is ever touched.
 */
public final class ReportFolder {
    /** The page that is opened first. */
    public static final String PAGE = "report.html";

    static final String INDEX = "README.md";

    private static final List<TableFormat> TABLE_FILES =
            List.of(TableFormat.CSV, TableFormat.MARKDOWN, TableFormat.LATEX);

    private ReportFolder() {}

    /** Hears how far the writing is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done how many files are made
         * @param total how many there will be
         */
        void at(int done, int total);
    }

    /** What was written: how many charts, tables (those of the charts not counted) and files (without the manifest). */
    public record Written(int figures, int tables, int files) {}

    /**
     * Writes the report; a folder that does not exist is made. All files are made before the first is written, each appears at once and
     * whole, and what an earlier report had and this one has not is removed at the end.
     *
     * @param cancelled asked before each file
     * @throws ExchangeException when the folder holds anything else, or cannot be written
     * @throws CancellationException when it was cancelled; where that is between two files of the folder, the next report goes over it
     */
    public static Written write(Path folder, Report report, Progress progress, BooleanSupplier cancelled) {
        return writeInto(followed(folder), report, progress, cancelled);
    }

    /** Where a symbolic link leads; a folder that is not there yet stays as it is. */
    private static Path followed(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    private static Written writeInto(Path folder, Report report, Progress progress, BooleanSupplier cancelled) {
        Manifest manifest = Manifest.of(folder);
        Map<String, Supplier<byte[]>> plan = plan(report);
        Map<String, byte[]> files = new LinkedHashMap<>();
        plan.forEach((path, content) -> {
            goOn(cancelled);
            files.put(path, content.get());
            progress.at(files.size(), plan.size());
        });
        goOn(cancelled);
        manifest.announce(files);
        files.forEach((path, content) -> {
            goOn(cancelled);
            makeFolder(folder.resolve(path).resolveSibling(".").normalize());
            AtomicFile.write(folder.resolve(path), out -> out.write(content));
        });
        manifest.conclude(files);
        return new Written(
                report.sections().stream().mapToInt(s -> s.figures().size()).sum(),
                report.sections().stream().mapToInt(s -> s.tables().size()).sum(),
                files.size());
    }

    private static Map<String, Supplier<byte[]>> plan(Report report) {
        List<PlacedSection> sections = PlacedSection.of(report);
        Map<String, Supplier<byte[]>> plan = new LinkedHashMap<>();
        plan.put(PAGE, () -> utf8(HtmlReport.of(report)));
        plan.put(INDEX, () -> utf8(MarkdownIndex.of(report, sections)));
        for (PlacedSection section : sections) {
            section.figures().forEach((stem, figure) -> {
                plan.put(stem + ".svg", () -> utf8(SvgFigure.of(figure)));
                plan.put(stem + ".png", () -> PngFigure.of(figure));
                plan.put(stem + ".csv", () -> utf8(TableFormat.CSV.write(figure.table())));
            });
            section.tables()
                    .forEach((stem, table) -> TABLE_FILES.forEach(
                            format -> plan.put(stem + "." + format.ending(), () -> utf8(format.write(table)))));
        }
        return plan;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExchangeException("The folder " + folder + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    private static void goOn(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The report was stopped.");
        }
    }
}
