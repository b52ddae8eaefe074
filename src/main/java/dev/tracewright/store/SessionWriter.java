package dev.tracewright.store;

import dev.tracewright.store.SessionStore.Added;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes records within one transaction; what is already there, by its id, stays as it is. */
final class SessionWriter {
    private final Handle handle;
    private final AnswerRows answers;

    SessionWriter(Handle handle) {
        this.handle = handle;
        this.answers = new AnswerRows(handle);
    }

    /** Returns whether the problem is new. */
    boolean add(Problem problem) {
        boolean added = execute(Sql.ADD_PROBLEM, problem);
        if (added) {
            execute(Sql.ADD_PROBLEM_TEXT, problem);
            execute(Sql.ADD_PROBLEM_KEY, problem);
        }
        return added;
    }

    /**
     * Returns whether the plan is new.
     *
     * @param originalId the delegator's own version that it descends from where that is known, else found by its parent
     */
    boolean add(Plan plan, @Nullable String originalId) {
        boolean added = handle.createUpdate(Sql.ADD_PLAN)
                        .bindMethods(plan)
                        .bind("original", originalId)
                        .execute()
                == 1;
        if (added) {
            handle.createUpdate(Sql.ADD_PLAN_TEXT)
                    .bind("id", plan.id())
                    .bind("prompt", plan.prompt())
                    .bind("text", plan.steps().text())
                    .bind("cuts", Cuts.of(plan.steps()))
                    .execute();
        }
        return added;
    }

    /** Returns whether the response is new. */
    boolean add(Response response) {
        boolean added = handle.createUpdate(Sql.ADD_RESPONSE)
                        .bindMethods(response)
                        .bind("approachKey", response.approach().key())
                        .execute()
                == 1;
        if (added) {
            execute(Sql.ADD_RESPONSE_TEXT, response);
            answers.add(response);
        }
        return added;
    }

    void add(CallAttempt attempt) {
        execute(Sql.ADD_ATTEMPT, attempt);
    }

    /** Returns whether the event is new. */
    boolean add(LabelEvent event) {
        boolean added = handle.createUpdate(Sql.ADD_LABEL)
                        .bindMethods(event)
                        .bind("verdict", event.label().verdict())
                        .bind("flags", Rows.flags(event.label().flags()))
                        .bind("note", event.label().note())
                        .bind("seconds", Double.isNaN(event.seconds()) ? 0 : event.seconds())
                        .execute()
                == 1;
        if (added) {
            answers.labelled(event);
        }
        return added;
    }

    void add(Draft draft) {
        Steps steps = draft.steps();
        boolean added = handle.createUpdate(Sql.ADD_DRAFT)
                        .bind("id", draft.id())
                        .bind("planId", draft.planId())
                        .bind("author", draft.author())
                        .bind("standing", steps != null)
                        .bind("action", draft.action())
                        .bind("at", draft.at())
                        .execute()
                == 1;
        if (added && steps != null) {
            handle.createUpdate(Sql.ADD_DRAFT_TEXT)
                    .bind("id", draft.id())
                    .bind("text", steps.text())
                    .bind("cuts", Cuts.of(steps))
                    .execute();
        }
    }

    void add(CorrectionEvent event) {
        if (new CorrectionRows(handle).add(event)) {
            answers.corrected(event.responseId());
        }
    }

    void add(StoredSuggestion suggestion) {
        execute(Sql.ADD_SUGGESTION, suggestion);
    }

    void putSetting(String key, @Nullable String value) {
        if (value == null) {
            handle.createUpdate(Sql.REMOVE_SETTING).bind("name", key).execute();
        } else {
            handle.createUpdate(Sql.PUT_SETTING)
                    .bind("name", key)
                    .bind("value", value)
                    .execute();
        }
    }

    Added addAll(Collection<Trace> traces) {
        int problems = 0;
        int plans = 0;
        int responses = 0;
        int labels = 0;
        int corrections = 0;
        int alreadyThere = 0;
        Set<String> seen = new HashSet<>();
        for (Trace trace : traces) {
            int newProblems = seen.add("problem " + trace.problem().id()) && add(trace.problem()) ? 1 : 0;
            int newPlans = addPlans(trace, seen);
            boolean paid = addOutlays(trace);
            int newResponses = add(trace.response()) ? 1 : 0;
            if (paid && newResponses == 0) {
                answers.paid(trace.response().id());
            }
            int newLabels = addImported(trace.label()) ? 1 : 0;
            int newCorrections = addImported(trace.corrections());
            if (newProblems + newPlans + newResponses + newLabels + newCorrections == 0) {
                alreadyThere++;
            }
            problems += newProblems;
            plans += newPlans;
            responses += newResponses;
            labels += newLabels;
            corrections += newCorrections;
        }
        return new Added(problems, plans, responses, labels, corrections, alreadyThere);
    }

    /** Returns whether it became known what the answer took. */
    private boolean addOutlays(Trace trace) {
        OutlayRows outlays = new OutlayRows(handle);
        boolean paid = outlays.add(OutlayRows.SOLVE, trace.response().id(), trace.solving());
        Plan delegated = trace.original() == null ? trace.plan() : trace.original();
        if (delegated != null) {
            outlays.add(OutlayRows.DELEGATE, delegated.id(), trace.delegating());
        }
        return paid;
    }

    private int addPlans(Trace trace, Set<String> seen) {
        Plan original = trace.original();
        Plan plan = trace.plan();
        int added = 0;
        if (original != null && seen.add("plan " + original.id()) && add(original, null)) {
            added++;
        }
        if (plan != null
                && seen.add("plan " + plan.id())
                && add(plan, original == null || original.id().equals(plan.id()) ? null : original.id())) {
            added++;
        }
        return added;
    }

    /** An imported label never displaces what its author said later. */
    private boolean addImported(@Nullable LabelEvent event) {
        if (event == null) {
            return false;
        }
        int later = handle.createQuery(Sql.HAS_LATER_LABEL)
                .bindMethods(event)
                .mapTo(Integer.class)
                .one();
        return later == 0 && add(event);
    }

    private int addImported(List<CorrectionEvent> events) {
        CorrectionRows rows = new CorrectionRows(handle);
        int added = 0;
        for (CorrectionEvent event : events) {
            if (rows.addImported(event)) {
                answers.corrected(event.responseId());
                added++;
            }
        }
        return added;
    }

    private boolean execute(String sql, Object values) {
        return handle.createUpdate(sql).bindMethods(values).execute() == 1;
    }
}
