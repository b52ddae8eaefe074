package dev.tracewright.work;

import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.Draft;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The session a person has open: its queue, what was labelled and edited, and whether all of it is on disk. */
public final class OpenSession implements AutoCloseable {
    private final SessionStore store;
    private final String annotator;
    private final Stamps stamps;
    private final ItemQueue queue = new ItemQueue();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("session-writer").daemon(true).factory());
    private final SaveQueue saves;
    private final FindingsIndex findings;
    /** What was made in this sitting and may not be on disk yet, so that it can be shown whatever the disk does. */
    private final Map<String, Plan> unsavedPlans = new ConcurrentHashMap<>();

    private final Map<String, Response> unsavedResponses = new ConcurrentHashMap<>();
    private final Map<String, Optional<Steps>> drafts = new ConcurrentHashMap<>();
    private final Labelling labelling;
    private final ReviewDesk reviews;
    private volatile boolean shared;

    /**
     * Everything that is shown for one item.
     *
     * @param row the queue's row
     * @param problem the problem
     * @param response the response, or null for a problem nobody has solved
     * @param plan the plan version of the response (or the problem's latest), or null
     * @param original the delegator's own version, or null
     * @param draft the person's unsolved edits, or null
     * @param plans every version of the problem's plans
     * @param history every label event of the response
     * @param corrections the person's corrections of the response's alignment that are in force, in the order in which they were
     *     made
     */
    public record Item(
            ItemRow row,
            Problem problem,
            @Nullable Response response,
            @Nullable Plan plan,
            @Nullable Plan original,
            @Nullable Steps draft,
            List<Plan> plans,
            List<LabelEvent> history,
            List<CorrectionEvent> corrections) {
        public Item {
            plans = List.copyOf(plans);
            history = List.copyOf(history);
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * @param store the session; closed with this
     * @param annotator who labels and edits
     * @param tasks how to come back to the screen
     * @param stamps where keys and times come from
     */
    public OpenSession(SessionStore store, String annotator, TaskRunner tasks, Stamps stamps) {
        this.store = store;
        this.annotator = annotator;
        this.stamps = stamps;
        this.saves = new SaveQueue(tasks::later, disk);
        this.labelling = new Labelling(store, annotator, stamps, queue, saves, this::reread);
        this.findings = new FindingsIndex(this, tasks);
        this.reviews = new ReviewDesk(this, tasks);
    }

    public SessionStore store() {
        return store;
    }

    public String annotator() {
        return annotator;
    }

    public ItemQueue queue() {
        return queue;
    }

    public SaveQueue saves() {
        return saves;
    }

    /** What was found in each item; reads nothing before it is started. */
    public FindingsIndex findings() {
        return findings;
    }

    /** What the person says about answers. */
    public Labelling labelling() {
        return labelling;
    }

    /** What the person says of steps that studies wait for. */
    public ReviewDesk reviews() {
        return reviews;
    }

    /** Whether somebody else labelled or corrected in this session, too; blocks, so call it off the screen. */
    public boolean othersLabelled() {
        if (!shared) {
            shared = store.annotators().stream().anyMatch(name -> !name.equals(annotator));
        }
        return shared;
    }

    /** Reads an item whole; blocks, so call it off the screen. */
    public Item read(ItemRow row) {
        Response response = row.responseId() == null ? null : response(row.responseId());
        Plan plan = row.planId() == null ? null : plan(row.planId());
        // The unsaved ones first: a plan that gets to the disk meanwhile is then found twice and not missed.
        List<Plan> unsaved = List.copyOf(unsavedPlans.values());
        List<Plan> plans = new ArrayList<>(store.plansOf(row.problem().id()));
        unsaved.stream()
                .filter(made -> made.problemId().equals(row.problem().id()) && !plans.contains(made))
                .forEach(plans::add);
        Plan original = plan == null ? null : originalOf(plan, plans);
        Steps draft = plan == null ? null : draft(plan.id());
        List<LabelEvent> history = row.responseId() == null ? List.of() : store.labelHistory(row.responseId());
        List<CorrectionEvent> corrections = row.responseId() == null ? List.of() : labelling.read(row.responseId());
        return new Item(row, row.problem(), response, plan, original, draft, plans, history, corrections);
    }

    /**
     * What reading an item brought.
     *
     * @param findings what was found in it with its steps as they stand
     * @param answer what is kept of its answer, or null where it has none
     */
    record Reading(Set<Finding> findings, @Nullable ReadAnswer answer) {}

    /**
     * Reads an item for what is found in it; blocks, so call it off the screen.
     *
     * @param plans the plans read so far, by id; what is read here is added
     */
    Reading readingOf(ItemRow row, Map<String, Plan> plans) {
        Response response = row.responseId() == null ? null : response(row.responseId());
        String planId = row.planId();
        Plan plan = planId == null ? null : plans.computeIfAbsent(planId, this::plan);
        Steps draft = planId == null || !row.drafted() ? null : draft(planId);
        Steps steps = draft != null ? draft : plan == null ? Sheet.NO_STEPS : plan.steps();
        String output = response == null ? "" : response.output();
        boolean own = plan != null && steps.equals(plan.steps());
        List<CorrectionEvent> corrections = own && response != null ? labelling.read(response.id()) : List.of();
        ReadAnswer answer = response == null || output.isEmpty()
                ? null
                : ReadAnswer.of(
                        AnswerJudge.judge(
                                row.problem().question(), row.problem().answer(), output, response.finish()),
                        output);
        return new Reading(Checks.of(row.problem(), steps, output, corrections).findings(), answer);
    }

    private void reread(String key) {
        queue.find(key).ifPresent(findings::reread);
    }

    private @Nullable Response response(String id) {
        Response unsaved = unsavedResponses.get(id);
        return unsaved == null ? store.response(id).orElse(null) : unsaved;
    }

    private @Nullable Plan plan(String id) {
        Plan unsaved = unsavedPlans.get(id);
        return unsaved == null ? store.plan(id).orElse(null) : unsaved;
    }

    private @Nullable Steps draft(String planId) {
        Optional<Steps> unsaved = drafts.get(planId);
        return unsaved == null
                ? store.draft(planId, annotator).map(Draft::steps).orElse(null)
                : unsaved.orElse(null);
    }

    /** Keeps a plan version. */
    void save(Plan plan) {
        unsavedPlans.put(plan.id(), plan);
        saves.add(() -> {
            store.addPlan(plan);
            unsavedPlans.remove(plan.id());
        });
    }

    /**
     * Keeps the state of a person's edits to a plan, which every item with that plan shares; {@code steps} null says that there
     * are none any more.
     */
    public void keepDraft(String planId, @Nullable Steps steps, String action) {
        drafts.put(planId, Optional.ofNullable(steps));
        Draft draft = new Draft(stamps.id(), planId, annotator, steps, action, stamps.now());
        saves.add(() -> store.addDraft(draft));
        for (ItemRow sharing : queue.matching(row -> planId.equals(row.planId()))) {
            queue.update(sharing.key(), row -> row.withDrafted(steps != null));
            reread(sharing.key());
        }
    }

    /** Adds a plan with one empty step, written by the person, to a problem that has none. */
    public void writePlan(Item item) {
        Plan plan = new Plan(
                stamps.id(),
                item.problem().id(),
                null,
                1,
                Plan.Origin.PERSON,
                annotator,
                annotator,
                null,
                new Steps("", List.of(new Step("1. ", "", "")), ""),
                stamps.now());
        save(plan);
        queue.update(item.row().key(), row -> row.withPlan(plan));
    }

    /** Adds a plan that a delegator wrote. */
    void addPlan(String key, Plan plan, List<CallAttempt> attempts) {
        save(plan);
        saves.add(() -> store.addAttempts(attempts));
        queue.update(key, row -> row.responseId() == null && row.review() == null ? row.withPlan(plan) : row);
    }

    /**
     * Adds a response, and before it the corrected plan it was solved with where there is one. It takes the place of its
     * problem's row where nobody had solved that yet, and stands behind the item it came from otherwise. Steps that wait for a
     * review go on waiting with the edits to them.
     */
    void addResponse(Item from, @Nullable Plan corrected, Response response, List<CallAttempt> attempts) {
        Plan base = from.plan();
        if (corrected != null && base != null) {
            save(corrected);
            if (from.row().review() == null) {
                keepDraft(base.id(), null, "solved");
            }
        }
        unsavedResponses.put(response.id(), response);
        saves.add(() -> {
            store.addResponse(response, attempts);
            unsavedResponses.remove(response.id());
        });
        Plan used = corrected == null ? base : corrected;
        boolean planned = response.planId() != null;
        ItemRow row = new ItemRow(
                from.problem(),
                response.id(),
                response.planId(),
                planned && used != null ? used.version() : 0,
                response.approach(),
                response.delegator(),
                response.solver(),
                Label.NONE,
                0,
                false);
        String key = from.row().key();
        if (from.row().responseId() == null
                && from.row().review() == null
                && queue.find(key).isPresent()) {
            queue.update(key, before -> row);
        } else {
            queue.insertAfter(key, row);
        }
    }

    /** Keeps attempts that led to nothing, so that they can be accounted for. */
    void addAttempts(List<CallAttempt> attempts) {
        if (!attempts.isEmpty()) {
            saves.add(() -> store.addAttempts(attempts));
        }
    }

    Stamps stamps() {
        return stamps;
    }

    /** The delegator's version that {@code plan} descends from; the plan itself where it has no parent. */
    public static Plan originalOf(Plan plan, List<Plan> plans) {
        Plan at = plan;
        while (at.parentId() != null) {
            String parent = at.parentId();
            Optional<Plan> found =
                    plans.stream().filter(p -> p.id().equals(parent)).findFirst();
            if (found.isEmpty()) {
                break;
            }
            at = found.get();
        }
        return at;
    }

    /** The version number that a new plan descending from {@code plan} gets. */
    public static int nextVersion(Plan plan, List<Plan> plans) {
        Plan root = originalOf(plan, plans);
        return plans.stream()
                        .filter(p -> originalOf(p, plans).id().equals(root.id()))
                        .map(Plan::version)
                        .max(Comparator.naturalOrder())
                        .orElse(plan.version())
                + 1;
    }

    /** Waits until every write was made or one failed, then closes the session; blocks. */
    @Override
    public void close() {
        findings.close();
        disk.close();
        store.close();
    }
}
