package dev.tracewright.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
                .forEach(group -> table.row(row(group, corrections)));
        return Sections.of("plans", List.of(), List.of(table));
    }

    private static List<Value> row(DelegationGroup group, List<Correction> corrections) {
        PairTally pairs = new PairTally();
        corrections.stream()
                .filter(each -> each.cell().dataset().equals(group.dataset())
                        && group.delegator().equals(each.cell().delegator()))
                .forEach(each -> pairs.add(each.pairs()));
        long changed = group.changed();
        List<Value> values = new ArrayList<>(List.of(
                Value.words(group.dataset()),
                Value.words(Names.shown(group.delegator())),
                Values.count(group.plans(), null),
                Values.count(changed, null),
                Values.percent(new Proportion(changed, Math.max(changed, group.plans())), null),
                perPlan((double) group.inserted(), changed),
                perPlan((double) group.deleted(), changed),
                perPlan((double) group.moved(), changed),
                perPlan((double) group.reworded(), changed),
                perPlan(group.editingSeconds(), changed)));
        values.add(Values.count(pairs.n(), null));
        values.add(pairs.n() == 0 ? Value.NONE : Values.count(pairs.test().won(), null));
        values.add(pairs.n() == 0 ? Value.NONE : Values.count(pairs.test().lost(), null));
        return values;
    }

    private static Value perPlan(double sum, long changed) {
        return Values.amount(changed == 0 ? null : Double.valueOf(sum / changed));
    }
}
