package dev.tracewright.work;

import dev.tracewright.align.Aligner;
import dev.tracewright.align.Corrections;
import dev.tracewright.align.Equation;
import dev.tracewright.align.Equations;
import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.store.AnswerReading;
import dev.tracewright.store.PlanChange;
import dev.tracewright.store.ResultStore;
import dev.tracewright.store.UnreadAnswer;
import dev.tracewright.store.UnreadPlan;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of a session that nobody has read yet, page by page, and keeps what results count of them. What was read stays
 * read when it is stopped or the program ends.
 */
final class AnswerReader {
    /** How many answers are read and kept in one go. */
    static final int PAGE = 100;

    private static final int THREADS = 2;

    private final ResultStore store;
    private final @Nullable String annotator;

    /** @param annotator whose corrections count before those of others, or null */
    AnswerReader(ResultStore store, @Nullable String annotator) {
        this.store = store;
        this.annotator = annotator;
    }

    /**
     * How far the reading is.
     *
     * @param read how many answers were read this time
     * @param total how many there were to read
     * @param trouble why the last one that could not be read could not, in one sentence, or null; it counts as unread
     */
    record Progress(long read, long total, @Nullable String trouble) {}

    /** Reads on until everything is read or {@code stopped}; blocks. Tells after every page how far it is. */
    void readOn(Consumer<Progress> progress, BooleanSupplier stopped) throws InterruptedException {
        readPlans(stopped);
        long total = store.unread();
        long read = 0;
        String trouble = null;
        progress.accept(new Progress(0, total, null));
        try (ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("reader-", 0).daemon(true).factory())) {
            long after = 0;
            List<UnreadAnswer> page = store.unread(after, PAGE, annotator);
            while (!page.isEmpty() && !stopped.getAsBoolean()) {
                List<Callable<Part>> parts = new ArrayList<>();
                int size = (page.size() + THREADS - 1) / THREADS;
                for (int from = 0; from < page.size(); from += size) {
                    List<UnreadAnswer> part = page.subList(from, Math.min(page.size(), from + size));
                    parts.add(() -> read(part, stopped));
                }
                List<AnswerReading> readings = new ArrayList<>();
                for (Future<Part> done : threads.invokeAll(parts)) {
                    Part part = result(done);
                    readings.addAll(part.readings());
                    trouble = part.trouble() == null ? trouble : part.trouble();
                }
                store.addReadings(readings);
                read += readings.size();
                progress.accept(new Progress(read, Math.max(read, total), trouble));
                after = page.getLast().key();
                page = store.unread(after, PAGE, annotator);
            }
        }
    }

    private void readPlans(BooleanSupplier stopped) {
        List<UnreadPlan> page = store.unreadPlans(PAGE);
        while (!page.isEmpty() && !stopped.getAsBoolean()) {
            store.addPlanChanges(page.stream().map(AnswerReader::compare).toList());
            page = store.unreadPlans(PAGE);
        }
    }

    private record Part(
            List<AnswerReading> readings, @Nullable String trouble) {}

    private static Part read(List<UnreadAnswer> answers, BooleanSupplier stopped) {
        List<AnswerReading> readings = new ArrayList<>();
        String trouble = null;
        for (UnreadAnswer answer : answers) {
            if (stopped.getAsBoolean()) {
                break;
            }
            try {
                readings.add(read(answer));
            } catch (RuntimeException problem) { // one text that cannot be read must not keep the others from it
                trouble = Objects.requireNonNullElse(problem.getMessage(), problem.toString());
            }
        }
        return new Part(readings, trouble);
    }

    private static Part result(Future<Part> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer could not be read: " + e.getCause(), e);
        }
    }

    /** Reads one answer; takes about a millisecond for an ordinary one. */
    static AnswerReading read(UnreadAnswer answer) {
        Steps steps = answer.steps() == null ? Sheet.NO_STEPS : answer.steps();
        String output = answer.output();
        Alignment alignment = Corrections.apply(
                Aligner.align(steps, output),
                answer.corrections().stream().map(CorrectionEvent::correction).toList());
        List<Equation> equations = Equations.in(output);
        Checks checks = Checks.of(answer.problem(), steps, output, alignment, equations);
        ReadAnswer said = output.isEmpty()
                ? null
                : ReadAnswer.of(
                        AnswerJudge.judge(
                                answer.problem().question(), answer.problem().answer(), output, answer.finish()),
                        output);
        List<FalseEquation> wrong =
                FalseEquation.in(steps, output, alignment.segments(), equations, checks.stepEquations());
        return new AnswerReading(
                answer.key(),
                answer.corrected(),
                said == null ? null : said.suggestion(),
                said == null ? null : said.strict(),
                checks.findings(),
                alignment.segments().isEmpty() ? List.of() : alignment.status(),
                firstFalse(wrong, checks));
    }

    private static int firstFalse(List<FalseEquation> wrong, Checks checks) {
        if (!checks.findings().contains(Finding.FALSE_ARITHMETIC)) {
            return 0;
        }
        int step = wrong.isEmpty() ? 0 : wrong.getFirst().step();
        return step == 0 ? -1 : step;
    }

    /** Counts what a version changed. */
    static PlanChange compare(UnreadPlan plan) {
        int inserted = 0;
        int deleted = 0;
        int moved = 0;
        int reworded = 0;
        for (StepChange change : StepChange.of(plan.original(), plan.present())) {
            switch (change) {
                case StepChange.Added _ -> inserted++;
                case StepChange.Deleted _ -> deleted++;
                case StepChange.Moved _ -> moved++;
                case StepChange.Reworded _ -> reworded++;
            }
        }
        return new PlanChange(plan.id(), plan.originalId(), inserted, deleted, moved, reworded);
    }
}
