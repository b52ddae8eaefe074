package dev.tracewright.analysis;

import dev.tracewright.analysis.Selection.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people changed in the plans of a delegator, and what became of the answers. */
final class PlansSection {
    private PlansSection() {}

    static Optional<Section> of(Counted counted) {
        List<Correction> corrections = Correction.of(counted);
        long suggested =
                corrections.stream().mapToLong(each -> each.pairs().suggested()).sum();
        TableBuilder table = new TableBuilder(
                        "plans",
                        Footnotes.title(AnalysisTexts.of("plans.title"), suggested),
                        AnalysisTexts.of("plans.note"))
                .words("dataset", "delegator")
                .figures("plans", "changed", "changed-share", "inserted", "deleted", "moved", "reworded", "editing")
                .figures("pairs", "mended", "spoilt")
                .footnotes(Footnotes.ofSuggested(suggested));
        counted.answered().delegations().stream()
                .filter(group -> group.plans() > 0)
                .sorted(Comparator.comparing(DelegationGroup::dataset, Names.ORDER)
                        .thenComparing(DelegationGroup::delegator, Names.ORDER))
                .forEach(group -> table.row(row(counted, group, corrections)));
        return Sections.of("plans", List.of(), List.of(table));
    }

    /** The answers that follow the plans of a delegator, as written and as corrected; null where nobody has followed any. */
    static @Nullable Selection given(Counted counted, DelegationGroup group) {
        return following(
                AnalysisTexts.of("open.plans", group.delegator(), group.dataset()), counted, cell -> of(cell, group));
    }

    private static @Nullable Selection changed(Counted counted, DelegationGroup group) {
        return following(
                AnalysisTexts.of("open.plans.changed", group.delegator(), group.dataset()),
                counted,
                cell -> cell.corrected() && of(cell, group));
    }

    private static @Nullable Selection following(String title, Counted counted, Predicate<Cell> wanted) {
        Set<Cell> cells = counted.cells().keySet().stream().filter(wanted).collect(Collectors.toSet());
        return cells.isEmpty() ? null : Selection.of(title, cells);
    }

    private static boolean of(Cell cell, DelegationGroup group) {
        return cell.dataset().equals(group.dataset()) && group.delegator().equals(cell.delegator());
    }

    /** The answers to corrected steps whose problem was judged with the steps as written, too. */
    private static Selection turned(String title, List<Correction> corrections, Said corrected, Outcome... original) {
        Map<Cell, Cell> before = new HashMap<>();
        corrections.forEach(each ->
                before.put(each.cell(), each.original().cells().iterator().next()));
        return Selection.of(title, before.keySet()).said(corrected).against(before, original);
    }

    private static List<Value> row(Counted counted, DelegationGroup group, List<Correction> corrections) {
        PairTally pairs = new PairTally();
        List<Correction> mine =
                corrections.stream().filter(each -> of(each.cell(), group)).toList();
        mine.forEach(each -> pairs.add(each.pairs()));
        long changed = group.changed();
        @Nullable Selection opens = changed(counted, group);
        List<Value> values = new ArrayList<>(List.of(
                Value.words(group.dataset()),
                Value.words(Names.shown(group.delegator())),
                Values.count(group.plans(), given(counted, group)),
                Values.count(changed, opens),
                Values.percent(new Proportion(changed, Math.max(changed, group.plans())), opens),
                perPlan((double) group.inserted(), changed, opens),
                perPlan((double) group.deleted(), changed, opens),
                perPlan((double) group.moved(), changed, opens),
                perPlan((double) group.reworded(), changed, opens),
                perPlan(group.editingSeconds(), changed, opens)));
        String name = AnalysisTexts.of("name.steps", group.delegator());
        values.add(Values.count(
                pairs.n(),
                turned(AnalysisTexts.of("open.pairs", name), mine, Said.JUDGED, Outcome.TRUE, Outcome.FALSE)));
        values.add(
                pairs.n() == 0
                        ? Value.NONE
                        : Values.count(
                                pairs.test().won(),
                                turned(
                                        AnalysisTexts.of("open.mended", name),
                                        mine,
                                        Said.of(Outcome.TRUE),
                                        Outcome.FALSE)));
        values.add(
                pairs.n() == 0
                        ? Value.NONE
                        : Values.count(
                                pairs.test().lost(),
                                turned(
                                        AnalysisTexts.of("open.spoilt", name),
                                        mine,
                                        Said.of(Outcome.FALSE),
                                        Outcome.TRUE)));
        return values;
    }

    private static Value perPlan(double sum, long changed, @Nullable Selection opens) {
        return Values.amount(changed == 0 ? null : Double.valueOf(sum / changed), opens);
    }
}
