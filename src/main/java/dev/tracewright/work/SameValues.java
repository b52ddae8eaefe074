package dev.tracewright.work;

import dev.tracewright.answer.Equality;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups the labelled answers to each problem by their value, so that one look tells whether equal values got both verdicts;
 * every value is compared once with the few others of its problem.
 */
final class SameValues {
    /** Values of one problem that are written differently and mean the same share a group. */
    private static final class OfProblem {
        private final Map<String, Group> byValue = new HashMap<>();
        private final Map<String, Group> representatives = new LinkedHashMap<>();

        Group group(String value) {
            return byValue.computeIfAbsent(
                    value,
                    written -> representatives.entrySet().stream()
                            .filter(entry -> Equality.same(entry.getKey(), written))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseGet(() -> {
                                Group made = new Group();
                                representatives.put(written, made);
                                return made;
                            }));
        }
    }

    private static final class Group {
        private final Map<String, Verdict> members = new LinkedHashMap<>();
        private int right;

        void put(String key, Verdict verdict) {
            remove(key);
            members.put(key, verdict);
            right += verdict == Verdict.TRUE ? 1 : 0;
        }

        void remove(String key) {
            right -= members.remove(key) == Verdict.TRUE ? 1 : 0;
        }

        boolean holds(Verdict verdict) {
            return verdict == Verdict.TRUE ? right > 0 : members.size() > right;
        }
    }

    private final Map<String, OfProblem> problems = new HashMap<>();
    private final Map<String, Group> groupOf = new HashMap<>();

    /** Puts an answer into the group of its value. */
    void put(String key, String problemId, String value, Verdict verdict) {
        remove(key);
        Group group = problems.computeIfAbsent(problemId, id -> new OfProblem()).group(value);
        group.put(key, verdict);
        groupOf.put(key, group);
    }

    /** Takes an answer out of its group, if it is in one. */
    void remove(String key) {
        Group group = groupOf.remove(key);
        if (group != null) {
            group.remove(key);
        }
    }

    /** The keys of the answers with the same value to the same problem, itself among them; none where it is not here. */
    Set<String> with(String key) {
        Group group = groupOf.get(key);
        return group == null ? Set.of() : Set.copyOf(group.members.keySet());
    }

    /** Whether an answer with the same value got the other verdict. */
    boolean isContradicted(String key) {
        Group group = groupOf.get(key);
        return group != null && group.holds(other(group.members.get(key)));
    }

    /** The keys of the answers with the same value and the other verdict. */
    List<String> against(String key) {
        Group group = groupOf.get(key);
        List<String> keys = new ArrayList<>();
        if (group != null) {
            Verdict wanted = other(group.members.get(key));
            group.members.forEach((member, verdict) -> {
                if (verdict == wanted) {
                    keys.add(member);
                }
            });
        }
        return keys;
    }

    private static Verdict other(@Nullable Verdict verdict) {
        return verdict == Verdict.TRUE ? Verdict.FALSE : Verdict.TRUE;
    }
}
