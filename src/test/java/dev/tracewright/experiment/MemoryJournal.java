package dev.tracewright.experiment;

import dev.tracewright.llm.Attempt;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal in memory, for tests of what a run writes down and when. */
final class MemoryJournal implements RunJournal {
    final Map<String, Settled> settled = new HashMap<>();
    final Map<String, Paid> attempts = new LinkedHashMap<>();
    private final Map<String, String> callOf = new HashMap<>();
    final List<Response> responses = new ArrayList<>();

    @Nullable
    String broken;

    private synchronized void write(Runnable change) {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        change.run();
    }

    @Override
    public synchronized Map<String, Settled> settled(Collection<StudyCall> calls) {
        return Map.copyOf(settled);
    }

    @Override
    public synchronized List<Spent> spent(Collection<StudyCall> calls) {
        List<Spent> spent = new ArrayList<>();
        attempts.forEach((id, paid) -> spent.add(new Spent(callOf.getOrDefault(id, ""), paid)));
        return spent;
    }

    @Override
    public synchronized String begins(StudyCall call) {
        String id = "attempt " + attempts.size();
        write(() -> {
            callOf.put(id, call.key());
            attempts.put(id, new Paid(new Attempt(0, 0, 0, "broken off", null, null), null));
        });
        return id;
    }

    @Override
    public void ends(StudyCall call, String attemptId, Paid paid) {
        write(() -> attempts.put(attemptId, paid));
    }

    @Override
    public Plan accepts(StudyCall.Planning call, Plan plan, String attemptId, Paid paid, List<String> notes) {
        write(() -> {
            attempts.put(attemptId, paid);
            settled.put(call.key(), new Planned(plan, null));
        });
        return plan;
    }

    @Override
    public String accepts(StudyCall.Solve call, Response response, String attemptId, Paid paid, List<String> notes) {
        write(() -> {
            attempts.put(attemptId, paid);
            settled.put(call.key(), new Answered(response.id()));
            responses.add(response);
        });
        return response.id();
    }

    @Override
    public void givesUp(StudyCall call, String why) {
        write(() -> settled.put(call.key(), new GivenUp(why)));
    }

    @Override
    public void forget(Collection<StudyCall> calls) {
        write(() -> calls.forEach(call -> {
            if (settled.get(call.key()) instanceof GivenUp) {
                settled.remove(call.key());
            }
        }));
    }
}
