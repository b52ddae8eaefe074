package dev.tracewright.experiment;

import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out single calls of a study to their end and has what comes written down; blocks, on the worker's thread. */
final class CallCarrier {
    /** How often an answer that broke off is asked for again; refusals and silence are retried inside a call. */
    static final int MAX_BROKEN_OFF = 6;

    /** How a call ended; it is in the journal already. */
    sealed interface Outcome {}

    /** With the plan that stands. */
    record Planned(Plan plan) implements Outcome {}

    /** With an answer. */
    record Answered() implements Outcome {}

    /** Given up, for a reason that another try would not change. */
    record GivenUp(String why, Reach reach) implements Outcome {}

    /** Whom the reason for giving a call up concerns. */
    enum Reach {
        /** Nobody else. */
        CALL,
        /** Every call to the same model. */
        MODEL,
        /** Every call to the same endpoint. */
        ENDPOINT
    }

    /** Stopped by a person; it is asked again another time. */
    record Unfinished() implements Outcome {}

    private final RunModels models;
    private final RunJournal journal;
    private final Function<String, Steps> parser;
    private final Records records;
    private final BiConsumer<StudyCall, String> text;
    private final BiFunction<StudyCall, Attempt, Paid> used;

    /**
     * @param text hears the output of every call as it comes
     * @param used hears every attempt that has ended, and tells what it cost
     */
    CallCarrier(
            RunModels models,
            RunJournal journal,
            Function<String, Steps> parser,
            Records records,
            BiConsumer<StudyCall, String> text,
            BiFunction<StudyCall, Attempt, Paid> used) {
        this.models = models;
        this.journal = journal;
        this.parser = parser;
        this.records = records;
        this.text = text;
        this.used = used;
    }

    /** @param plan the steps to follow or to check; null for a delegation and for an approach without steps */
    Outcome carryOut(StudyCall call, @Nullable Plan plan, Cancellation cancellation) {
        try {
            for (int tries = 0; tries < MAX_BROKEN_OFF; tries++) {
                AttemptLog log = new AttemptLog(
                        call, journal, piece -> text.accept(call, piece), attempt -> used.apply(call, attempt));
                Outcome outcome = switch (call) {
                    case StudyCall.Delegate delegate -> delegate(delegate, log, cancellation);
                    case StudyCall.Verify verify -> verify(verify, Objects.requireNonNull(plan), log, cancellation);
                    case StudyCall.Solve solve -> solve(solve, plan, log, cancellation);
                };
                if (outcome != null) {
                    return outcome;
                }
            }
            return giveUp(call, "The answer broke off in each of " + MAX_BROKEN_OFF + " tries.");
        } catch (ModelException e) {
            return giveUp(call, Objects.requireNonNullElse(e.getMessage(), e.toString()), reach(e));
        } catch (IllegalArgumentException e) {
            return giveUp(call, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    /** Null where the answer broke off. */
    private @Nullable Outcome delegate(StudyCall.Delegate call, AttemptLog log, Cancellation cancellation)
            throws ModelException {
        ChatModel model = models.model(call.model());
        Delegation delegation = new Delegation(model, call.template(), call.settings(), parser, records);
        try {
            Delegation.Delegated made = delegation.delegate(call.problem(), log, cancellation);
            Attempt last = made.reply().attempts().getLast();
            return new Planned(journal.accepts(
                    call,
                    made.plan(),
                    log.accepted(),
                    used.apply(call, last),
                    made.reply().notes()));
        } catch (DelegationException e) {
            return withoutList(call, log, e);
        } catch (ModelException e) {
            log.endLast(e.attempts(), null);
            throw e;
        }
    }

    /** Null where the answer broke off. */
    private @Nullable Outcome verify(StudyCall.Verify call, Plan plan, AttemptLog log, Cancellation cancellation)
            throws ModelException {
        Verification verification = new Verification(models.model(call.model()), call.settings(), parser);
        try {
            Verification.Verified verified = verification.verify(call.problem(), plan.steps(), log, cancellation);
            ChatReply reply = verified.reply();
            return new Planned(journal.accepts(
                    call,
                    version(call, plan, verified.steps()),
                    log.accepted(),
                    used.apply(call, reply.attempts().getLast()),
                    reply.notes()));
        } catch (DelegationException e) {
            return withoutList(call, log, e);
        } catch (ModelException e) {
            log.endLast(e.attempts(), null);
            throw e;
        }
    }

    /** The plan itself where the verifier changed nothing. */
    private Plan version(StudyCall.Verify call, Plan plan, Steps steps) {
        return steps.equals(plan.steps())
                ? plan
                : new Plan(
                        records.ids().get(),
                        plan.problemId(),
                        plan.id(),
                        plan.version() + 1,
                        Plan.Origin.VERIFIER,
                        call.model().model(),
                        plan.delegator(),
                        Verification.prompt(call.problem().question(), plan.steps()),
                        steps,
                        records.clock().getAsLong());
    }

    /** What an answer without a complete list leads to; null where it broke off. */
    private @Nullable Outcome withoutList(StudyCall.Planning call, AttemptLog log, DelegationException e) {
        log.endLast(e.reply().attempts(), e.getMessage());
        if (e.reason() == DelegationException.Reason.CANCELLED) {
            return new Unfinished();
        }
        return e.reply().finish() == FinishReason.TRUNCATED
                ? null
                : giveUp(call, Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }

    /** Null where the answer broke off. */
    private @Nullable Outcome solve(
            StudyCall.Solve call, @Nullable Plan plan, AttemptLog log, Cancellation cancellation)
            throws ModelException {
        ChatModel model = models.model(call.model());
        Solution solution = new Solution(model, approach -> call.template(), call.settings(), records);
        Solution.Solved solved;
        try {
            solved = solution.solve(call.problem(), call.approach(), plan, call.repetition(), log, cancellation);
        } catch (ModelException e) {
            log.endLast(e.attempts(), null);
            throw e;
        }
        Response response = solved.response();
        ChatReply reply = solved.reply();
        if (response == null || response.finish() == FinishReason.CANCELLED) {
            log.endLast(reply.attempts(), "stopped");
            return new Unfinished();
        }
        if (response.finish() == FinishReason.TRUNCATED) {
            log.endLast(reply.attempts(), "the answer breaks off");
            return null;
        }
        Attempt last = reply.attempts().getLast();
        journal.accepts(
                call,
                response.withTemplate(call.templateName()),
                log.accepted(),
                used.apply(call, last),
                reply.notes());
        return new Answered();
    }

    /** A wrong key or an empty account will not be better with the next call; a refused question may be. */
    private static Reach reach(ModelException problem) {
        return switch (problem.kind()) {
            case NO_KEY, QUOTA, UNREACHABLE -> Reach.ENDPOINT;
            case UNAUTHORISED ->
                problem.attempts().isEmpty() || problem.attempts().getLast().status() == 401
                        ? Reach.ENDPOINT
                        : Reach.CALL;
            case UNKNOWN_MODEL -> Reach.MODEL;
            case TIMEOUT, RATE_LIMITED, CONTEXT_TOO_LONG, REFUSED, SERVER_ERROR, NONSENSE, CANNOT -> Reach.CALL;
        };
    }

    private GivenUp giveUp(StudyCall call, String why) {
        return giveUp(call, why, Reach.CALL);
    }

    private GivenUp giveUp(StudyCall call, String why, Reach reach) {
        journal.givesUp(call, why);
        return new GivenUp(why, reach);
    }
}
