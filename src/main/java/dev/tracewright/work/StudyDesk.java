package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.exchange.ColumnPreview;
import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.exchange.StudyPlanFile;
import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyCalls;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.experiment.TemplateLibrary;
import dev.tracewright.store.ReviewWait;
import dev.tracewright.store.RunEntry;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.StoredStudy;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where studies of a session are prepared, kept and run, by the window and by the command line alike. Every method but
 * {@link #running} reads the session or files and blocks: call them off the screen's thread. All may be called from any thread;
 * those that cannot read or write the session throw {@code StoreException}.
 */
public final class StudyDesk implements ReviewDesk.Runs, AutoCloseable {
    private final SessionStore store;
    private final StudySource source;
    private final StudyServers servers;
    private final Records records;
    private final Map<String, OpenStudy> opened = new HashMap<>();

    /**
     * A study that is in the session, as it stands.
     *
     * @param study as it is kept
     * @param plan its plan, or null where this version of the program cannot read it
     * @param progress how far it is, or null without a plan; {@code READY} or {@code DONE} where it does not run here
     * @param trouble why there is no plan, one sentence, or null
     */
    public record Listed(
            StoredStudy study,
            @Nullable StudyPlan plan,
            @Nullable RunProgress progress,
            @Nullable String trouble) {}

    /**
     * @param store the open session; stays open
     * @param home the folder with {@code datasets}
     * @param servers whom studies may ask
     * @param records makes the keys and times of what comes
     */
    public StudyDesk(SessionStore store, Path home, StudyServers servers, Records records) {
        this.store = store;
        this.source = new StudySource(store, home);
        this.servers = servers;
        this.records = records;
    }

    /**
     * Looks at the columns of a data file, for choosing what they mean; blocks, so call it off the screen.
     *
     * @param folder as in {@link #prepare}
     * @throws IllegalArgumentException in a sentence, when its name is none
     * @throws ExchangeException in a sentence, when it cannot be read
     */
    public ColumnPreview columns(String path, @Nullable Path folder) {
        return StudySource.columns(path, folder);
    }

    /**
     * Loads the problems of a plan, checks it and says what it will take. Sends nothing and changes nothing.
     *
     * @param folder the folder of the plan's file, for a relative path of a data file; null where the plan has no file
     */
    public PreparedStudy prepare(StudyPlan plan, @Nullable Path folder) {
        return StudyPreparation.prepare(plan, source.load(plan.data(), folder), servers, this::answered);
    }

    /** How many of these calls have an answer in the session already. */
    private long answered(Iterable<StudyCall> calls) {
        Set<String> known = new HashSet<>();
        for (RunEntry.Result result : store.runs().results()) {
            if (result.trouble() == null) {
                known.add(result.callKey());
            }
        }
        long count = 0;
        for (StudyCall call : calls) {
            count += known.contains(call.key()) ? 1 : 0;
        }
        return count;
    }

    /**
     * Keeps the study in the session with its problems, and makes a run that stands where earlier ones ended; nothing is sent
     * before {@link StudyRun#start()}. The same study (its budget apart) opened again is not kept twice, and while it runs here
     * it is the same run.
     *
     * @throws IllegalArgumentException when the study is not ready; the message is its first trouble
     */
    public OpenStudy open(PreparedStudy prepared) {
        if (!prepared.ready()) {
            throw new IllegalArgumentException(prepared.troubles().getFirst());
        }
        StudyPlan plan = prepared.plan();
        List<String> ids = prepared.problems().stream().map(Problem::id).toList();
        StoredStudy study = new StoredStudy(
                id(plan, ids),
                plan.name(),
                StudyPlanFile.text(plan),
                records.clock().getAsLong());
        store.addProblems(prepared.problems());
        store.runs().putStudy(study, ids);
        return open(study, plan);
    }

    /**
     * The run of a study that the session holds, with the problems it was started with.
     *
     * @throws IllegalArgumentException in a sentence, when the session has no such study
     * @throws ExchangeException when this version of the program cannot read its plan
     */
    public OpenStudy reopen(String studyId) {
        StoredStudy study = study(studyId)
                .orElseThrow(() -> new IllegalArgumentException("The session has no study " + studyId + "."));
        return open(study, plan(study));
    }

    private synchronized OpenStudy open(StoredStudy study, StudyPlan plan) {
        OpenStudy before = opened.get(study.id());
        if (before != null && before.run().progress().phase().active()) {
            return before;
        }
        List<StudyCall> calls = calls(study, plan);
        store.runs().putReviews(study.id(), waits(calls));
        OpenStudy now = make(study, plan, calls);
        opened.put(study.id(), now);
        return now;
    }

    private List<StudyCall> calls(StoredStudy study, StudyPlan plan) {
        return new StudyCalls(plan, TemplateLibrary.BUILT_IN, store.runs().problemsOf(study.id()))
                .stream().toList();
    }

    /** The calls that follow steps as a person leaves them. */
    private static List<ReviewWait> waits(List<StudyCall> calls) {
        List<ReviewWait> waits = new ArrayList<>();
        for (StudyCall call : calls) {
            if (call instanceof StudyCall.Solve solve
                    && solve.delegation() != null
                    && solve.verification() == null
                    && solve.arm() == Arm.CORRECTED) {
                waits.add(new ReviewWait(solve.delegation().key(), solve.key()));
            }
        }
        return waits;
    }

    private OpenStudy make(StoredStudy study, StudyPlan plan, List<StudyCall> calls) {
        SessionRunJournal journal = new SessionRunJournal(store, study.id(), records);
        StudyRun run = new StudyRun(
                calls,
                call -> plan.review().by() == Review.By.PERSON && plan.reviews(call.problem(), call.model()),
                plan.budget(),
                new StudyPricing(plan, servers),
                journal,
                StepParser::parse,
                records);
        return new OpenStudy(study, plan, run);
    }

    @Override
    public synchronized void reviewed(String delegationKey, Plan plan) {
        opened.values().forEach(study -> study.run().reviewed(delegationKey, plan));
    }

    @Override
    public synchronized boolean takeBack(String delegationKey) {
        return opened.values().stream().allMatch(study -> study.run().takeBackReview(delegationKey));
    }

    /** The study of this id that was opened here, started or not; does not block. */
    public synchronized Optional<OpenStudy> running(String studyId) {
        return Optional.ofNullable(opened.get(studyId));
    }

    /** Every study of the session, oldest first, each with its progress; starts and opens none. */
    public List<Listed> studies() {
        List<Listed> listed = new ArrayList<>();
        for (StoredStudy study : store.runs().studies()) {
            listed.add(listed(study));
        }
        return List.copyOf(listed);
    }

    private Listed listed(StoredStudy study) {
        try {
            StudyPlan plan = plan(study);
            RunProgress progress = running(study.id())
                    .map(here -> here.run().progress())
                    .filter(here -> here.phase().active())
                    .orElseGet(() -> make(study, plan, calls(study, plan)).run().progress());
            return new Listed(study, plan, progress, null);
        } catch (ExchangeException | IllegalArgumentException e) {
            return new Listed(study, null, null, e.getMessage());
        }
    }

    /**
     * The plan of a study that the session holds.
     *
     * @throws ExchangeException when this version of the program cannot read it
     */
    public static StudyPlan plan(StoredStudy study) {
        return StudyPlanFile.parse(study.plan(), study.name());
    }

    /** A study of the session. */
    public Optional<StoredStudy> study(String studyId) {
        return store.runs().studies().stream()
                .filter(study -> study.id().equals(studyId))
                .findFirst();
    }

    /** Stops what runs here and waits until nothing is under way, so that the session may be closed. */
    @Override
    public void close() {
        List<OpenStudy> all;
        synchronized (this) {
            all = List.copyOf(opened.values());
        }
        all.forEach(study -> study.run().stop());
        try {
            for (OpenStudy study : all) {
                study.run().awaitIdle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Equal for what asks the same of the same problems: a raised budget goes on with the study, and is no other one. */
    static String id(StudyPlan plan, List<String> problemIds) {
        StudyPlan unlimited = new StudyPlan(
                plan.name(),
                plan.seed(),
                plan.data(),
                plan.prompts(),
                plan.templates(),
                plan.models(),
                plan.repetitions(),
                plan.delegation(),
                plan.solution(),
                plan.review(),
                Budget.NONE);
        return Digests.digest(StudyPlanFile.text(unlimited), String.join("\n", problemIds));
    }
}
