package dev.tracewright.work;

import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.Paid;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.RunJournal;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.llm.Attempt;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.RunEntry;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the journal of a run in its session. */
public final class SessionRunJournal implements RunJournal {
    private static final String BROKEN_OFF = "The program ended, or the call was broken off, before an answer came.";

    private final SessionStore store;
    private final String studyId;
    private final Records records;
    private final GroupedWrites writes;

    /** @param studyId the study for which attempts are recorded; what is settled is shared by all studies of the session */
    public SessionRunJournal(SessionStore store, String studyId, Records records) {
        this.store = store;
        this.studyId = studyId;
        this.records = records;
        this.writes = new GroupedWrites(store.runs());
    }

    @Override
    public Map<String, Settled> settled(Collection<StudyCall> calls) {
        Set<String> keys = keys(calls);
        Map<String, Plan> plans = store.runs().plans();
        Map<String, Settled> settled = new HashMap<>();
        for (RunEntry.Result result : store.runs().results()) {
            if (keys.contains(result.callKey())) {
                settled.put(result.callKey(), settled(result, plans));
            }
        }
        return settled;
    }

    private Settled settled(RunEntry.Result result, Map<String, Plan> plans) {
        if (result.planId() != null) {
            return new Planned(
                    plans.computeIfAbsent(result.planId(), this::plan),
                    result.reviewedId() == null ? null : plans.computeIfAbsent(result.reviewedId(), this::plan));
        }
        return result.responseId() != null
                ? new Answered(result.responseId())
                : new GivenUp(Objects.requireNonNullElse(result.trouble(), ""));
    }

    private Plan plan(String id) {
        return store.plan(id).orElseThrow(() -> new IllegalStateException("the session has no plan " + id));
    }

    @Override
    public List<Spent> spent(Collection<StudyCall> calls) {
        Set<String> keys = keys(calls);
        return store.runs().usage().stream()
                .filter(usage -> keys.contains(usage.callKey()))
                .map(usage -> new Spent(usage.callKey(), paid(usage)))
                .toList();
    }

    private static Paid paid(RunEntry.Usage usage) {
        BigDecimal cost = usage.cost();
        String currency = usage.currency();
        return new Paid(
                new Attempt(0, usage.millis(), usage.status(), null, usage.promptTokens(), usage.outputTokens()),
                cost == null || currency == null ? null : new Money(cost, currency));
    }

    private static Set<String> keys(Collection<StudyCall> calls) {
        return calls.stream().map(StudyCall::key).collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public String begins(StudyCall call) {
        String id = records.ids().get();
        Attempt brokenOff = new Attempt(records.clock().getAsLong(), 0, 0, BROKEN_OFF, null, null);
        write(new RunEntry.Begun(
                call.key(), studyId, call.model().endpoint(), attempt(id, call, brokenOff, null, null)));
        return id;
    }

    @Override
    public void ends(StudyCall call, String attemptId, Paid paid) {
        write(ended(call, attemptId, paid, null, null));
    }

    @Override
    public Plan accepts(StudyCall.Planning call, Plan plan, String attemptId, Paid paid, List<String> notes) {
        String standing = write(
                        ended(call, attemptId, paid, plan.id(), null),
                        new RunEntry.Planned(
                                call.key(),
                                plan,
                                String.join("\n", notes),
                                records.clock().getAsLong()))
                .planId();
        return standing == null || standing.equals(plan.id()) ? plan : plan(standing);
    }

    @Override
    public String accepts(StudyCall.Solve call, Response response, String attemptId, Paid paid, List<String> notes) {
        String standing = write(
                        ended(call, attemptId, paid, response.planId(), response.id()),
                        new RunEntry.Answered(
                                call.key(),
                                response,
                                String.join("\n", notes),
                                records.clock().getAsLong()))
                .responseId();
        return Objects.requireNonNullElse(standing, response.id());
    }

    @Override
    public void givesUp(StudyCall call, String why) {
        write(new RunEntry.GaveUp(call.key(), why, records.clock().getAsLong()));
    }

    @Override
    public void forget(Collection<StudyCall> calls) {
        List<RunEntry> entries = new ArrayList<>();
        calls.forEach(call -> entries.add(new RunEntry.Forgotten(call.key())));
        writes.write(entries);
    }

    private static RunEntry.Ended ended(
            StudyCall call, String id, Paid paid, @Nullable String planId, @Nullable String responseId) {
        Money cost = paid.cost();
        return new RunEntry.Ended(
                call.key(),
                attempt(id, call, paid.attempt(), planId, responseId),
                cost == null ? null : cost.amount(),
                cost == null ? null : cost.currency());
    }

    /** What stands for the call after that. */
    private RunEntry.Result write(RunEntry... entries) {
        return writes.write(List.of(entries)).getLast();
    }

    private static CallAttempt attempt(
            String id, StudyCall call, Attempt attempt, @Nullable String planId, @Nullable String responseId) {
        return new CallAttempt(
                id,
                call.problem().id(),
                responseId,
                planId,
                role(call),
                call.model().model(),
                attempt.startedAt(),
                attempt.millis(),
                attempt.status(),
                attempt.problem(),
                attempt.promptTokens(),
                attempt.outputTokens());
    }

    private static String role(StudyCall call) {
        return switch (call) {
            case StudyCall.Delegate _ -> "delegate";
            case StudyCall.Verify _ -> "verify";
            case StudyCall.Solve _ -> "solve";
        };
    }
}
