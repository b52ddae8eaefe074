package dev.tracewright.store;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.trace.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What several annotators say of one answer, in the eyes of a filter that says which of them count, and whose verdict settles it. */
final class Panels {
    private final Map<Integer, String> names;
    private final @Nullable Set<Integer> counting;
    private final Set<Integer> adjudicators;
    private final ByKey<Integer> together = new ByKey<>();
    private final ByKey<Map<String, Verdict>> verdicts = new ByKey<>();

    private Panels(Map<Integer, String> names, ResultFilter filter) {
        this.names = names;
        Set<String> wanted = new HashSet<>(filter.annotators());
        wanted.addAll(filter.adjudicators());
        counting = filter.annotators().isEmpty() || wanted.containsAll(names.values()) ? null : keys(names, wanted);
        adjudicators = keys(names, filter.adjudicators());
    }

    private static Set<Integer> keys(Map<Integer, String> names, Set<String> wanted) {
        return names.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Reads what a snapshot has. */
    static Panels of(Handle handle, ResultFilter filter) {
        Map<Integer, String> names = handle.createQuery("SELECT id, name FROM annotator")
                .map((row, context) -> Map.entry(row.getInt("id"), row.getString("name")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
        Panels panels = new Panels(names, filter);
        handle.createQuery("SELECT id, code FROM panel")
                .map((row, context) -> Map.entry(row.getInt("id"), row.getString("code")))
                .forEach(panel -> panels.add(panel.getKey(), panel.getValue()));
        return panels;
    }

    private void add(int key, String code) {
        int said = 0;
        int settled = 0;
        Map<String, Verdict> decided = new HashMap<>();
        for (String one : code.isEmpty() ? new String[0] : code.split(",", -1)) {
            int colon = one.indexOf(':');
            int annotator = Integer.parseInt(one.substring(0, colon));
            int saying = Integer.parseInt(one.substring(colon + 1));
            if (adjudicators.contains(annotator)) {
                settled |= saying;
            } else if (counting == null || counting.contains(annotator)) {
                said |= saying;
                if (Codes.decided(saying)) {
                    decided.put(
                            Objects.requireNonNull(names.get(annotator)),
                            (saying & Codes.TRUE) == 0 ? Verdict.FALSE : Verdict.TRUE);
                }
            }
        }
        together.put(key, Codes.decided(settled) ? settled : said | settled);
        verdicts.put(key, Map.copyOf(decided));
    }

    /** The keys of the annotators that count, or null where all do. */
    @Nullable
    Set<Integer> counting() {
        return counting;
    }

    /** What the annotators who count say together, as a said code; where adjudicators have decided, what these say. */
    int said(int panel) {
        Integer said = together.get(panel);
        return said == null ? 0 : said;
    }

    /** The verdict of each annotator who counts and has decided, apart from adjudicators. */
    Map<String, Verdict> verdicts(int panel) {
        Map<String, Verdict> decided = verdicts.get(panel);
        return decided == null ? Map.of() : decided;
    }

    /** The keys of the panels of whose said code this holds, with commas between. */
    String where(IntPredicate condition) {
        return ResultKeys.list(together.entries()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /** The keys of the panels in which so many and these annotators gave such verdicts, with commas between. */
    String judging(Said wanted) {
        return ResultKeys.list(verdicts.entries()
                .filter(entry -> entry.getValue().size() >= wanted.judges()
                        && (!wanted.differing()
                                || Set.copyOf(entry.getValue().values()).size() > 1)
                        && gave(entry.getValue(), wanted))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    private static boolean gave(Map<String, Verdict> decided, Said wanted) {
        return wanted.verdicts().entrySet().stream().allMatch(entry -> {
            Verdict verdict = decided.get(entry.getKey());
            return verdict != null && entry.getValue().contains(verdict);
        });
    }
}
