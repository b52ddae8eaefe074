package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import dev.tracewright.analysis.Selection.Measured;
import dev.tracewright.analysis.Selection.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What answers took in tokens, money and time, and what each point of accuracy gained by Trace-of-Thought took more. */
final class CostSection {
    private static final Comparator<DelegationGroup> BY_NAME = Comparator.comparing(
                    DelegationGroup::dataset, Names.ORDER)
            .thenComparing(DelegationGroup::delegator, Names.ORDER);

    private final Counted counted;
    private final List<String> currencies;
    private final Map<String, Map<String, DelegationGroup>> delegations = new HashMap<>();

    private CostSection(Counted counted) {
        this.counted = counted;
        Set<String> found = new TreeSet<>();
        counted.cells()
                .values()
                .forEach(tally -> found.addAll(tally.effort().costNano().keySet()));
        for (DelegationGroup group : counted.answered().delegations()) {
            found.addAll(group.effort().costNano().keySet());
            delegations
                    .computeIfAbsent(group.dataset(), dataset -> new HashMap<>())
                    .put(group.delegator(), group);
        }
        currencies = List.copyOf(found);
    }

    static Optional<Section> of(Counted counted) {
        CostSection section = new CostSection(counted);
        boolean known = counted.cells().values().stream().anyMatch(tally -> spent(tally.effort()))
                || counted.answered().delegations().stream().anyMatch(group -> spent(group.effort()));
        return known
                ? Sections.of("cost", List.of(), List.of(section.answers(), section.plans(), section.points()))
                : Optional.empty();
    }

    private static boolean spent(Effort effort) {
        return effort.withPrompt() > 0
                || effort.withOutput() > 0
                || effort.withMillis() > 0
                || effort.personSeconds() > 0
                || !effort.costNano().isEmpty();
    }

    private TableBuilder money(TableBuilder table) {
        currencies.forEach(currency -> table.figure("money-" + currency, AnalysisTexts.of("column.money", currency)));
        return table;
    }

    /** Every cell, per answer, without the steps it follows. */
    private TableBuilder answers() {
        TableBuilder table = money(
                        new TableBuilder("cost", AnalysisTexts.of("cost.title"), AnalysisTexts.of("cost.note"))
                                .words("dataset", "solver", "approach")
                                .figures("answers", "prompt-tokens", "output-tokens"))
                .figures("model-seconds", "person-seconds");
        for (Board board : counted.boards()) {
            for (Map.Entry<Party, ? extends Map<Series, Pool>> row :
                    board.pools().entrySet()) {
                row.getValue().forEach((series, pool) -> {
                    Tally tally = pool.tally();
                    Selection all = Selection.of(
                            AnalysisTexts.of("open.cell", row.getKey().name(), series.name(), board.dataset()),
                            pool.cells());
                    List<Value> values = new ArrayList<>(List.of(
                            Value.words(board.dataset()),
                            Value.words(row.getKey().name()),
                            Value.words(series.name()),
                            Values.count(tally.answers(), all)));
                    spending(values, Outgo.of(tally.effort(), tally.answers()), all);
                    table.row(values);
                });
            }
        }
        return table;
    }

    /** What an answer took, each figure with the answers of which it is known. */
    private void spending(List<Value> values, Outgo outgo, Selection all) {
        values.add(Values.amount(outgo.promptTokens(), all.measured(Measured.PROMPT_TOKENS)));
        values.add(Values.amount(outgo.outputTokens(), all.measured(Measured.OUTPUT_TOKENS)));
        currencies.forEach(currency -> values.add(Values.amount(outgo.money().get(currency), all)));
        values.add(Values.amount(outgo.modelSeconds(), all.measured(Measured.TIME)));
        values.add(Values.amount(outgo.personSeconds(), all));
    }

