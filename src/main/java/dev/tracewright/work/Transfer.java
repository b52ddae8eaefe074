package dev.tracewright.work;

import dev.tracewright.align.Aligner;
import dev.tracewright.align.Corrections;
import dev.tracewright.align.StepParser;
import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.answer.GoldAnswer;
import dev.tracewright.answer.StrictMatch;
import dev.tracewright.exchange.Derived;
import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.ImportReport;
import dev.tracewright.exchange.Imported;
import dev.tracewright.exchange.Importer;
import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Brings files into a session and writes its records out. All methods block. */
public final class Transfer {
    private static final int BATCH = 400;

    private Transfer() {}

    /**
     * What an import brought.
     *
     * @param report what the file held
     * @param added what of it was new to the session
     */
    public record Outcome(ImportReport report, SessionStore.Added added) {}

    /**
     * Reads a file into a session, a few hundred records at a time; what was read before a cancellation or a failure stays.
     *
     * @param progress hears how many records have been read
     * @param cancelled asked between batches
     * @throws CancellationException when it was cancelled
     */
    public static Outcome read(
            Path file, ImportOptions options, SessionStore store, LongConsumer progress, BooleanSupplier cancelled) {
        Batch batch = new Batch(store, progress, cancelled);
        ImportReport report;
        try {
            report = new Importer(StepParser::parse).read(file, options, batch::take);
        } catch (ExchangeException e) {
            batch.flush(); // what could be read before the file failed stays
            throw e;
        }
        batch.flush();
        return new Outcome(report, batch.added);
    }

    /** Writes every record of a session to a file; it appears at once and whole, or stays as it was. */
    public static long write(SessionStore store, RecordWriter.Format format, Path target) {
        return writer(format).write(target, store::forEachTrace);
    }

    /** The writer of records, with gold answers, statuses and suggestions derived as everywhere. */
    public static RecordWriter writer(RecordWriter.Format format) {
        return new RecordWriter(format, Transfer::derive);
    }

    private static Derived derive(Trace trace) {
        Problem problem = trace.problem();
        String output = trace.response().output();
        String gold = GoldAnswer.of(problem.answer());
        if (output.isEmpty()) {
            return new Derived(gold, alignment(trace), null, null);
        }
        StrictMatch strict = StrictMatch.of(gold, output);
        return new Derived(
                gold,
                alignment(trace),
                AnswerJudge.judge(
                        problem.question(),
                        problem.answer(),
                        output,
                        trace.response().finish()),
                strict == null ? null : strict.verdict());
    }

    /** What the rules find, with the record's corrections laid over it; null where there are no steps. */
    private static @Nullable Alignment alignment(Trace trace) {
        return trace.plan() == null
                ? null
                : Corrections.apply(
                        Aligner.align(trace.plan().steps(), trace.response().output()),
                        trace.corrections().stream()
                                .map(CorrectionEvent::correction)
                                .toList());
    }

    private static final class Batch {
        private final SessionStore store;
        private final LongConsumer progress;
        private final BooleanSupplier cancelled;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Trace> traces = new ArrayList<>();
        private SessionStore.Added added = new SessionStore.Added(0, 0, 0, 0, 0, 0);
        private long read;
        private long flushed;

        Batch(SessionStore store, LongConsumer progress, BooleanSupplier cancelled) {
            this.store = store;
            this.progress = progress;
            this.cancelled = cancelled;
        }

        void take(Imported imported) {
            switch (imported) {
                case Imported.OfProblem found -> problems.add(found.problem());
                case Imported.OfTrace found -> traces.add(found.trace());
                case Imported.Unreadable ignored -> {}
            }
            read++;
            if (read - flushed >= BATCH) {
                flush();
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("The import was stopped after " + read + " records.");
                }
            }
        }

        void flush() {
            int fresh = problems.isEmpty() ? 0 : store.addProblems(problems);
            SessionStore.Added more =
                    traces.isEmpty() ? new SessionStore.Added(0, 0, 0, 0, 0, 0) : store.addTraces(traces);
            added = new SessionStore.Added(
                    added.problems() + fresh + more.problems(),
                    added.plans() + more.plans(),
                    added.responses() + more.responses(),
                    added.labels() + more.labels(),
                    added.corrections() + more.corrections(),
                    added.alreadyThere() + problems.size() - fresh + more.alreadyThere());
            problems.clear();
            traces.clear();
            flushed = read;
            progress.accept(read);
        }
    }
}
