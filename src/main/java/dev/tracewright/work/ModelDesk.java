package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.Delegation;
import dev.tracewright.experiment.DelegationException;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.Solution;
import dev.tracewright.experiment.Templates;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ModelException;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Asks models on behalf of the person, one call at a time, and brings what comes back into the session. */
public final class ModelDesk {
    private final OpenSession session;
    private final TaskRunner tasks;
    private final Templates templates;
    private final CallSettings settings;
    private final Records records;
    private final ReadOnlyObjectWrapper<@Nullable ModelJob> job = new ReadOnlyObjectWrapper<>();
    private final OpinionDesk opinions;
    private final VerifierDesk verifier;
    private Consumer<String> textListener = key -> {};

    /**
     * @param session where results go
     * @param tasks runs the calls
     * @param templates the prompts
     * @param settings the settings of every call
     */
    public ModelDesk(OpenSession session, TaskRunner tasks, Templates templates, CallSettings settings) {
        this.session = session;
        this.tasks = tasks;
        this.templates = templates;
        this.settings = settings;
        this.opinions = new OpinionDesk(session, tasks);
        this.verifier = new VerifierDesk(session, tasks);
        Stamps stamps = session.stamps();
        this.records = new Records(stamps::id, stamps::now);
    }

    /** The call that is running, or null; changes on the screen's thread. */
    public ReadOnlyObjectProperty<@Nullable ModelJob> job() {
        return job.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return job.get() != null;
    }

    /** Second opinions on answers, which may be asked for while a solver is at work. */
    public OpinionDesk opinions() {
        return opinions;
    }

    /** Proposals for steps, which may be asked for while a solver is at work. */
    public VerifierDesk verifier() {
        return verifier;
    }

    /** Hears the key of the item for which text came, on the screen's thread, at most once between two reads. */
    public void onText(Consumer<String> listener) {
        textListener = listener;
    }

    /**
     * Asks a solver and adds its response to the session; goes to it if the person still is where they were.
     *
     * @param from the item that is solved
     * @param plan the plan version it has, or null
     * @param edited the steps as the person changed them, or null where they did not; become a new plan version
     * @param approach only Trace-of-Thought uses the steps
     * @param failed hears one sentence when there is no response
     */
    public void solve(
            OpenSession.Item from,
            @Nullable Plan plan,
            @Nullable Steps edited,
            Approach approach,
            ChatModel solver,
            Consumer<String> failed) {
        boolean stepped = approach == Approach.TRACE_OF_THOUGHT;
        Plan corrected = stepped && plan != null && edited != null ? corrected(plan, edited, from.plans()) : null;
        Plan used = stepped ? (corrected == null ? plan : corrected) : null;
        ModelJob running = begin(from, ModelJob.Role.SOLVE, solver);
        Solution solution = new Solution(solver, templates::solving, settings, records);
        int repetition = repetition(from, used, approach, solver);
        tasks.run(
                () -> solution.solve(
                        from.problem(), approach, used, repetition, listener(running), running.cancellation()),
                solved -> {
                    Response response = solved.response();
                    List<CallAttempt> attempts =
                            attempts(solved.reply().attempts(), from, "solve", solver, response, used);
                    if (response == null) {
                        session.addAttempts(attempts);
                    } else {
                        session.addResponse(from, corrected, response, attempts);
                    }
                    end();
                },
                problem -> fail(problem, from, "solve", solver, failed));
    }

    /**
     * Asks a delegator for the steps of a problem and adds the plan to the session.
     *
     * @param failed hears one sentence when there is no plan
     */
    public void delegate(OpenSession.Item from, ChatModel delegator, Consumer<String> failed) {
        ModelJob running = begin(from, ModelJob.Role.DELEGATE, delegator);
        Delegation delegation = new Delegation(delegator, templates.delegation(), settings, StepParser::parse, records);
        tasks.run(
                () -> delegation.delegate(from.problem(), listener(running), running.cancellation()),
                delegated -> {
                    Plan plan = delegated.plan();
                    session.addPlan(
                            from.row().key(),
                            plan,
                            attempts(delegated.reply().attempts(), from, "delegate", delegator, null, plan));
                    end();
                },
                problem -> fail(problem, from, "delegate", delegator, failed));
    }

    private Plan corrected(Plan plan, Steps edited, List<Plan> plans) {
        return new Plan(
                records.ids().get(),
                plan.problemId(),
                plan.id(),
                OpenSession.nextVersion(plan, plans),
                Plan.Origin.PERSON,
                session.annotator(),
                plan.delegator(),
                null,
                edited,
                records.clock().getAsLong());
    }

    private int repetition(OpenSession.Item from, @Nullable Plan used, Approach approach, ChatModel solver) {
        String planId = used == null ? null : used.id();
        return session.queue()
                .matching(row -> row.problem().id().equals(from.problem().id())
                        && row.approach() == approach
                        && Objects.equals(row.planId(), planId)
                        && solver.name().equals(row.solver()))
                .size();
    }

    private ModelJob begin(OpenSession.Item from, ModelJob.Role role, ChatModel model) {
        ModelJob running = new ModelJob(from.row().key(), role, model.name(), new StreamedText(), new Cancellation());
        job.set(running);
        return running;
    }

    private void end() {
        job.set(null);
    }

    private ChatListener listener(ModelJob running) {
        return new ChatListener() {
            @Override
            public void output(String piece) {
                if (running.text().append(piece)) {
                    tasks.later(() -> textListener.accept(running.key()));
                }
            }

            @Override
            public void retrying(Attempt failedAttempt, long waitMillis) {
                running.text().clear();
            }
        };
    }

    private void fail(Throwable problem, OpenSession.Item from, String role, ChatModel model, Consumer<String> failed) {
        List<Attempt> made = switch (problem) {
            case ModelException e -> e.attempts();
            case DelegationException e -> e.reply().attempts();
            default -> List.of();
        };
        session.addAttempts(attempts(made, from, role, model, null, null));
        end();
        failed.accept(sentence(Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
    }

    private static String sentence(String message) {
        String begun = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return begun.endsWith(".") || begun.endsWith("?") || begun.endsWith("!") ? begun : begun + ".";
    }

    private List<CallAttempt> attempts(
            List<Attempt> made,
            OpenSession.Item from,
            String role,
            ChatModel model,
            @Nullable Response response,
            @Nullable Plan plan) {
        return made.stream()
                .map(attempt -> new CallAttempt(
                        records.ids().get(),
                        from.problem().id(),
                        response == null ? null : response.id(),
                        plan == null ? null : plan.id(),
                        role,
                        model.name(),
                        attempt.startedAt(),
                        attempt.millis(),
                        attempt.status(),
                        attempt.problem(),
                        attempt.promptTokens(),
                        attempt.outputTokens()))
                .toList();
    }
}
