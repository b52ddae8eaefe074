package dev.tracewright.work;

import dev.tracewright.exchange.OpinionException;
import dev.tracewright.exchange.OpinionJson;
import dev.tracewright.experiment.OpinionPrompt;
import dev.tracewright.experiment.SecondOpinion;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ModelException;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.StoredSuggestion;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model for second opinions on behalf of the person, one answer after the other, and keeps what it says apart from labels
 * and from what the rules found. A single failure does not end a set; trouble that every further call would meet, too, does.
 */
public final class OpinionDesk {
    /** So many failures in a row are taken for trouble that stays. */
    private static final int FAILURES_IN_A_ROW = 3;

    private static final Set<ModelException.Kind> LASTING = Set.of(
            ModelException.Kind.NO_KEY,
            ModelException.Kind.UNAUTHORISED,
            ModelException.Kind.UNKNOWN_MODEL,
            ModelException.Kind.QUOTA);

    private final OpenSession session;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable OpinionJob> job = new ReadOnlyObjectWrapper<>();
    /** What came in this sitting and may not be on disk yet. */
    private final Map<String, StoredSuggestion> unsaved = new ConcurrentHashMap<>();

    private Consumer<String> listener = responseId -> {};

    /**
     * How asking ended.
     *
     * @param asked how many answers the model was asked about
     * @param usable how many opinions came that can be used
     * @param trouble one sentence on the first failure, or null
     * @param stopped whether the person stopped it, or lasting trouble did, before all were asked
     */
    public record Outcome(int asked, int usable, @Nullable String trouble, boolean stopped) {}

    OpinionDesk(OpenSession session, TaskRunner tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    /** What is running, or null; changes on the screen's thread. */
    public ReadOnlyObjectProperty<@Nullable OpinionJob> job() {
        return job.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return job.get() != null;
    }

    /** Hears the response for which an opinion came, on the screen's thread. */
    public void onOpinion(Consumer<String> newListener) {
        listener = newListener;
    }

    /** Stops what is running and keeps what came. */
    public void stop() {
        OpinionJob running = job.get();
        if (running != null) {
            running.cancellation().cancel();
        }
    }

    /** The latest opinion on a response, readable or not, or null; blocks, so call it off the screen. */
    public @Nullable StoredSuggestion latest(String responseId) {
        StoredSuggestion known = unsaved.get(responseId);
        return known == null
                ? session.store()
                        .suggestion(responseId, StoredSuggestion.ALIGNMENT)
                        .orElse(null)
                : known;
    }

    /** The rows that have an answer with steps and no readable opinion of this model; blocks. */
    public List<ItemRow> without(List<ItemRow> rows, String model) {
        Set<String> has = session.store().suggested(StoredSuggestion.ALIGNMENT, model);
        return rows.stream()
                .filter(row -> row.responseId() != null && row.planId() != null && !has.contains(row.responseId()))
                .filter(row -> !isKnown(row.responseId(), model))
                .toList();
    }

    private boolean isKnown(@Nullable String responseId, String model) {
        StoredSuggestion known = responseId == null ? null : unsaved.get(responseId);
        return known != null && known.json() != null && known.source().equals(model);
    }

    /**
     * Asks about each of these rows; rows without an answer or without steps are passed over.
     *
     * @param place where the model runs, as it is kept with what it says
     * @param done hears how it ended
     */
    public void ask(List<ItemRow> rows, ChatModel model, String place, Consumer<Outcome> done) {
        if (isBusy() || rows.isEmpty()) {
            return;
        }
        OpinionJob running = new OpinionJob(model.name(), rows.size(), 0, 0, new Cancellation());
        job.set(running);
        tasks.run(
                () -> new Round(running, model, place).run(rows),
                outcome -> {
                    job.set(null);
                    done.accept(outcome);
                },
                problem -> {
                    job.set(null);
                    done.accept(new Outcome(0, 0, sentence(problem), true));
                });
    }

    private static String sentence(Throwable problem) {
        String words = Objects.requireNonNullElse(problem.getMessage(), problem.toString());
        String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** One round of asking, away from the screen. */
    private final class Round {
        private final OpinionJob running;
        private final ChatModel model;
        private final String place;
        private int asked;
        private int failed;
        private int inARow;
        private boolean lasting;
        private @Nullable String trouble;

        Round(OpinionJob running, ChatModel model, String place) {
            this.running = running;
            this.model = model;
            this.place = place;
        }

        Outcome run(List<ItemRow> rows) {
            for (ItemRow row : rows) {
                if (running.cancellation().isCancelled() || lasting) {
                    return new Outcome(asked, asked - failed, trouble, true);
                }
                OpenSession.Item item = session.read(row);
                if (item.response() != null && item.plan() != null) {
                    ask(item, item.plan(), item.response());
                }
                int nowAsked = asked;
                int nowFailed = failed;
                tasks.later(() -> {
                    if (running.cancellation().equals(cancellation())) {
                        job.set(running.with(nowAsked, nowFailed));
                    }
                });
            }
            boolean stopped = running.cancellation().isCancelled();
            return new Outcome(asked, asked - failed, trouble, stopped);
        }

        private @Nullable Cancellation cancellation() {
            OpinionJob present = job.get();
            return present == null ? null : present.cancellation();
        }

        private void ask(OpenSession.Item item, Plan plan, Response response) {
            try {
                ChatReply reply = new SecondOpinion(model).ask(item.problem(), plan, response, running.cancellation());
                record(reply.attempts(), response);
                if (reply.finish() != FinishReason.CANCELLED) {
                    asked++;
                    keep(read(reply, plan, response));
                }
            } catch (ModelException e) {
                record(e.attempts(), response);
                if (!running.cancellation().isCancelled()) {
                    asked++;
                    fail(sentence(e));
                    lasting |= LASTING.contains(e.kind());
                }
            }
        }

        private void fail(String why) {
            failed++;
            inARow++;
            lasting |= inARow >= FAILURES_IN_A_ROW;
            if (trouble == null) {
                trouble = why;
            }
        }

        private StoredSuggestion read(ChatReply reply, Plan plan, Response response) {
            String json = null;
            String why = null;
            try {
                json = OpinionJson.write(OpinionJson.read(
                        reply.output(), response.output(), plan.steps().size()));
                inARow = 0;
            } catch (OpinionException e) {
                why = sentence(e)
                        + (reply.finish() == FinishReason.LENGTH ? " The reply was cut at the token limit." : "");
                fail(why);
            }
            return new StoredSuggestion(
                    session.stamps().id(),
                    response.id(),
                    StoredSuggestion.ALIGNMENT,
                    model.name(),
                    place,
                    OpinionPrompt.VERSION,
                    json,
                    reply.output(),
                    why,
                    session.stamps().now());
        }

        private void keep(StoredSuggestion opinion) {
            unsaved.put(opinion.responseId(), opinion);
            tasks.later(() -> {
                session.saves().add(() -> {
                    session.store().addSuggestion(opinion);
                    unsaved.remove(opinion.responseId(), opinion);
                });
                listener.accept(opinion.responseId());
            });
        }

        private void record(List<Attempt> attempts, Response response) {
            List<CallAttempt> calls = attempts.stream()
                    .map(attempt -> new CallAttempt(
                            session.stamps().id(),
                            response.problemId(),
                            response.id(),
                            response.planId(),
                            "opinion",
                            model.name(),
                            attempt.startedAt(),
                            attempt.millis(),
                            attempt.status(),
                            attempt.problem(),
                            attempt.promptTokens(),
                            attempt.outputTokens()))
                    .toList();
            tasks.later(() -> session.addAttempts(calls));
        }
    }
}
