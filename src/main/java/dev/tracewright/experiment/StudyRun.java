package dev.tracewright.experiment;

import dev.tracewright.experiment.RunProgress.Phase;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the calls of a study: for each endpoint as many workers on virtual threads as it takes calls at once, each taking
 * the earliest call that is ready. What is settled is in the journal before a worker goes on, so that a run that is killed at any
 * moment goes on without paying an answer twice. All methods may be called from any thread; none waits for a model except
 * {@link #awaitIdle}.
 */
public final class StudyRun {
    private static final double NANOS_A_MINUTE = 6e10;
    private static final int MOST_HEARD = 4000;

    private final RunModels models;
    private final RunJournal journal;
    private final CallCarrier carrier;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Condition> work = new HashMap<>();
    private final Condition idle = lock.newCondition();
    private final CallBoard board;
    private final Spending spending;
    private final Map<String, StringBuilder> heard = new ConcurrentHashMap<>();
    private volatile Cancellation cancellation = new Cancellation();
    private Phase phase = Phase.READY;
    private int workers;
    private int shift;
    private @Nullable String stopped;
    private long startedAt;
    private int settledAtStart;

    /**
     * A run that goes on where {@code journal} says that earlier ones of the same calls ended.
     *
     * @param calls in the study's order, a delegation before the solutions that follow it
     * @param reviewed whether the steps of a delegation wait for a person's review before the corrected arm is solved
     * @param limit where it stops by itself; calls that are under way are finished
     * @param parser cuts a delegated text into steps
     */
    public StudyRun(
            List<StudyCall> calls,
            Predicate<StudyCall.Delegate> reviewed,
            Budget limit,
            RunModels models,
            RunJournal journal,
            Function<String, Steps> parser,
            Records records) {
        this.models = models;
        this.journal = journal;
        this.carrier = new CallCarrier(models, journal, parser, records, this::hear, this::count);
        this.board = new CallBoard(calls, reviewed);
        this.spending = new Spending(limit);
        board.endpoints().forEach(endpoint -> work.put(endpoint, lock.newCondition()));
        Map<String, RunJournal.Settled> settled = journal.settled(calls);
        Map<String, List<Paid>> spent = new HashMap<>();
        journal.spent(calls)
                .forEach(attempt -> spent.computeIfAbsent(attempt.callKey(), key -> new ArrayList<>())
                        .add(attempt.paid()));
        for (StudyCall call : calls) {
            RunProgress.Cell cell = RunProgress.Cell.of(call);
            spent.getOrDefault(call.key(), List.of()).forEach(paid -> spending.add(cell, paid));
            RunJournal.Settled known = settled.get(call.key());
            if (known != null) {
                settle(call, known);
            }
        }
        phase = board.settled() == board.total() ? Phase.DONE : Phase.READY;
    }

    private void settle(StudyCall call, RunJournal.Settled known) {
        switch (known) {
            case RunJournal.Planned(Plan plan, Plan reviewed) -> {
                if (reviewed != null) {
                    board.reviewed(call.key(), reviewed);
                }
                board.planned((StudyCall.Planning) call, plan);
            }
            case RunJournal.Answered _ -> board.answered((StudyCall.Solve) call);
            case RunJournal.GivenUp(String why) -> board.gaveUp(call, why);
        }
    }

    // -- Controlling
    // -----------------------------------------------------------------------------------------------

    /** Begins, or goes on after a pause or a stop; does nothing while it runs or when nothing is left. */
    public void start() {
        change(() -> {
            if (phase == Phase.PAUSED) {
                phase = Phase.RUNNING;
            } else if (phase == Phase.READY || phase == Phase.STOPPED) {
                phase = Phase.RUNNING;
                stopped = null;
                cancellation = new Cancellation();
                startedAt = System.nanoTime();
                settledAtStart = board.settled();
                callWorkers();
            }
        });
    }

    private void callWorkers() {
        shift++;
        workers = 0;
        int mine = shift;
        for (String endpoint : board.endpoints()) {
            for (int i = 0; i < models.parallel(endpoint); i++) {
                workers++;
                Thread.ofVirtual().name("run " + endpoint + " " + i).start(() -> work(endpoint, mine));
            }
        }
    }

    /** Begins no further call until {@link #start}; those under way are finished. */
    public void pause() {
        change(() -> phase = phase == Phase.RUNNING || phase == Phase.IN_REVIEW ? Phase.PAUSED : phase);
    }

    /** Ends the run; calls under way are broken off and will be asked again by a later start. */
    public void stop() {
        halt(null);
    }

    /** Makes what was given up ready again; a run that has ended is to be started anew. */
    public void retryFailed() {
        List<StudyCall> again = locked(board::retryFailed);
        journal.forget(again);
        change(() -> phase = phase == Phase.DONE && !again.isEmpty() ? Phase.READY : phase);
    }

    /** The review of a delegation has led to this version; the journal knows it already. */
    public void reviewed(String delegationKey, Plan plan) {
        change(() -> board.reviewed(delegationKey, plan));
    }

    /**
     * The review of a delegation is taken back, so that the corrected arm waits again; the journal is to be told after this.
     *
     * @return false, with nothing changed, where a call that follows the reviewed steps is under way or settled
     */
    public boolean takeBackReview(String delegationKey) {
        boolean[] taken = new boolean[1];
        change(() -> taken[0] = board.takeBack(delegationKey));
        return taken[0];
    }

    // -- Looking
    // ---------------------------------------------------------------------------------------------------

    /** How far it is now. */
    public RunProgress progress() {
        return locked(() -> {
            double minutes = startedAt == 0 ? 0 : (System.nanoTime() - startedAt) / NANOS_A_MINUTE;
            double rate = minutes == 0 ? 0 : (board.settled() - settledAtStart) / minutes;
            int open = board.total() - board.settled() - board.inReview();
            boolean known = phase == Phase.RUNNING && rate > 0;
            return new RunProgress(
                    phase,
                    board.cells(spending::of),
                    spending.all(),
                    rate,
                    known ? Duration.ofSeconds(Math.round(open / rate * 60)) : null,
                    board.troubles(),
                    stopped);
        });
    }

    /** The plans that wait for a review, by the delegation that made them. */
    public Map<StudyCall.Delegate, Plan> waitingForReview() {
        return locked(board::waitingForReview);
    }

    /** The calls of a cell that were given up, each with its reason. */
    public Map<StudyCall, String> failed(RunProgress.Cell cell) {
        return locked(() -> board.failed(cell));
    }

    /** The earliest calls of a cell that are under way, at most this many. */
    public List<StudyCall> underWay(RunProgress.Cell cell, int most) {
        return locked(() -> board.underWay(cell, most));
    }

    /** What has come of the output of the call with this key, or of its end where it is long; empty while nothing has. */
    public String heard(String key) {
        StringBuilder text = heard.get(key);
        if (text == null) {
            return "";
        }
        synchronized (text) {
            return text.toString();
        }
    }

    /** Waits until no call is under way or about to be: done, stopped, or all that is left waits for a review. */
    public RunProgress awaitIdle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (phase == Phase.RUNNING || phase == Phase.PAUSED || phase == Phase.STOPPING) {
                idle.await();
            }
        } finally {
            lock.unlock();
        }
        return progress();
    }

    // -- Working
    // ---------------------------------------------------------------------------------------------------

    private void work(String endpoint, int mine) {
        try {
            for (StudyCall call = take(endpoint, mine); call != null; call = take(endpoint, mine)) {
                carryOut(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            halt(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        } finally {
            change(() -> workers -= mine == shift ? 1 : 0);
        }
    }

    /** The next call of this endpoint; waits for one, null when the shift is over. */
    private @Nullable StudyCall take(String endpoint, int mine) throws InterruptedException {
        Condition news = Objects.requireNonNull(work.get(endpoint));
        lock.lockInterruptibly();
        try {
            while (mine == shift && phase.active() && phase != Phase.STOPPING) {
                if (phase == Phase.RUNNING && board.ready() > 0 && spending.exhausted()) {
                    stopped = "The run has reached its limit and stopped; raise it to go on.";
                    phase = Phase.STOPPING;
                    wakeAll();
                    return null;
                }
                StudyCall call = phase == Phase.RUNNING ? board.take(endpoint) : null;
                if (call != null) {
                    spending.began();
                    return call;
                }
                news.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void carryOut(StudyCall call) {
        CallCarrier.Outcome outcome = new CallCarrier.Unfinished();
        try {
            outcome = carrier.carryOut(call, planFor(call), cancellation);
        } finally {
            heard.remove(call.key());
            settle(call, outcome);
        }
    }

    private void settle(StudyCall call, CallCarrier.Outcome outcome) {
        change(() -> {
            spending.ended();
            switch (outcome) {
                case CallCarrier.Planned(Plan plan) -> board.planned((StudyCall.Planning) call, plan);
                case CallCarrier.Answered _ -> board.answered((StudyCall.Solve) call);
                case CallCarrier.GivenUp(String why, CallCarrier.Reach reach) -> giveUp(call, why, reach);
                case CallCarrier.Unfinished _ -> board.putBack(call);
            }
        });
    }

    private void giveUp(StudyCall call, String why, CallCarrier.Reach reach) {
        board.gaveUp(call, why);
        String endpoint = call.model().endpoint();
        switch (reach) {
            case CALL -> {}
            case MODEL -> board.close(endpoint, call.model().model(), why);
            case ENDPOINT -> board.close(endpoint, null, why);
        }
    }

    private @Nullable Plan planFor(StudyCall call) {
        return locked(() -> board.planFor(call));
    }

    private void hear(StudyCall call, String piece) {
        StringBuilder text = heard.computeIfAbsent(call.key(), key -> new StringBuilder());
        synchronized (text) {
            text.append(piece);
            if (text.length() > 2 * MOST_HEARD) {
                text.delete(0, text.length() - MOST_HEARD);
            }
        }
    }

    private Paid count(StudyCall call, Attempt attempt) {
        heard.remove(call.key()); // another attempt begins anew
        Paid paid = new Paid(attempt, models.cost(call.model(), attempt.promptTokens(), attempt.outputTokens()));
        return locked(() -> {
            spending.add(RunProgress.Cell.of(call), paid);
            return paid;
        });
    }

    /** Ends the run, because a person says so or, with {@code why}, because nothing can be written down any more. */
    private void halt(@Nullable String why) {
        Cancellation[] toCancel = {cancellation};
        change(() -> {
            if (phase.active()) {
                phase = Phase.STOPPING;
                stopped = stopped == null ? why : stopped;
                toCancel[0] = cancellation;
            }
        });
        toCancel[0].cancel();
    }

    /** Changes something, draws the conclusions, and wakes whom they concern. */
    private void change(Runnable action) {
        lock.lock();
        try {
            int readyBefore = board.ready();
            Phase before = phase;
            action.run();
            boolean resting = board.running() == 0;
            if (phase == Phase.STOPPING && resting && workers == 0) {
                phase = Phase.STOPPED;
            } else if (phase == Phase.RUNNING || phase == Phase.IN_REVIEW) {
                boolean over = resting && board.ready() == 0;
                phase = !over ? Phase.RUNNING : board.inReview() > 0 ? Phase.IN_REVIEW : Phase.DONE;
            }
            if (phase != before || board.ready() > readyBefore) {
                wakeAll();
            }
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wakeAll() {
        work.values().forEach(Condition::signalAll);
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
