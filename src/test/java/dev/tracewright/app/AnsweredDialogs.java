package dev.tracewright.app;

import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.ui.files.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** File dialogs in which the person always chooses what the test laid down. */
final class AnsweredDialogs implements FileDialogs {
    volatile @Nullable String name;
    volatile @Nullable Path session;
    volatile List<Path> files = List.of();
    volatile @Nullable Path target;
    volatile @Nullable Path plan;

    @Override
    public Optional<String> newSessionName(List<String> taken) {
        return Optional.ofNullable(name);
    }

    @Override
    public Optional<Path> sessionToOpen() {
        return Optional.ofNullable(session);
    }

    @Override
    public List<Path> filesToImport() {
        return files;
    }

    @Override
    public Optional<Path> folderToImport() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> planToOpen() {
        return Optional.ofNullable(plan);
    }

    @Override
    public Optional<Path> planTarget(String suggestedName) {
        return Optional.ofNullable(plan);
    }

    @Override
    public Optional<Path> exportTarget(RecordWriter.Format format, String suggestedName) {
        return Optional.ofNullable(target);
    }

    @Override
    public Optional<Path> resultTarget(String suggestedName) {
        return Optional.ofNullable(target);
    }

    @Override
    public Optional<Path> reportFolder() {
        return Optional.ofNullable(target);
    }
}
