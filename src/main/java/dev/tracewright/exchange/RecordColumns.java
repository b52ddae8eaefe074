package dev.tracewright.exchange;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the product's own records: their order, and where each value comes from. {@link OwnRecords} reads what is written
 * here; every stored field of a trace has its column.
 */
final class RecordColumns {
    /** Shown in a spreadsheet, with what stands behind the keys; the rest serves programs. */
    private static final int READABLE = 31;

    /** The first column behind the keys. */
    private static final String STEP_STATUS = "step_status";

    /** One column; the value is a text, a whole number, a decimal number, a truth value or null. */
    record Column(String key, BiFunction<Trace, Derived, @Nullable Object> value) {
        Column(String key, Function<Trace, @Nullable Object> stored) {
            this(key, (trace, derived) -> stored.apply(trace));
        }
    }

    private RecordColumns() {}

    /** The columns whose keys tell a file of records from any other. */
    static final List<String> TELLING = List.of("dataset", "question", "approach", "solver", "model_answer");

    /** Every column in order. */
    static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("dataset", t -> t.problem().dataset()));
        columns.add(new Column("number", t -> t.problem().number()));
        columns.add(new Column("question", t -> t.problem().question()));
        columns.add(new Column("gold_answer", (t, derived) -> derived.goldAnswer()));
        columns.add(new Column("model_answer", t -> t.response().output()));
        columns.add(new Column("steps", ofPlan(p -> p.steps().text())));
        columns.add(new Column("approach", t -> t.response().approach().key()));
        columns.add(new Column("delegator", t -> t.response().delegator()));
        columns.add(new Column("solver", t -> t.response().solver()));
        columns.add(new Column("verdict", ofLabel(e -> verdict(e.label().verdict()))));
        columns.add(new Column("flags", ofLabel(RecordColumns::flags)));
        columns.add(new Column("note", ofLabel(e -> e.label().note())));
        columns.add(new Column("annotator", RecordColumns::annotator));
        columns.add(new Column("labelled_at", ofLabel(e -> Times.text(e.at()))));
        columns.add(new Column("level", t -> t.problem().level()));
        columns.add(new Column("subject", t -> t.problem().subject()));
        columns.add(new Column("dataset_answer", t -> t.problem().answer()));
        columns.add(new Column("delegated_steps", ofOriginal(p -> p.steps().text())));
        columns.add(new Column("plan_version", ofPlan(Plan::version)));
        columns.add(new Column("plan_origin", ofPlan(p -> key(p.origin()))));
        columns.add(new Column("plan_author", ofPlan(Plan::author)));
        columns.add(new Column("repetition", t -> t.response().repetition()));
        columns.add(new Column("delegation_prompt", ofPlan(Plan::prompt)));
        columns.add(new Column("prompt", t -> t.response().prompt()));
        columns.add(new Column("reasoning", t -> t.response().reasoning()));
        columns.add(new Column("finish", t -> key(t.response().finish())));
        columns.add(new Column("prompt_tokens", t -> t.response().promptTokens()));
        columns.add(new Column("output_tokens", t -> t.response().outputTokens()));
        columns.add(new Column("milliseconds", t -> t.response().millis()));
        columns.add(new Column("attempts", t -> t.response().attempts()));
        columns.add(new Column("source", t -> t.response().source()));
        columns.add(new Column("plan_created_at", ofPlan(p -> Times.text(p.createdAt()))));
        columns.add(new Column("responded_at", t -> Times.text(t.response().createdAt())));
        columns.add(new Column("label_seconds", ofLabel(LabelEvent::seconds)));
        columns.add(new Column("label_undo", ofLabel(LabelEvent::undo)));
        columns.add(new Column("plan_delegator", ofPlan(Plan::delegator)));
        columns.add(new Column("original_author", ofOriginal(Plan::author)));
        columns.add(new Column("original_prompt", ofOriginal(Plan::prompt)));
        columns.add(new Column("original_created_at", ofOriginal(p -> Times.text(p.createdAt()))));
        columns.add(new Column("step_cuts", ofPlan(p -> StepCuts.of(p.steps()))));
        columns.add(new Column("delegated_step_cuts", ofOriginal(p -> StepCuts.of(p.steps()))));
        columns.add(new Column("problem_id", t -> t.problem().id()));
        columns.add(new Column("plan_id", ofPlan(Plan::id)));
        columns.add(new Column("parent_plan_id", ofPlan(Plan::parentId)));
        columns.add(new Column("original_plan_id", ofOriginal(Plan::id)));
        columns.add(new Column("response_id", t -> t.response().id()));
        columns.add(new Column("label_id", ofLabel(LabelEvent::id)));
        columns.add(new Column("template", t -> t.response().template()));
        columns.add(new Column(STEP_STATUS, (t, derived) -> stepStatus(derived.alignment(), t.corrections())));
        columns.add(new Column("corrections", t -> CorrectionJson.write(t.corrections())));
        outlay(columns, "solving", Trace::solving);
        outlay(columns, "delegating", Trace::delegating);
        columns.add(new Column("stated", ofJudgement(j -> value(j.stated()))));
        columns.add(new Column("reasoned", ofJudgement(j -> value(j.reasoned()))));
        columns.add(new Column("suggestion", ofJudgement(j -> j.suggestion().key())));
        columns.add(new Column("reason", ofJudgement(Judgement::why)));
        columns.add(new Column("strict_match", (t, derived) -> verdict(derived.strict())));
        return List.copyOf(columns);
    }

    /** What an answer, or the steps it follows, took in all attempts. */
    private static void outlay(List<Column> columns, String part, Function<Trace, @Nullable Outlay> of) {
        columns.add(new Column(part + "_attempts", ofOutlay(of, Outlay::attempts)));
        columns.add(new Column(part + "_prompt_tokens", ofOutlay(of, Outlay::promptTokens)));
        columns.add(new Column(part + "_output_tokens", ofOutlay(of, Outlay::outputTokens)));
        columns.add(new Column(part + "_milliseconds", ofOutlay(of, Outlay::millis)));
        columns.add(new Column(
                part + "_cost",
                ofOutlay(
                        of,
                        outlay -> outlay.cost() == null ? null : outlay.cost().toPlainString())));
        columns.add(new Column(part + "_currency", ofOutlay(of, Outlay::currency)));
    }

    private static Function<Trace, @Nullable Object> ofOutlay(
            Function<Trace, @Nullable Outlay> of, Function<Outlay, @Nullable Object> value) {
        return t -> {
            Outlay outlay = of.apply(t);
            return outlay == null ? null : value.apply(outlay);
        };
    }

    /** The columns that a person reads in a spreadsheet. */
    static List<Column> readable() {
        List<Column> all = all();
        List<Column> readable = new ArrayList<>(all.subList(0, READABLE));
        all.stream().dropWhile(column -> !column.key().equals(STEP_STATUS)).forEach(readable::add);
        return List.copyOf(readable);
    }

    private static @Nullable String annotator(Trace trace) {
        LabelEvent label = trace.label();
        if (label != null) {
            return label.author();
        }
        return trace.corrections().isEmpty()
                ? null
                : trace.corrections().getFirst().author();
    }

    /** The status of every step in order, with a star where a person set it. */
    private static @Nullable String stepStatus(@Nullable Alignment alignment, List<CorrectionEvent> corrections) {
        if (alignment == null) {
            return null;
        }
        StringJoiner joined = new StringJoiner(" ");
        for (int i = 0; i < alignment.status().size(); i++) {
            int step = i + 1;
            boolean set = corrections.stream()
                    .anyMatch(
                            event -> event.correction() instanceof Correction.OfStatus status && status.step() == step);
            joined.add(alignment.status().get(i).key() + (set ? "*" : ""));
        }
        return joined.toString();
    }

    /** The name of an enum value in files. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Boolean verdict(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict == Verdict.TRUE;
    }

    private static String flags(LabelEvent event) {
        StringJoiner flags = new StringJoiner(" ");
        for (Flag flag : event.label().flags()) {
            flags.add(flag.key());
        }
        return flags.toString();
    }

    private static Function<Trace, @Nullable Object> ofPlan(Function<Plan, @Nullable Object> value) {
        return t -> t.plan() == null ? null : value.apply(t.plan());
    }

    private static Function<Trace, @Nullable Object> ofOriginal(Function<Plan, @Nullable Object> value) {
        return t -> t.original() == null ? null : value.apply(t.original());
    }

    private static Function<Trace, @Nullable Object> ofLabel(Function<LabelEvent, @Nullable Object> value) {
        return t -> t.label() == null ? null : value.apply(t.label());
    }

    private static BiFunction<Trace, Derived, @Nullable Object> ofJudgement(
            Function<Judgement, @Nullable Object> value) {
        return (t, derived) -> derived.judgement() == null ? null : value.apply(derived.judgement());
    }

    private static @Nullable String value(@Nullable Found found) {
        return found == null ? null : found.value();
    }
}
