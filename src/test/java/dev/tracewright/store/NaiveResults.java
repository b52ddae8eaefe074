package dev.tracewright.store;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.Effort;
import dev.tracewright.analysis.LengthBand;
import dev.tracewright.analysis.LengthGroup;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.PairGroup;
import dev.tracewright.analysis.PanelGroup;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.SearchWords;
import dev.tracewright.analysis.Selection;
import dev.tracewright.analysis.StepPattern;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts results in the plainest way, as the measure for the data base. */
final class NaiveResults {
    private final Map<String, Known> answers = new LinkedHashMap<>();

    /** What is known of one answer. */
    static final class Known {
        final Trace trace;
        final Map<String, Label> labels = new HashMap<>();
        final Map<String, Double> seconds = new HashMap<>();

        @Nullable
        AnswerReading reading;

        Known(Trace trace) {
            this.trace = trace;
        }

        Cell cell() {
            Response response = trace.response();
            Plan plan = trace.plan();
            return new Cell(
                    trace.problem().dataset(),
                    response.approach(),
                    response.template(),
                    response.delegator(),
                    response.solver(),
                    plan != null && plan.version() > 1);
        }

        boolean demonstrates() {
            return Demonstration.is(trace.response().solver());
        }

        Outcome outcome(ResultFilter filter) {
            Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
            counting(filter).forEach(label -> {
                if (label.verdict() != null) {
                    verdicts.add(label.verdict());
                }
            });
            if (verdicts.size() == 2) {
                return Outcome.DISPUTED;
            }
            return verdicts.isEmpty()
                    ? Outcome.UNLABELLED
                    : verdicts.contains(Verdict.TRUE) ? Outcome.TRUE : Outcome.FALSE;
        }

