package dev.tracewright.store;

import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session: problems, immutable plan versions, responses, and append-only events of labelling, correcting and editing. Every write is
 * durable when the method returns. Methods may be called from any thread and block; call them off the screen's thread.
 *
 * <p>All methods throw {@link StoreException} with one sentence for a person when the session cannot be read or written; then
 * nothing was written, and the same call may be made again.
 *
 * <p>Texts come back as they were given, except for characters that no data base holds: a lone surrogate or a NUL comes back as
 * U+FFFD, so that offsets stay right.
 */
public interface SessionStore extends AutoCloseable {

    /** What the session is called: a file name without its ending, or a data base name. */
    String name();

    /** Where the session is: an absolute path or an address without credentials. */
    String location();

    // -- Writing -----------------------------------------------------------------------------------------------------

    /** Adds problems; one that is already there (same id) is left as it is. Returns how many were new. */
    int addProblems(Collection<Problem> problems);

    /**
     * Adds traces with their problems, plans, labels and corrections in one transaction; what is already there stays as it is,
     * and a label or correction never displaces what its author said later.
     */
    Added addTraces(Collection<Trace> traces);

    /** Adds a plan version. Its problem must be there; adding the same id again does nothing. */
    void addPlan(Plan plan);

    /** Adds a response with every attempt that it took. Its problem and plan must be there. */
    void addResponse(Response response, List<CallAttempt> attempts);

    /** Records attempts that led to no response. */
    void addAttempts(List<CallAttempt> attempts);

    /** Appends a label event; the same event id again does nothing. */
    void addLabel(LabelEvent event);

    /** Appends the state of a person's unsolved edits to a plan. */
    void addDraft(Draft draft);

    /** Appends a correction of an alignment; the same event id again does nothing. */
    void addCorrection(CorrectionEvent event);

    /** Appends what a machine said about a response, apart from any label; the same id again does nothing. */
    void addSuggestion(StoredSuggestion suggestion);

    /** Sets a setting of this session (hide the gold answer, …); null removes it. */
    void putSetting(String key, @Nullable String value);

    // -- Reading -----------------------------------------------------------------------------------------------------

    /**
     * One row an item of the queue, in queue order: by data set, problem number, problem, approach, delegator, solver, plan
     * version, repetition, time. A problem that nobody has solved is a row of its own, and so are, before the answers to their
     * problem, delegated steps that a study wants reviewed, until the reviewed steps have been sent to a solver.
     */
    List<ItemRow> items(String annotator);

    Optional<Problem> problem(String problemId);

    Optional<Plan> plan(String planId);

    /** Every version of every plan for a problem, oldest first. */
    List<Plan> plansOf(String problemId);

    Optional<Response> response(String responseId);

    /** Every call to a model for a problem, oldest first. */
    List<CallAttempt> attemptsOf(String problemId);

    /** The response with its problem, plan, original plan and the annotator's current label. */
    Optional<Trace> trace(String responseId, String annotator);

    /** Every label event of a response by anybody, oldest first. */
    List<LabelEvent> labelHistory(String responseId);

    /** The annotator's latest draft that edits the plan, unless it was withdrawn or solved. */
    Optional<Draft> draft(String planId, String annotator);

    /** The annotator's corrections of a response's alignment that are in force, in the order in which they were made. */
    List<CorrectionEvent> corrections(String responseId, String annotator);

    /** Every correction of a response's alignment by anybody, oldest first. */
    List<CorrectionEvent> correctionHistory(String responseId);

    /** The latest suggestion of a kind about a response, whether it could be read or not. */
    Optional<StoredSuggestion> suggestion(String responseId, String kind);

    /** The responses for which there is a suggestion of this kind by this source that could be read. */
    Set<String> suggested(String kind, String source);

    Optional<String> setting(String key);

    /**
     * Every response, in queue order, once for each annotator whose label or corrections stand and once without where nobody's
     * do (what was taken back entirely does not stand); read in one consistent snapshot, in bounded memory.
     */
    void forEachTrace(Consumer<Trace> consumer);

    /** The names of everybody who labelled or corrected, in alphabetical order. */
    List<String> annotators();

    /** What studies and their runs write and read. */
    RunStore runs();

    /** What results are made of. */
    ResultStore results();

    @Override
    void close();

    /**
     * What {@link #addTraces} found new.
     *
     * @param alreadyThere how many traces brought nothing new at all
     */
    record Added(int problems, int plans, int responses, int labels, int corrections, int alreadyThere) {}
}
