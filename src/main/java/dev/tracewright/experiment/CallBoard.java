package dev.tracewright.experiment;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.CellProgress;
import dev.tracewright.experiment.RunProgress.Trouble;
import dev.tracewright.trace.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of a run are waiting, ready, under way or settled, and which one an endpoint takes next: always the earliest of the
 * study's order, so that a part of a run is a fair sample. Not thread-safe; its owner locks.
 */
final class CallBoard {
    private enum State {
        WAITING,
        READY,
        RUNNING,
        IN_REVIEW,
        DONE,
        FAILED
    }

    /** How many calls are in each state. */
    private static final class Counts {
        private final Map<State, Integer> in = new EnumMap<>(State.class);

        void add(State state, int by) {
            in.merge(state, by, Integer::sum);
        }

        int of(State state) {
            return in.getOrDefault(state, 0);
        }

        int total() {
            return in.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final List<StudyCall> calls;
    private final Predicate<StudyCall.Delegate> reviewed;
    private final State[] states;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, List<Integer>> followers = new HashMap<>();
    private final Map<String, Plan> originals = new HashMap<>();
    private final Map<String, Plan> corrections = new HashMap<>();
    private final Map<String, PriorityQueue<Integer>> ready = new HashMap<>();
    private final Map<Cell, Counts> cells = new LinkedHashMap<>();
    private final Map<String, Integer> troubles = new LinkedHashMap<>();
    private final Map<Integer, String> reasons = new HashMap<>();
    private final Map<Closed, String> closed = new HashMap<>();
    private final Counts all = new Counts();

    /** What is not asked any more; a null model means all of the endpoint. */
    private record Closed(String endpoint, @Nullable String model) {}

    /**
     * @param calls in the study's order, a delegation before the solutions that follow it; keys are unique
     * @param reviewed whether the steps of a delegation wait for a review before the corrected arm is solved
     */
    CallBoard(List<StudyCall> calls, Predicate<StudyCall.Delegate> reviewed) {
        this.calls = List.copyOf(calls);
        this.reviewed = reviewed;
        states = new State[calls.size()];
        for (int i = 0; i < states.length; i++) {
            StudyCall call = calls.get(i);
            if (indexes.put(call.key(), i) != null) {
                throw new IllegalArgumentException("a study has each call once; " + call.key() + " is there twice");
            }
            ready.computeIfAbsent(call.model().endpoint(), name -> new PriorityQueue<>());
            cells.computeIfAbsent(Cell.of(call), cell -> new Counts());
            states[i] = State.WAITING;
            count(i, State.WAITING, 1);
            StudyCall.Planning steps = call.follows();
            if (steps != null) {
                if (!indexes.containsKey(steps.key())) {
                    throw new IllegalArgumentException("a delegation stands before what follows it");
                }
                followers.computeIfAbsent(steps.key(), key -> new ArrayList<>()).add(i);
            } else {
                move(i, State.READY);
            }
        }
    }

    private void count(int i, State state, int by) {
        all.add(state, by);
        Objects.requireNonNull(cells.get(Cell.of(calls.get(i)))).add(state, by);
    }

    private void move(int i, State to) {
        PriorityQueue<Integer> queue =
                Objects.requireNonNull(ready.get(calls.get(i).model().endpoint()));
        if (states[i] == State.READY && to != State.RUNNING) {
            queue.remove(i);
        }
        if (to == State.READY) {
            queue.add(i);
        }
        count(i, states[i], -1);
        states[i] = to;
        count(i, to, 1);
    }

    /** The endpoints that the calls go to, in the order of their first calls. */
    List<String> endpoints() {
        return calls.stream().map(call -> call.model().endpoint()).distinct().toList();
    }

    /** The next call of an endpoint, now under way, or null where none is ready. */
    @Nullable
    StudyCall take(String endpoint) {
        Integer next = Objects.requireNonNull(ready.get(endpoint)).poll();
        if (next == null) {
            return null;
        }
        move(next, State.RUNNING);
        return calls.get(next);
    }

    /** A call that is under way is to be tried again later. */
    void putBack(StudyCall call) {
        makeReady(index(call));
    }

    /** A delegation or its verification has led to this plan; what follows it becomes ready, or waits for a person's review. */
    void planned(StudyCall.Planning call, Plan plan) {
        originals.put(call.key(), plan);
        settle(index(call), State.DONE);
        boolean waits = call instanceof StudyCall.Delegate delegation
                && reviewed.test(delegation)
                && !corrections.containsKey(call.key());
        for (int follower : followers.getOrDefault(call.key(), List.of())) {
            if (states[follower] == State.WAITING) {
                if (waits && isCorrected(follower)) {
                    move(follower, State.IN_REVIEW);
                } else {
                    makeReady(follower);
                }
            }
        }
    }

    /** Whether it follows steps as a person leaves them. */
    private boolean isCorrected(int follower) {
        return calls.get(follower) instanceof StudyCall.Solve solve
                && solve.arm() == Arm.CORRECTED
                && solve.verification() == null;
    }

    /** The review of a delegation has led to this version, which may be the original itself. */
    void reviewed(String delegationKey, Plan plan) {
        corrections.put(delegationKey, plan);
        for (int follower : followers.getOrDefault(delegationKey, List.of())) {
            if (states[follower] == State.IN_REVIEW) {
                makeReady(follower);
            }
        }
    }

    /**
     * Takes a review back, so that what follows it waits again.
     *
     * @return false, with nothing changed, where a call that follows the reviewed steps is under way or settled
     */
    boolean takeBack(String delegationKey) {
        List<Integer> waiting = followers.getOrDefault(delegationKey, List.of()).stream()
                .filter(this::isCorrected)
                .toList();
        if (!waiting.stream()
                .allMatch(follower -> states[follower] == State.READY
                        || states[follower] == State.IN_REVIEW
                        || states[follower] == State.WAITING)) {
            return false;
        }
        corrections.remove(delegationKey);
        waiting.stream()
                .filter(follower -> states[follower] == State.READY)
                .forEach(follower -> move(follower, State.IN_REVIEW));
        return true;
    }

    void answered(StudyCall.Solve call) {
        settle(index(call), State.DONE);
    }

    /** A call is given up, and with a delegation everything that follows it. */
    void gaveUp(StudyCall call, String why) {
        settle(index(call), State.FAILED);
        note(index(call), why);
        leave(call, why);
    }

    private void leave(StudyCall call, String why) {
        for (int follower : followers.getOrDefault(call.key(), List.of())) {
            if (states[follower] == State.WAITING) {
                move(follower, State.FAILED);
                note(follower, "There are no steps to follow: " + why);
                leave(calls.get(follower), why);
            }
        }
    }

    /**
     * What is ready for this model, or with null for the whole endpoint, is given up unasked for the reason for which another
     * call was; what becomes ready later, too. Nothing of that is written down, so that another run asks.
     */
    void close(String endpoint, @Nullable String model, String why) {
        closed.putIfAbsent(new Closed(endpoint, model), why);
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.READY) {
                makeReady(i);
            }
        }
    }