        /** The labels of adjudicators where one has decided, else of everybody who counts. */
        private List<Label> counting(ResultFilter filter) {
            List<Label> settling = labels.entrySet().stream()
                    .filter(entry -> filter.adjudicators().contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            return settling.stream().anyMatch(label -> label.verdict() != null)
                    ? settling
                    : labels.entrySet().stream()
                            .filter(entry -> counts(filter, entry.getKey()))
                            .map(Map.Entry::getValue)
                            .toList();
        }

        Outcome effective(ResultFilter filter) {
            Outcome outcome = outcome(filter);
            if (outcome != Outcome.UNLABELLED || !filter.suggestions() || reading == null) {
                return outcome;
            }
            return reading.suggestion() == Suggestion.TRUE
                    ? Outcome.TRUE
                    : reading.suggestion() == Suggestion.FALSE ? Outcome.FALSE : outcome;
        }

        Map<String, Verdict> verdicts(ResultFilter filter) {
            Map<String, Verdict> verdicts = new HashMap<>();
            labels.forEach((author, label) -> {
                if (counts(filter, author) && !filter.adjudicators().contains(author) && label.verdict() != null) {
                    verdicts.put(author, label.verdict());
                }
            });
            return verdicts;
        }

        Set<Flag> flags(ResultFilter filter) {
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            counting(filter).forEach(label -> flags.addAll(label.flags()));
            return flags;
        }

        private static boolean counts(ResultFilter filter, String author) {
            return filter.annotators().isEmpty()
                    || filter.annotators().contains(author)
                    || filter.adjudicators().contains(author);
        }

        boolean passes(ResultFilter filter) {
            Response response = trace.response();
            return in(filter.datasets(), trace.problem().dataset())
                    && in(filter.approaches(), response.approach())
                    && (response.delegator() == null || in(filter.delegators(), response.delegator()))
                    && in(filter.solvers(), response.solver())
                    && in(filter.levels(), trace.problem().level())
                    && in(filter.subjects(), trace.problem().subject())
                    && (filter.flags().isEmpty() || flags(filter).stream().anyMatch(filter.flags()::contains))
                    && SearchWords.of(filter.words()).occurIn(texts(filter))
                    && (filter.findings().isEmpty()
                            || (reading != null && reading.findings().stream().anyMatch(filter.findings()::contains)));
        }

        private String[] texts(ResultFilter filter) {
            Stream<String> notes = labels.entrySet().stream()
                    .filter(entry -> counts(filter, entry.getKey()))
                    .map(entry -> entry.getValue().note());
            return Stream.concat(
                            Stream.of(
                                    trace.problem().question(),
                                    trace.problem().dataset(),
                                    Integer.toString(trace.problem().number()),
                                    trace.response().solver(),
                                    Objects.requireNonNullElse(trace.response().delegator(), "")),
                            notes)
                    .toArray(String[]::new);
        }

        private static <T> boolean in(Set<T> wanted, @Nullable T value) {
            return wanted.isEmpty() || (value != null && wanted.contains(value));
        }

        Effort effort(ResultFilter filter) {
            Response response = trace.response();
            Outlay outlay = trace.solving();
            Long prompt = outlay != null && outlay.promptTokens() != null
                    ? outlay.promptTokens()
                    : response.promptTokens() == null ? null : Long.valueOf(response.promptTokens());
            Long output = outlay != null && outlay.outputTokens() != null
                    ? outlay.outputTokens()
                    : response.outputTokens() == null ? null : Long.valueOf(response.outputTokens());
            Long millis = outlay != null ? Long.valueOf(outlay.millis()) : response.millis();
            double person = seconds.entrySet().stream()
                    .filter(entry -> counts(filter, entry.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            return new Effort(
                    prompt == null ? 0 : prompt,
                    prompt == null ? 0 : 1,
                    output == null ? 0 : output,
                    output == null ? 0 : 1,
                    millis == null ? 0 : millis,
                    millis == null ? 0 : 1,
                    outlay == null || outlay.currency() == null
                            ? Map.of()
                            : Map.of(outlay.currency(), Objects.requireNonNull(OutlayRows.nano(outlay.cost()))),
                    person);
        }

        @Nullable
        StepPattern pattern() {
            AnswerReading read = reading;
            return read == null
                    ? null
                    : new StepPattern(
                            read.statuses(),
                            read.findings().contains(Finding.ORDER_BROKEN),
                            read.findings().contains(Finding.LEAK),
                            read.findings().contains(Finding.ADDED_WORK),
                            read.firstFalse());
        }

        /** Written out, so that it is a measure for the bands, too. */
        LengthBand band() {
            int length = length();
            return length < 250
                    ? LengthBand.TO_249
                    : length < 500
                            ? LengthBand.FROM_250
                            : length < 1000
                                    ? LengthBand.FROM_500
                                    : length < 2000
                                            ? LengthBand.FROM_1000
                                            : length < 4000
                                                    ? LengthBand.FROM_2000
                                                    : length < 8000 ? LengthBand.FROM_4000 : LengthBand.FROM_8000;
        }

        int length() {
            String output = trace.response().output();
            return output.codePointCount(0, output.length());
        }

        AnswerGroup group(ResultFilter filter) {
            return new AnswerGroup(
                    cell(),
                    outcome(filter),
                    reading == null ? null : reading.suggestion(),
                    reading == null ? null : reading.strict(),
                    flags(filter),
                    pattern(),
                    1);
        }
    }

    void add(Trace trace) {
        answers.put(trace.response().id(), new Known(trace));
    }

    void label(LabelEvent event) {
        Known known = known(event.responseId());
        known.labels.put(event.author(), event.label());
        known.seconds.merge(event.author(), event.seconds(), Double::sum);
    }

    void read(UnreadAnswer answer, AnswerReading reading) {
        List<Known> order = all();
        order.get((int) answer.key() - 1).reading = reading;
    }

    void correct(String responseId) {
        known(responseId).reading = null;
    }

    private Known known(String responseId) {
        return Objects.requireNonNull(answers.get(responseId));
    }

    List<Known> all() {
        return List.copyOf(answers.values());
    }

    private List<Known> passing(ResultFilter filter) {
        return answers.values().stream()
                .filter(known -> known.passes(filter) && known.demonstrates() == demonstration(filter))
                .toList();
    }

    boolean bothKinds() {
        return answers.values().stream().map(Known::demonstrates).distinct().count() == 2;
    }

    boolean demonstration(ResultFilter filter) {
        return bothKinds() ? filter.demonstration() : answers.values().stream().anyMatch(Known::demonstrates);
    }

    long leftOut(ResultFilter filter) {
        return answers.values().stream()
                .filter(known -> known.passes(filter) && known.demonstrates() != demonstration(filter))
                .count();
    }

    long unread(ResultFilter filter) {
        return passing(filter).stream().filter(known -> known.reading == null).count();
    }

    List<AnswerGroup> groups(ResultFilter filter) {
        Map<List<@Nullable Object>, AnswerGroup> groups = new HashMap<>();
        for (Known known : passing(filter)) {
            AnswerGroup one = known.group(filter);
            List<@Nullable Object> key = new ArrayList<>();
            key.add(one.cell());
            key.add(one.outcome());
            key.add(one.flags());
            AnswerReading read = known.reading;
            if (read != null) {
                key.add(one.pattern());
                key.add(read.suggestion());
                key.add(read.strict());
            }
            groups.merge(
                    key,
                    one,
                    (before, more) -> new AnswerGroup(
                            one.cell(),
                            one.outcome(),
                            one.suggestion(),
                            one.strict(),
                            one.flags(),
                            one.pattern(),
                            before.count() + 1));
        }
        return List.copyOf(groups.values());
    }

    List<PanelGroup> panels(ResultFilter filter) {
        Map<PanelGroup, Long> judged = new HashMap<>();
        for (Known known : passing(filter)) {
            if (known.verdicts(filter).size() > 1) {
                judged.merge(
                        new PanelGroup(known.cell(), known.verdicts(filter), known.outcome(filter), 1), 1L, Long::sum);
            }
        }
        List<PanelGroup> counted = new ArrayList<>();
        judged.forEach((one, count) -> counted.add(new PanelGroup(one.cell(), one.verdicts(), one.outcome(), count)));
        return counted;
    }

    Map<Cell, Effort> efforts(ResultFilter filter) {
        Map<Cell, Effort> efforts = new HashMap<>();
        passing(filter).forEach(known -> efforts.merge(known.cell(), known.effort(filter), Effort::plus));
        return efforts;
    }

    List<LengthGroup> lengths(ResultFilter filter) {
        Map<List<@Nullable Object>, LengthGroup> lengths = new HashMap<>();
        for (Known known : passing(filter)) {
            AnswerReading read = known.reading;
            if (known.cell().approach() == Approach.TRACE_OF_THOUGHT
                    && read != null
                    && !read.statuses().isEmpty()) {
                LengthGroup one = new LengthGroup(
                        known.cell(), known.outcome(filter), read.suggestion(), known.band(), 1, known.length());
                lengths.merge(
                        Arrays.asList(one.cell(), one.outcome(), one.suggestion(), one.length()),
                        one,
                        (before, more) -> new LengthGroup(
                                one.cell(),
                                one.outcome(),
                                one.suggestion(),
                                one.length(),
                                before.count() + 1,
                                before.characters() + more.characters()));
            }
        }
        return List.copyOf(lengths.values());
    }

    List<PairGroup> pairs(ResultFilter filter) {
        Map<PairGroup, Long> pairs = new HashMap<>();
        List<Known> some = passing(filter);
        for (Known first : some) {
            for (Known second : some) {
                if (isFirst(first)
                        && isFirst(second)
                        && bout(first).equals(bout(second))
                        && compared(first.cell(), second.cell())) {
                    PairGroup one = new PairGroup(
                            first.cell(),
                            second.cell(),
                            first.outcome(filter),
                            second.outcome(filter),
                            first.flags(filter).contains(Flag.NEEDS_ANALYSIS),
                            second.flags(filter).contains(Flag.NEEDS_ANALYSIS),
                            first.reading == null ? null : first.reading.suggestion(),
                            second.reading == null ? null : second.reading.suggestion(),
                            1);
                    pairs.merge(one, 1L, Long::sum);
                }
            }
        }
        List<PairGroup> counted = new ArrayList<>();
        pairs.forEach((one, count) -> counted.add(new PairGroup(
                one.first(),
                one.second(),
                one.firstOutcome(),
                one.secondOutcome(),
                one.firstAnalysis(),
                one.secondAnalysis(),
                one.firstSuggestion(),
                one.secondSuggestion(),
                count)));
        return counted;
    }

    private static boolean compared(Cell first, Cell second) {
        boolean alike = first.solver().equals(second.solver()) && first.approach() == Approach.TRACE_OF_THOUGHT;
        boolean other = second.approach() != Approach.TRACE_OF_THOUGHT;
        boolean original = first.corrected()
                && !second.corrected()
                && Objects.equals(first.delegator(), second.delegator())
                && Objects.equals(first.template(), second.template());
        return alike && (other || original);
    }

    private static List<Object> bout(Known known) {
        return List.of(known.trace.problem().id(), known.trace.response().repetition());
    }

    private boolean isFirst(Known known) {
        for (Known other : answers.values()) {
            if (other.cell().equals(known.cell()) && bout(other).equals(bout(known))) {
                return other == known;
            }
        }
        return false;
    }

    List<String> select(Selection selection, ResultFilter filter) {
        Comparator<Known> order = Comparator.<Known, String>comparing(
                        known -> known.trace.problem().dataset())
                .thenComparingInt(known -> known.trace.problem().number())
                .thenComparing(known -> known.trace.response().approach())
                .thenComparing(
                        known -> known.trace.response().delegator(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(known -> known.trace.response().solver())
                .thenComparingInt(known ->
                        known.trace.plan() == null ? 0 : known.trace.plan().version())
                .thenComparingInt(known -> known.trace.response().repetition());
        return passing(filter).stream()
                .filter(known -> selection.cells().contains(known.cell()))
                .filter(known -> said(selection.said(), known, filter))
                .filter(known -> traced(selection.traced(), known))
                .filter(known -> selection.length() == null || known.band() == selection.length())
                .filter(known -> measured(selection.measured(), known, filter))
                .filter(known -> paired(selection.paired(), known, filter))
                .sorted(order)
                .map(known -> known.trace.response().id())
                .toList();
    }

    private static boolean said(Selection.Said said, Known known, ResultFilter filter) {
        return (said.outcomes().isEmpty() || said.outcomes().contains(known.effective(filter)))
                && (said.flag() == null || known.flags(filter).contains(said.flag()))
                && (said.strict().isEmpty()
                        || (known.reading != null
                                && known.reading.strict() != null
                                && said.strict().contains(known.reading.strict())))
                && (!said.bySuggestion() || known.effective(filter) != known.outcome(filter))
                && known.verdicts(filter).size() >= said.judges()
                && (!said.differing()
                        || Set.copyOf(known.verdicts(filter).values()).size() > 1)
                && said.verdicts().entrySet().stream()
                        .allMatch(entry -> known.verdicts(filter).containsKey(entry.getKey())
                                && entry.getValue()
                                        .contains(known.verdicts(filter).get(entry.getKey())));
    }

    private static boolean measured(Selection.@Nullable Measured measured, Known known, ResultFilter filter) {
        Effort effort = known.effort(filter);
        if (measured == null) {
            return true;
        }
        long times = switch (measured) {
            case PROMPT_TOKENS -> effort.withPrompt();
            case OUTPUT_TOKENS -> effort.withOutput();
            case TOKENS -> effort.withPrompt() + effort.withOutput();
            case TIME -> effort.withMillis();
        };
        return times > 0;
    }

    private static boolean traced(Selection.Traced traced, Known known) {
        if (traced.equals(Selection.Traced.ANYTHING)) {
            return true;
        }
        AnswerReading read = known.reading;
        if (read == null) {
            return false;
        }
        List<StepStatus> statuses = read.statuses();
        List<Predicate<AnswerReading>> all = new ArrayList<>();
        all.add(r -> traced.finding() == null || r.findings().contains(traced.finding()));
        all.add(r -> traced.without() == null
                || (!r.findings().contains(traced.without())
                        && (traced.without() == Finding.FALSE_ARITHMETIC || !statuses.isEmpty())));
        all.add(r -> traced.position() == 0 || statuses.size() >= traced.position());
        all.add(r -> traced.status() == null
                || (traced.position() == 0
                        ? statuses.contains(traced.status())
                        : statuses.size() >= traced.position()
                                && (traced.orLater()
                                        ? statuses.subList(traced.position() - 1, statuses.size())
                                                .contains(traced.status())
                                        : statuses.get(traced.position() - 1) == traced.status())));
        all.add(r -> traced.never() == null || (!statuses.isEmpty() && !statuses.contains(traced.never())));
        all.add(r -> traced.steps() == 0
                || (traced.orLater() ? statuses.size() >= traced.steps() : statuses.size() == traced.steps()));
        all.add(r -> traced.firstFalse() == 0
                || (traced.orLater() ? r.firstFalse() >= traced.firstFalse() : r.firstFalse() == traced.firstFalse()));
        return all.stream().allMatch(condition -> condition.test(read));
    }

    private boolean paired(Selection.@Nullable Paired paired, Known known, ResultFilter filter) {
        return paired == null
                || (isFirst(known)
                        && passing(filter).stream()
                                .anyMatch(other -> isFirst(other)
                                        && other.cell().equals(paired.others().get(known.cell()))
                                        && bout(other).equals(bout(known))
                                        && paired.outcomes().contains(other.effective(filter))));
    }
}
