package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Compares every answer that was read with its label, with exact-match grading and with the other answers to its problem, and
 * keeps up with each label that is made or taken back. To be used on the screen's thread.
 */
public final class Doubts {
    private final Map<String, ItemRow> rows = new HashMap<>();
    private final Map<String, ReadAnswer> answers = new HashMap<>();
    private final SameValues values = new SameValues();
    private final Map<String, Set<Doubt>> doubts = new HashMap<>();
    private final Map<Doubt, Integer> counts = new EnumMap<>(Doubt.class);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final Consumer<Collection<String>> changed;
    private boolean hidden;

    /**
     * A labelled answer as it is compared with others.
     *
     * @param row the item
     * @param verdict what the person said
     * @param value the value they said it about
     */
    public record Decided(ItemRow row, Verdict verdict, String value) {}

    /** @param changed hears the keys of the items whose doubts are others now */
    Doubts(Consumer<Collection<String>> changed) {
        this.changed = changed;
    }

    /** Counts up whenever anything here is another. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** The doubts about an item; none while it has not been read. */
    public Set<Doubt> of(String key) {
        return doubts.getOrDefault(key, Set.of());
    }

    /** How many of the items read so far have this doubt. */
    public int count(Doubt doubt) {
        return counts.getOrDefault(doubt, 0);
    }

    /** Whether items without a verdict have no doubts, because they would tell what is hidden until the person has decided. */
    public void hideUndecided(boolean hide) {
        if (hidden != hide) {
            hidden = hide;
            refresh(List.copyOf(answers.keySet()));
        }
    }

    /** The labelled answer of an item; empty where it has no verdict or no value, or has not been read. */
    public Optional<Decided> decided(String key) {
        ItemRow row = rows.get(key);
        ReadAnswer answer = answers.get(key);
        if (row == null || answer == null || row.label().verdict() == null) {
            return Optional.empty();
        }
        String value = answer.judged(row.label());
        return value == null
                ? Optional.empty()
                : Optional.of(new Decided(row, row.label().verdict(), value));
    }

    /** The answers to the same problem with the same value and the other verdict, the one labelled last first. */
    public List<Decided> against(String key) {
        return values.against(key).stream()
                .flatMap(other -> decided(other).stream())
                .sorted(Comparator.comparingLong((Decided other) -> other.row().labelledAt())
                        .reversed())
                .toList();
    }

    /** The item is there, as new or with another label. */
    void present(ItemRow row) {
        ItemRow before = rows.put(row.key(), row);
        if (answers.containsKey(row.key()) && (before == null || !before.label().equals(row.label()))) {
            regroup(row.key());
        }
    }

    /** The answer of an item was read, or was found to be none. */
    void read(String key, @Nullable ReadAnswer answer) {
        if (answer == null) {
            answers.remove(key);
        } else {
            answers.put(key, answer);
        }
        regroup(key);
    }

    void gone(String key) {
        rows.remove(key);
        answers.remove(key);
        regroup(key);
    }

    private void regroup(String key) {
        Set<String> touched = new HashSet<>(values.with(key));
        decided(key)
                .ifPresentOrElse(
                        one -> values.put(key, one.row().problem().id(), one.value(), one.verdict()),
                        () -> values.remove(key));
        touched.addAll(values.with(key));
        touched.add(key);
        refresh(touched);
    }

    private void refresh(Collection<String> keys) {
        List<String> others = new ArrayList<>();
        for (String key : keys) {
            Set<Doubt> before = of(key);
            Set<Doubt> now = compute(key);
            if (!before.equals(now)) {
                before.forEach(doubt -> counts.merge(doubt, -1, Integer::sum));
                now.forEach(doubt -> counts.merge(doubt, 1, Integer::sum));
                if (now.isEmpty()) {
                    doubts.remove(key);
                } else {
                    doubts.put(key, now);
                }
                others.add(key);
            }
        }
        if (!others.isEmpty()) {
            changed.accept(others);
        }
        changes.set(changes.get() + 1);
    }

    private Set<Doubt> compute(String key) {
        ItemRow row = rows.get(key);
        ReadAnswer answer = answers.get(key);
        Set<Doubt> found = EnumSet.noneOf(Doubt.class);
        if (row == null || answer == null || (hidden && row.label().verdict() == null)) {
            return found;
        }
        if (answer.suggestion() == Judgement.Suggestion.UNSURE) {
            found.add(Doubt.SUGGESTION_UNSURE);
        }
        if (answer.mismatch()) {
            found.add(Doubt.FORMAT_MISMATCH);
        }
        Verdict verdict = row.label().verdict();
        if (verdict == null) {
            return found;
        }
        Judgement.Suggestion other = verdict == Verdict.TRUE ? Judgement.Suggestion.FALSE : Judgement.Suggestion.TRUE;
        if (answer.suggestion() == other) {
            found.add(Doubt.SUGGESTION_DIFFERS);
        }
        if (answer.strict() != null && answer.strict() != verdict) {
            found.add(Doubt.STRICT_DIFFERS);
        }
        if (values.isContradicted(key)) {
            found.add(Doubt.INCONSISTENT);
        }
        return found;
    }
}
