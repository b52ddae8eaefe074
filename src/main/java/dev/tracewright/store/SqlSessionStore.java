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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session in a data base that speaks the portable SQL of {@link Sql}; knows no difference between a file and a server. */
final class SqlSessionStore implements SessionStore {
    private final Database database;
    private final Rows rows;

    SqlSessionStore(Database database) {
        this.database = database;
        this.rows = new Rows(database.location());
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public String location() {
        return database.location();
    }

    @Override
    public int addProblems(Collection<Problem> problems) {
        return database.write(handle -> {
            SessionWriter writer = new SessionWriter(handle);
            return (int) problems.stream().filter(writer::add).count();
        });
    }

    @Override
    public Added addTraces(Collection<Trace> traces) {
        return database.write(handle -> new SessionWriter(handle).addAll(traces));
    }

    @Override
    public void addPlan(Plan plan) {
        write(writer -> writer.add(plan, null));
    }

    @Override
    public void addResponse(Response response, List<CallAttempt> attempts) {
        write(writer -> {
            writer.add(response);
            attempts.forEach(writer::add);
        });
    }

    @Override
    public void addAttempts(List<CallAttempt> attempts) {
        write(writer -> attempts.forEach(writer::add));
    }

    @Override
    public void addLabel(LabelEvent event) {
        write(writer -> writer.add(event));
    }

    @Override
    public void addDraft(Draft draft) {
        write(writer -> writer.add(draft));
    }

    @Override
    public void addCorrection(CorrectionEvent event) {
        write(writer -> writer.add(event));
    }

    @Override
    public void addSuggestion(StoredSuggestion suggestion) {
        write(writer -> writer.add(suggestion));
    }

    @Override
    public void putSetting(String key, @Nullable String value) {
        write(writer -> writer.putSetting(key, value));
    }

    @Override
    public List<ItemRow> items(String annotator) {
        return read(reader -> reader.items(annotator));
    }

    @Override
    public Optional<Problem> problem(String problemId) {
        return read(reader -> reader.problem(problemId));
    }

    @Override
    public Optional<Plan> plan(String planId) {
        return read(reader -> reader.plan(planId));
    }

    @Override
    public List<Plan> plansOf(String problemId) {
        return read(reader -> reader.plansOf(problemId));
    }

    @Override
    public Optional<Response> response(String responseId) {
        return read(reader -> reader.response(responseId));
    }

    @Override
    public List<CallAttempt> attemptsOf(String problemId) {
        return read(reader -> reader.attemptsOf(problemId));
    }

    @Override
    public Optional<Trace> trace(String responseId, String annotator) {
        return read(reader -> reader.trace(responseId, annotator));
    }

    @Override
    public List<LabelEvent> labelHistory(String responseId) {
        return read(reader -> reader.labelHistory(responseId));
    }

    @Override
    public Optional<Draft> draft(String planId, String annotator) {
        return read(reader -> reader.draft(planId, annotator));
    }

    @Override
    public List<CorrectionEvent> corrections(String responseId, String annotator) {
        return read(reader -> reader.corrections(responseId, annotator));
    }

    @Override
    public List<CorrectionEvent> correctionHistory(String responseId) {
        return read(reader -> reader.correctionHistory(responseId));
    }

    @Override
    public Optional<StoredSuggestion> suggestion(String responseId, String kind) {
        return read(reader -> reader.suggestion(responseId, kind));
    }

    @Override
    public Set<String> suggested(String kind, String source) {
        return read(reader -> reader.suggested(kind, source));
    }

    @Override
    public Optional<String> setting(String key) {
        return read(reader -> reader.setting(key));
    }

    @Override
    public void forEachTrace(Consumer<Trace> consumer) {
        read(reader -> {
            reader.forEachTrace(consumer);
            return true;
        });
    }

    @Override
    public List<String> annotators() {
        return read(SessionReader::annotators);
    }

    @Override
    public RunStore runs() {
        return new SqlRunStore(database, rows);
    }

    @Override
    public ResultStore results() {
        return new SqlResultStore(database, rows, AnswerReading.RULES);
    }

    @Override
    public void close() {
        database.close();
    }

    private void write(Consumer<SessionWriter> work) {
        database.write(handle -> {
            work.accept(new SessionWriter(handle));
            return true;
        });
    }

    private <T> T read(Function<SessionReader, T> work) {
        return database.read(handle -> work.apply(new SessionReader(handle, rows)));
    }
}