    /** A call may be asked now, unless what it asks is closed. */
    private void makeReady(int i) {
        String why = closedFor(calls.get(i));
        if (why == null) {
            settle(i, State.READY);
        } else {
            gaveUp(calls.get(i), "Not asked, since another call was given up: " + why);
        }
    }

    /** Why a call is not to be asked, or null where it is. */
    private @Nullable String closedFor(StudyCall call) {
        String why = closed.get(new Closed(call.model().endpoint(), null));
        return why != null
                ? why
                : closed.get(new Closed(call.model().endpoint(), call.model().model()));
    }

    private void note(int i, String why) {
        reasons.put(i, why);
        troubles.merge(why, 1, Integer::sum);
    }

    private void settle(int i, State to) {
        if (states[i] != to) {
            move(i, to);
        }
    }

    /** Makes what was given up ready again; returns the calls that were themselves given up. */
    List<StudyCall> retryFailed() {
        List<StudyCall> again = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.FAILED) {
                again.add(calls.get(i));
                StudyCall.Planning steps = calls.get(i).follows();
                boolean waits = steps != null && !originals.containsKey(steps.key());
                move(i, waits ? State.WAITING : State.READY);
            }
        }
        reasons.clear();
        troubles.clear();
        closed.clear();
        return again;
    }

    /** The steps that a solver is to follow or a verifier to check, or null where the call has none. */
    @Nullable
    Plan planFor(StudyCall call) {
        StudyCall.Planning steps = call.follows();
        if (steps == null) {
            return null;
        }
        Plan original = Objects.requireNonNull(originals.get(steps.key()));
        return isCorrected(index(call)) ? corrections.getOrDefault(steps.key(), original) : original;
    }

    /** Plans that wait for a review, in the study's order. */
    Map<StudyCall.Delegate, Plan> waitingForReview() {
        Map<StudyCall.Delegate, Plan> waiting = new LinkedHashMap<>();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.IN_REVIEW) {
                StudyCall.Delegate delegation = Objects.requireNonNull(((StudyCall.Solve) calls.get(i)).delegation());
                waiting.put(delegation, Objects.requireNonNull(originals.get(delegation.key())));
            }
        }
        return waiting;
    }

    int running() {
        return all.of(State.RUNNING);
    }

    int ready() {
        return all.of(State.READY);
    }

    int inReview() {
        return all.of(State.IN_REVIEW);
    }

    int settled() {
        return all.of(State.DONE) + all.of(State.FAILED);
    }

    int total() {
        return states.length;
    }

    List<CellProgress> cells(Function<Cell, RunProgress.Use> used) {
        return cells.entrySet().stream()
                .map(entry -> {
                    Counts in = entry.getValue();
                    return new CellProgress(
                            entry.getKey(),
                            in.total(),
                            in.of(State.DONE),
                            in.of(State.FAILED),
                            in.of(State.RUNNING),
                            in.of(State.IN_REVIEW),
                            used.apply(entry.getKey()));
                })
                .toList();
    }

    /** Why calls were given up, the most frequent reason first. */
    List<Trouble> troubles() {
        return troubles.entrySet().stream()
                .map(entry -> new Trouble(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Trouble::calls).reversed())
                .toList();
    }

    /** The calls of a cell that were given up, each with its reason. */
    Map<StudyCall, String> failed(Cell cell) {
        Map<StudyCall, String> failed = new LinkedHashMap<>();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == State.FAILED && Cell.of(calls.get(i)).equals(cell)) {
                failed.put(calls.get(i), reasons.getOrDefault(i, ""));
            }
        }
        return failed;
    }

    /** The earliest calls of a cell that are under way, at most this many. */
    List<StudyCall> underWay(Cell cell, int most) {
        return IntStream.range(0, states.length)
                .filter(i -> states[i] == State.RUNNING)
                .mapToObj(calls::get)
                .filter(call -> Cell.of(call).equals(cell))
                .limit(most)
                .toList();
    }

    private int index(StudyCall call) {
        return Objects.requireNonNull(indexes.get(call.key()));
    }
}
