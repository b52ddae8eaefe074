package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DelegationException;
import dev.tracewright.experiment.Verification;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ModelException;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Asks a verifier model about the steps of one plan at a time, only when the person says so, and holds what it proposes for this
 * sitting, with what the person took over and what they refused. Nothing that it proposes is in the plan before the person puts it
 * there.
 */
public final class VerifierDesk {
    /** The same question gets the same answer as far as the server allows. */
    private static final CallSettings SETTINGS = new CallSettings(null, 0.0, null, null, null, List.of());

    private final OpenSession session;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final Map<String, Proposal> proposals = new HashMap<>();

    /**
     * A question that is under way.
     *
     * @param model the verifier's name
     * @param planId the plan it is asked about
     */
    public record Job(String model, String planId, Cancellation cancellation) {}

    /** What a verifier proposes for a plan, and what the person made of it. */
    public static final class Proposal {
        private final Steps steps;
        private final String source;
        private final String reply;
        private final Set<String> refused = new HashSet<>();
        private boolean taken;
        private boolean closed;

        private Proposal(Steps steps, String source, String reply) {
            this.steps = steps;
            this.source = source;
            this.reply = reply;
        }

        /** The verifier's name. */
        public String source() {
            return source;
        }

        /** Whether the person has put it aside. */
        public boolean isClosed() {
            return closed;
        }

        /** Its reply as it came. */
        public String reply() {
            return reply;
        }

        /** What of it differs from the steps as they stand and was not refused, from the top down. */
        public List<StepChange> open(Steps now) {
            return StepChange.of(now, steps).stream()
                    .filter(change -> !refused.contains(change.what()))
                    .toList();
        }

        /** The person keeps to what stands. */
        public void refuse(StepChange change) {
            refused.add(change.what());
        }

        /** The person has taken a part over. */
        public void take() {
            taken = true;
        }
    }

    VerifierDesk(OpenSession session, TaskRunner tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    /** What is under way, or null; changes on the screen's thread. */
    public ReadOnlyObjectProperty<@Nullable Job> job() {
        return job.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return job.get() != null;
    }

    /** Counts up with every proposal that comes or goes, on the screen's thread. */
    public ReadOnlyIntegerProperty news() {
        return news.getReadOnlyProperty();
    }

    /** What was proposed for a plan in this sitting, the latest. */
    public Optional<Proposal> proposal(@Nullable String planId) {
        return Optional.ofNullable(planId).map(proposals::get);
    }

    /** The verifier whose proposals the person took over in a plan, or null. */
    public @Nullable String takenFrom(@Nullable String planId) {
        return proposal(planId)
                .filter(proposal -> proposal.taken)
                .map(Proposal::source)
                .orElse(null);
    }

    /** Takes a proposal away; that a part of it was taken over stays known. */
    public void close(String planId) {
        proposal(planId).ifPresent(proposal -> proposal.closed = true);
        news.set(news.get() + 1);
    }

    /** Stops what is under way. */
    public void stop() {
        Job running = job.get();
        if (running != null) {
            running.cancellation().cancel();
        }
    }

    /**
     * Asks about steps; what comes is the plan's proposal in place of an earlier one.
     *
     * @param plan the version that the steps were edited from, or are
     * @param steps as they stand
     * @param failed hears one sentence when there is no proposal; nothing when the person stopped it
     */
    public void ask(OpenSession.Item item, Plan plan, Steps steps, ChatModel model, Consumer<String> failed) {
        if (isBusy()) {
            return;
        }
        Job running = new Job(model.name(), plan.id(), new Cancellation());
        job.set(running);
        Verification verification = new Verification(model, SETTINGS, StepParser::parse);
        tasks.run(
                () -> verification.verify(item.problem(), steps, ChatListener.silent(), running.cancellation()),
                verified -> {
                    record(verified.reply().attempts(), plan, model);
                    proposals.put(
                            plan.id(),
                            new Proposal(
                                    verified.steps(),
                                    model.name(),
                                    verified.reply().output()));
                    job.set(null);
                    news.set(news.get() + 1);
                },
                problem -> {
                    record(attempts(problem), plan, model);
                    job.set(null);
                    if (!running.cancellation().isCancelled()) {
                        failed.accept(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
                    }
                });
    }

    private static List<Attempt> attempts(Throwable problem) {
        return switch (problem) {
            case ModelException e -> e.attempts();
            case DelegationException e -> e.reply().attempts();
            default -> List.of();
        };
    }

    private void record(List<Attempt> attempts, Plan plan, ChatModel model) {
        session.addAttempts(attempts.stream()
                .map(attempt -> new CallAttempt(
                        session.stamps().id(),
                        plan.problemId(),
                        null,
                        plan.id(),
                        "verify",
                        model.name(),
                        attempt.startedAt(),
                        attempt.millis(),
                        attempt.status(),
                        attempt.problem(),
                        attempt.promptTokens(),
                        attempt.outputTokens()))
                .toList());
    }
}
