package dev.tracewright.ui.figure;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.exchange.AtomicFile;
import dev.tracewright.exchange.report.PngFigure;
import dev.tracewright.exchange.report.SvgFigure;
import dev.tracewright.exchange.report.TableFormat;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.work.TaskRunner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Takes tables and charts out of the window: to the clipboard, and into files that the person names. */
public final class Handout {
    /** What a table can be taken as, in the order in which it is offered. */
    static final List<TableFormat> TABLES =
            List.of(TableFormat.TSV, TableFormat.MARKDOWN, TableFormat.LATEX, TableFormat.CSV, TableFormat.TEXT);

    private final FileDialogs dialogs;
    private final TaskRunner tasks;
    private final Told told;

    /** Hears what became of it. */
    public interface Told {
        /** It is done; {@code text} says what. */
        void done(String text);

        /** It failed; {@code text} says why. */
        void failed(String text);
    }

    /** What a chart can be saved as. */
    enum FigureFormat {
        SVG,
        PNG;

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param dialogs asks where to save
     * @param tasks writes away from the screen
     * @param told hears what became of it
     */
    public Handout(FileDialogs dialogs, TaskRunner tasks, Told told) {
        this.dialogs = dialogs;
        this.tasks = tasks;
        this.told = told;
    }

    /** Copies a table as text. */
    void copy(DataTable table, TableFormat format) {
        ClipboardContent content = new ClipboardContent();
        content.putString(format.write(table));
        Clipboard.getSystemClipboard().setContent(content);
        told.done(Texts.of("figure.copied", table.title()));
    }

    /** Copies a chart as a picture. */
    void copy(Figure figure) {
        tasks.run(
                () -> new Image(new ByteArrayInputStream(PngFigure.of(figure))),
                picture -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(picture);
                    Clipboard.getSystemClipboard().setContent(content);
                    told.done(Texts.of("figure.copied", figure.title()));
                },
                this::failed);
    }

    /** Saves a table, where the person says. */
    void save(DataTable table, TableFormat format) {
        save(table.id() + "." + format.ending(), () -> utf8(format.write(table)));
    }

    /** Saves a chart, where the person says. */
    void save(Figure figure, FigureFormat format) {
        save(figure.id() + "." + format.ending(), () -> switch (format) {
            case SVG -> utf8(SvgFigure.of(figure));
            case PNG -> PngFigure.of(figure);
        });
    }

    private void save(String name, Callable<byte[]> made) {
        dialogs.resultTarget(name)
                .ifPresent(target -> tasks.run(
                        () -> write(made.call(), target),
                        file -> told.done(Texts.of("figure.saved", file)),
                        this::failed));
    }

    private static Path write(byte[] content, Path target) {
        AtomicFile.write(target, out -> out.write(content));
        return target;
    }

    private void failed(Throwable problem) {
        told.failed(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
