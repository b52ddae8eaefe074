package dev.tracewright.work;

import dev.tracewright.exchange.PublicDataset;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.DownloadException;
import dev.tracewright.llm.DownloadProgress;
import dev.tracewright.llm.FileDownload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The public data sets that can be had, and which of them are in the folder {@code datasets} of the program already. Methods
 * that look at files block; all may be called from any thread.
 */
public final class DatasetShelf {
    private final Path folder;
    private final List<PublicDataset> datasets;

    /** How much of a data set is here. */
    public sealed interface Standing {
        /** Nothing. */
        record NotHere() implements Standing {}

        /**
         * A part, left by a download that was stopped or broke off.
         *
         * @param bytes its size, above zero
         */
        record Part(long bytes) implements Standing {}

        /** The whole file, with the right checksum. */
        record Here() implements Standing {}

        /** A file of that name which is another one; nobody but a person may take it away. */
        record Other() implements Standing {}
    }

    /**
     * @param home the folder with {@code datasets}
     * @param datasets what can be had
     */
    public DatasetShelf(Path home, List<PublicDataset> datasets) {
        this.folder = home.resolve("datasets");
        this.datasets = List.copyOf(datasets);
    }

    /** What can be had, in the order in which it is shown. */
    public List<PublicDataset> datasets() {
        return datasets;
    }

    /** The data set of this name. */
    public Optional<PublicDataset> find(String name) {
        return datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    /** Where the file of a data set is, or will be. */
    public Path file(PublicDataset dataset) {
        return folder.resolve(dataset.file());
    }

    /** The files of the data sets that seem to be here, by their names alone; quick. */
    public List<Path> files() {
        return datasets.stream().map(this::file).filter(Files::isRegularFile).toList();
    }

    /**
     * Looks how much of a data set is here.
     *
     * @throws UncheckedIOException when its file is there and cannot be read
     */
    public Standing standing(PublicDataset dataset) {
        Path file = file(dataset);
        if (Files.exists(file)) {
            return checksum(file).equals(dataset.sha256()) ? new Standing.Here() : new Standing.Other();
        }
        long bytes = FileDownload.partLength(file);
        return bytes > 0 ? new Standing.Part(bytes) : new Standing.NotHere();
    }

    /**
     * Downloads a data set, or the rest of it, unless it is here.
     *
     * @param progress hears of every block, on this thread
     * @return whether it is here; false when it was cancelled, and what has come is kept
     * @throws DownloadException in a sentence
     * @throws IllegalStateException in a sentence, when another file has its name
     */
    public boolean download(PublicDataset dataset, Consumer<DownloadProgress> progress, Cancellation cancellation)
            throws DownloadException {
        Path file = file(dataset);
        return switch (standing(dataset)) {
            case Standing.Here _ -> true;
            case Standing.Other _ ->
                throw new IllegalStateException("The file " + file
                        + " is another one than the public data set of that name (its checksum differs). Move it away, and download"
                        + " again.");
            case Standing.NotHere _, Standing.Part _ ->
                new FileDownload(new FileDownload.Wanted(dataset.address(), file, dataset.bytes(), dataset.sha256()))
                        .run(progress, cancellation);
        };
    }

    private static String checksum(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
