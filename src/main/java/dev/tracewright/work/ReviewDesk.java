package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.store.ReviewEvent;
import dev.tracewright.store.RunEntry;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of delegated steps that a study waits for: they are right, as they were or as they stand now. A review is on
 * its way to the disk when the method returns, and once it is there the runs that wait for it go on. It can be taken back until
 * the reviewed steps have been sent to a solver.
 */
public final class ReviewDesk {
    private final OpenSession session;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();
    private volatile Runs runs = Runs.NONE;
    private Consumer<String> listener = key -> {};

    /** The runs of studies that are open here; called on the thread that writes. */
    public interface Runs {
        /** No run is open; what waits goes on when it is started the next time. */
        Runs NONE = new Runs() {
            @Override
            public void reviewed(String delegationKey, Plan plan) {}

            @Override
            public boolean takeBack(String delegationKey) {
                return true;
            }
        };

        /** A review that is on disk has led to this version; what waits for it may be asked. */
        void reviewed(String delegationKey, Plan plan);

        /** What follows the review is to wait again; false where a part of it is under way or settled. */
        boolean takeBack(String delegationKey);
    }

    /** What the person is to hear of a review that went otherwise than they meant. */
    public sealed interface Said {
        /** Somebody else had reviewed the same steps before; theirs stands. */
        record Overtaken(int problem, String reviewer) implements Said {}

        /** The review could not be taken back, since the steps have been sent to a solver. */
        record Solved(int problem) implements Said {}
    }

    ReviewDesk(OpenSession session, TaskRunner tasks) {
        this.session = session;
        this.tasks = tasks;
    }

    /** Tells these runs of every review from now on. */
    public void follow(Runs open) {
        runs = open;
    }

    /** Hears the key of an item whose review was taken back, on the screen's thread. */
    public void onTakenBack(Consumer<String> newListener) {
        listener = newListener;
    }

    /** What the person is to hear, or null; changes on the screen's thread. */
    public ReadOnlyObjectProperty<@Nullable Said> said() {
        return said.getReadOnlyProperty();
    }

    /** The person has heard. */
    public void dismiss() {
        said.set(null);
    }

    /**
     * The person has reviewed the steps of an item that waits for that; does nothing for any other item, or without any step.
     *
     * @param steps as they stand; where they differ from the delegator's they become a version of the person's
     * @param source the model whose proposals the person took over, or null
     */
    public void review(OpenSession.Item item, Steps steps, @Nullable String source) {
        ItemRow.Review review = item.row().review();
        Plan base = item.plan();
        if (review == null || !review.waits() || base == null || !isUsable(steps)) {
            return;
        }
        said.set(null);
        boolean edited = !steps.equals(base.steps());
        Plan reviewed = edited ? version(item, base, steps) : base;
        AtomicBoolean stands = new AtomicBoolean();
        RunEntry.Reviewed entry = new RunEntry.Reviewed(
                review.callKey(),
                reviewed,
                session.stamps().id(),
                session.annotator(),
                source,
                session.stamps().now());
        if (edited) {
            session.save(reviewed);
        }
        session.saves().add(() -> stands.set(write(entry, item)));
        if (edited) {
            session.keepDraft(base.id(), null, "reviewed");
        }
        String key = item.row().key();
        session.queue().update(key, row -> row.withPlan(reviewed).reviewedBy(session.annotator()));
        session.labelling().remember(new Labelling.Reviewed(key, () -> takeBack(item, base, reviewed, stands)));
    }

    /** Whether a solver could follow the steps: at least one says something. */
    public static boolean isUsable(Steps steps) {
        return !steps.steps().stream().allMatch(step -> step.body().isBlank());
    }

    /** The version of the person's that has these steps: one that is there, or the next. */
    private Plan version(OpenSession.Item item, Plan base, Steps steps) {
        Optional<Plan> there = item.plans().stream()
                .filter(plan -> base.id().equals(plan.parentId())
                        && plan.origin() == Plan.Origin.PERSON
                        && plan.author().equals(session.annotator())
                        && plan.steps().equals(steps))
                .findFirst();
        return there.orElseGet(() -> new Plan(
                session.stamps().id(),
                base.problemId(),
                base.id(),
                OpenSession.nextVersion(base, item.plans()),
                Plan.Origin.PERSON,
                session.annotator(),
                base.delegator(),
                null,
                steps,
                session.stamps().now()));
    }

    /** Returns whether this review stands, and not that of somebody who was quicker. */
    private boolean write(RunEntry.Reviewed entry, OpenSession.Item item) {
        session.store().runs().write(List.of(entry));
        List<ReviewEvent> events = session.store().runs().reviews(entry.callKey());
        boolean mine = events.stream().anyMatch(event -> event.id().equals(entry.id()));
        if (mine) {
            runs.reviewed(entry.callKey(), entry.plan());
        } else {
            String other = events.isEmpty() ? "" : events.getLast().reviewer();
            tasks.later(() -> {
                session.queue().update(item.row().key(), row -> row.reviewedBy(other));
                said.set(new Said.Overtaken(item.problem().number(), other));
            });
        }
        return mine;
    }

    private void takeBack(OpenSession.Item item, Plan base, Plan reviewed, AtomicBoolean stands) {
        RunEntry.ReviewTakenBack entry = new RunEntry.ReviewTakenBack(
                waiting(item).callKey(),
                session.stamps().id(),
                session.annotator(),
                session.stamps().now());
        session.saves().add(() -> {
            if (!stands.get()) {
                return;
            }
            boolean waitsAgain = runs.takeBack(entry.callKey())
                    && session.store().runs().write(List.of(entry)).getLast().reviewedId() == null;
            if (!waitsAgain) {
                runs.reviewed(entry.callKey(), reviewed);
            }
            tasks.later(() -> {
                if (waitsAgain) {
                    waitsAgain(item.row().key(), base, reviewed);
                } else {
                    said.set(new Said.Solved(item.problem().number()));
                }
            });
        });
    }

    private static ItemRow.Review waiting(OpenSession.Item item) {
        ItemRow.Review review = item.row().review();
        if (review == null) {
            throw new IllegalStateException("only a review can be taken back");
        }
        return review;
    }

    private void waitsAgain(String key, Plan base, Plan reviewed) {
        session.queue().update(key, row -> row.withPlan(base).reviewedBy(null));
        if (!reviewed.equals(base)) {
            session.keepDraft(base.id(), reviewed.steps(), "review taken back");
        }
        listener.accept(key);
    }
}