    /** Every delegator, per plan; people's time is what they worked on the plans they changed. */
    private TableBuilder plans() {
        TableBuilder table = money(new TableBuilder(
                                "cost-plans", AnalysisTexts.of("cost-plans.title"), AnalysisTexts.of("cost-plans.note"))
                        .words("dataset", "delegator")
                        .figures("plans", "prompt-tokens", "output-tokens"))
                .figures("model-seconds", "person-seconds");
        counted.answered().delegations().stream()
                .filter(group -> group.plans() > 0 && spent(group.effort()))
                .sorted(BY_NAME)
                .forEach(group -> {
                    @Nullable Selection given = PlansSection.given(counted, group);
                    List<Value> values = new ArrayList<>(List.of(
                            Value.words(group.dataset()),
                            Value.words(Names.shown(group.delegator())),
                            Values.count(group.plans(), given)));
                    Outgo plan =
                            Outgo.of(group.effort(), group.plans()).withPerson(group.editingSeconds() / group.plans());
                    values.add(Values.amount(plan.promptTokens(), given));
                    values.add(Values.amount(plan.outputTokens(), given));
                    currencies.forEach(
                            currency -> values.add(Values.amount(plan.money().get(currency), given)));
                    values.add(Values.amount(plan.modelSeconds(), given));
                    values.add(Values.amount(plan.personSeconds(), given));
                    table.row(values);
                });
        return table;
    }

    /** Trace-of-Thought with its plans against the highest alternative, per point gained. */
    private TableBuilder points() {
        List<Match> all = counted.boards().stream()
                .flatMap(board -> board.matches(true).stream())
                .toList();
        long suggested = Footnotes.suggested(ComparisonSection.pools(all));
        TableBuilder table = new TableBuilder(
                        "cost-points",
                        Footnotes.title(AnalysisTexts.of("cost-points.title"), suggested),
                        AnalysisTexts.of("cost-points.note"))
                .words("dataset", "solver", "approach")
                .figures("gain", "tokens-both", "tokens-point");
        for (String currency : currencies) {
            table.figure("money-both-" + currency, AnalysisTexts.of("column.money-both", currency));
            table.figure("money-point-" + currency, AnalysisTexts.of("column.money-point", currency));
        }
        table.figures("seconds-both", "seconds-point", "person-both", "person-point")
                .footnotes(Footnotes.ofSuggested(suggested));
        for (Board board : counted.boards()) {
            board.matches(true).forEach(match -> table.row(points(board, match)));
        }
        return table;
    }

    private List<Value> points(Board board, Match match) {
        Outgo mine = withPlans(match.trace());
        Outgo other = Outgo.of(
                match.alternative().tally().effort(),
                match.alternative().tally().answers());
        double gain = match.trace().accuracy().percent()
                - match.alternative().accuracy().percent();
        Selection both = ComparisonSection.both(match);
        Selection trace = ComparisonSection.side(board, match, true).said(Said.ANYTHING);
        List<Value> values = new ArrayList<>(List.of(
                Value.words(board.dataset()),
                Value.words(match.party().name()),
                Value.words(match.series().name()),
                new Value(Numbers.pointsInColumn(gain), gain, "", null, both)));
        perPoint(values, mine.tokens(), other.tokens(), gain, trace.measured(Measured.TOKENS), both);
        for (String currency : currencies) {
            perPoint(values, mine.money().get(currency), other.money().get(currency), gain, trace, both);
        }
        perPoint(values, mine.modelSeconds(), other.modelSeconds(), gain, trace.measured(Measured.TIME), both);
        perPoint(values, mine.personSeconds(), other.personSeconds(), gain, trace, both);
        return values;
    }

    private static void perPoint(
            List<Value> values,
            @Nullable Double mine,
            @Nullable Double other,
            double gain,
            Selection trace,
            Selection both) {
        values.add(Values.amount(mine, trace));
        values.add(
                mine == null || other == null || gain <= 0 ? Value.NONE : Values.amount((mine - other) / gain, both));
    }

    /** What an answer took together with a plan of its delegator, and with changing one where it was corrected. */
    private Outgo withPlans(Pool pool) {
        Effort plans = Effort.NONE;
        long written = 0;
        double editing = 0;
        long changed = 0;
        for (Cell cell : pool.cells()) {
            DelegationGroup group =
                    delegations.getOrDefault(cell.dataset(), Map.of()).get(String.valueOf(cell.delegator()));
            if (group != null) {
                plans = plans.plus(group.effort());
                written += group.plans();
                editing += cell.corrected() ? group.editingSeconds() : 0;
                changed += cell.corrected() ? group.changed() : 0;
            }
        }
        Outgo answer = Outgo.of(pool.tally().effort(), pool.tally().answers());
        Outgo plan = written == 0 ? new Outgo(null, null, Map.of(), null, null) : Outgo.of(plans, written);
        return answer.plus(plan).withPerson(changed == 0 ? 0 : editing / changed);
    }
}
