package dev.tracewright.work;

import dev.tracewright.store.RunEntry;
import dev.tracewright.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes what many workers of a run hand in at the same time in one transaction: each waits until its own is durable, but all
 * share the disk's time. Whoever finds nobody writing writes for all who wait.
 */
final class GroupedWrites {
    private record Waiting(List<RunEntry> entries, CompletableFuture<List<RunEntry.Result>> written) {}

    private final RunStore store;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object lock = new Object();
    private List<Waiting> queue = new ArrayList<>();

    GroupedWrites(RunStore store) {
        this.store = store;
    }

    /**
     * Writes these entries, all or none, and waits until they are durable.
     *
     * @return what stands for the call of each of them
     * @throws RuntimeException when they could not be written
     */
    List<RunEntry.Result> write(List<RunEntry> entries) {
        Waiting mine = new Waiting(entries, new CompletableFuture<>());
        synchronized (lock) {
            queue.add(mine);
        }
        writing.lock();
        try {
            if (!mine.written().isDone()) {
                writeAll();
            }
        } finally {
            writing.unlock();
        }
        try {
            return mine.written().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void writeAll() {
        List<Waiting> group;
        synchronized (lock) {
            group = queue;
            queue = new ArrayList<>();
        }
        try {
            List<RunEntry.Result> results = store.write(group.stream()
                    .flatMap(waiting -> waiting.entries().stream())
                    .toList());
            int from = 0;
            for (Waiting waiting : group) {
                int to = from + waiting.entries().size();
                waiting.written().complete(results.subList(from, to));
                from = to;
            }
        } catch (RuntimeException e) {
            group.forEach(waiting -> waiting.written().completeExceptionally(e));
        }
    }
}
