package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The items of a session in order, what of them is shown, and where the person is. An item that stops matching the filter
 * because it was just labelled stays in its place until the filter is set again, so that nothing jumps under the hands.
 */
public final class ItemQueue {
    private final List<ItemRow> all = new ArrayList<>();
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final ObservableList<ItemRow> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ItemRow> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper();
    private QueueFilter filter = QueueFilter.ALL;
    private Function<String, Set<Finding>> findings = key -> Set.of();
    private Function<String, Set<Doubt>> doubts = key -> Set.of();
    private Follower follower = Follower.NOBODY;

    /** Hears which items came, changed and went; on the screen's thread. */
    interface Follower {
        /** Nobody. */
        Follower NOBODY = new Follower() {
            @Override
            public void present(ItemRow row) {}

            @Override
            public void gone(String key) {}
        };

        /** The item is there, as new or with anything about it changed. */
        void present(ItemRow row);

        /** There is no item with this key any more. */
        void gone(String key);
    }

    /** Tells {@code newFollower} of every item, now and from now on, and filters by what the functions say of a key. */
    void followedBy(Follower newFollower, Function<String, Set<Finding>> found, Function<String, Set<Doubt>> doubted) {
        follower = newFollower;
        findings = found;
        doubts = doubted;
        all.forEach(newFollower::present);
    }

    /** Replaces all items and keeps the person's place where it still exists. */
    public void load(List<ItemRow> rows) {
        replace(rows, Set.of());
    }

    private void replace(List<ItemRow> rows, Set<String> staying) {
        ItemRow before = current.get();
        List<String> keys = List.copyOf(indexOf.keySet());
        all.clear();
        all.addAll(rows);
        reindex();
        keys.stream().filter(key -> !indexOf.containsKey(key)).forEach(follower::gone);
        all.forEach(follower::present);
        shown.setAll(all.stream()
                .filter(row -> staying.contains(row.key()) || accepts(row))
                .toList());
        if (before != null && indexOf.containsKey(before.key())) {
            select(before.key());
        } else {
            current.set(shown.isEmpty() ? null : shown.getFirst());
        }
    }

    /** Every item as it is now, in order, whatever is shown. */
    public List<ItemRow> items() {
        return List.copyOf(all);
    }

    /**
     * Takes over what others have brought into the session, and keeps what the person changed or made meanwhile, and what is
     * shown.
     *
     * @param seen the items before the session was read
     * @param read the items that were read, everything in {@code seen} among them that still is
     */
    public void bring(List<ItemRow> seen, List<ItemRow> read) {
        Map<String, ItemRow> before = byKey(seen);
        Set<String> there = byKey(read).keySet();
        List<ItemRow> merged = new ArrayList<>();
        for (ItemRow row : read) {
            ItemRow now = find(row.key()).orElse(row);
            merged.add(now.equals(before.get(row.key())) ? row : now);
        }
        for (int i = 0; i < all.size(); i++) {
            ItemRow row = all.get(i);
            if (!before.containsKey(row.key()) && !there.contains(row.key())) {
                ItemRow neighbour = i == 0 ? null : all.get(i - 1);
                merged.add(merged.indexOf(neighbour) + 1, row);
            }
        }
        if (!merged.equals(all)) {
            replace(merged, shown.stream().map(ItemRow::key).collect(Collectors.toSet()));
        }
    }

    private static Map<String, ItemRow> byKey(List<ItemRow> rows) {
        Map<String, ItemRow> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }

    /** The items that are shown, in order. */
    public ObservableList<ItemRow> shown() {
        return shown;
    }

    /** The item before the person, or null when there is none. */
    public ReadOnlyObjectProperty<@Nullable ItemRow> current() {
        return current.getReadOnlyProperty();
    }

    /** How many of all items that can be judged have a verdict. */
    public ReadOnlyIntegerProperty decided() {
        return decided.getReadOnlyProperty();
    }

    /** How many items can be judged: those with a response. */
    public int judgeable() {
        return (int) all.stream().filter(row -> row.responseId() != null).count();
    }

    public int size() {
        return all.size();
    }

    public QueueFilter filter() {
        return filter;
    }

    /** Shows what the filter accepts; the person's place stays where it is if it is still shown. */
    public void setFilter(QueueFilter newFilter) {
        filter = newFilter;
        refilter();
        ItemRow row = current.get();
        if ((row == null || shownIndex(row.key()) < 0) && !shown.isEmpty()) {
            current.set(shown.getFirst());
        }
    }

    /** Every solver that occurs, in alphabetical order. */
    public List<String> solvers() {
        TreeSet<String> names = new TreeSet<>();
        for (ItemRow row : all) {
            if (row.solver() != null) {
                names.add(row.solver());
            }
        }
        return List.copyOf(names);
    }

    /** How many items are in this state, whatever is shown. */
    public long count(QueueFilter.State state) {
        return all.stream().filter(state::holds).count();
    }

    /** Goes to the item with this key, if there is one; shows it even where the filter would hide it. */
    public void select(String key) {
        Integer index = indexOf.get(key);
        if (index == null) {
            return;
        }
        ItemRow row = all.get(index);
        if (shownIndex(key) < 0) {
            shown.add(placeAmongShown(index), row);
        }
        current.set(row);
    }

    /** Goes {@code by} items forward (or back, where negative) among those shown; stops at the ends. */
    public void move(int by) {
        ItemRow row = current.get();
        if (shown.isEmpty()) {
            return;
        }
        int at = row == null ? -1 : shownIndex(row.key());
        current.set(shown.get(Math.clamp(at + by, 0, shown.size() - 1)));
    }

    /** The next shown item without a verdict after the current one, going round; empty when all are decided. */
    public Optional<ItemRow> nextOpen() {
        return next(
                candidate -> candidate.responseId() != null && candidate.label().verdict() == null);
    }

    /** The next shown item that waits for a review after the current one, going round; empty when none does. */
    public Optional<ItemRow> nextToReview() {
        return next(QueueFilter.State.REVIEW::holds);
    }

    private Optional<ItemRow> next(Predicate<ItemRow> wanted) {
        ItemRow row = current.get();
        int from = row == null ? -1 : shownIndex(row.key());
        for (int i = 1; i <= shown.size(); i++) {
            ItemRow candidate = shown.get(Math.floorMod(from + i, shown.size()));
            boolean itself = row != null && candidate.key().equals(row.key());
            if (!itself && wanted.test(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Changes one item in its place; does nothing where it is gone. */
    public void update(String key, UnaryOperator<ItemRow> change) {
        Integer index = indexOf.get(key);
        if (index == null) {
            return;
        }
        ItemRow changed = change.apply(all.get(index));
        all.set(index, changed);
        if (!changed.key().equals(key)) {
            indexOf.remove(key);
            indexOf.put(changed.key(), index);
            follower.gone(key);
        }
        follower.present(changed);
        int at = shownIndex(key);
        if (at >= 0) {
            shown.set(at, changed);
        }
        ItemRow row = current.get();
        if (row != null && row.key().equals(key)) {
            current.set(changed);
        }
        recount();
    }

    /**
     * Adds an item right behind the one with {@code afterKey} (at the end where that is gone) and goes to it if the person is on
     * that one; a person who has gone on stays where they are.
     */
    public void insertAfter(String afterKey, ItemRow row) {
        Integer index = indexOf.get(afterKey);
        int place = index == null ? all.size() : index + 1;
        all.add(place, row);
        reindex();
        follower.present(row);
        ItemRow before = current.get();
        if (before == null || before.key().equals(afterKey)) {
            select(row.key());
        } else if (accepts(row)) {
            shown.add(placeAmongShown(place), row);
        }
    }

    /** Every item of the session for which this holds, whatever is shown. */
    public List<ItemRow> matching(Predicate<ItemRow> condition) {
        return all.stream().filter(condition).toList();
    }

    /** The item with this key. */
    public Optional<ItemRow> find(String key) {
        Integer index = indexOf.get(key);
        return index == null ? Optional.empty() : Optional.of(all.get(index));
    }

    /** The position of the item among those shown, from 0, or -1. */
    public int shownIndex(String key) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private int placeAmongShown(int index) {
        int place = 0;
        while (place < shown.size() && indexOf.getOrDefault(shown.get(place).key(), 0) < index) {
            place++;
        }
        return place;
    }

    private boolean accepts(ItemRow row) {
        return filter.accepts(row, findings.apply(row.key()), doubts.apply(row.key()));
    }

    /** Shows those of these items that the filter accepts now that more is known of them; what is shown stays. */
    void found(Collection<String> keys) {
        if (!filter.needsReading()) {
            return;
        }
        TreeSet<Integer> places = new TreeSet<>();
        shown.forEach(row -> places.add(indexOf.get(row.key())));
        int last = places.isEmpty() ? -1 : places.last();
        List<Integer> added = keys.stream()
                .map(indexOf::get)
                .filter(place -> place != null && accepts(all.get(place)) && places.add(place))
                .sorted()
                .toList();
        if (!added.isEmpty() && added.getFirst() > last) {
            shown.addAll(added.stream().map(all::get).toList());
        } else if (!added.isEmpty()) {
            shown.setAll(places.stream().map(all::get).toList());
        }
    }

    private void refilter() {
        shown.setAll(all.stream().filter(this::accepts).toList());
    }

    private void reindex() {
        indexOf.clear();
        for (int i = 0; i < all.size(); i++) {
            indexOf.put(all.get(i).key(), i);
        }
        recount();
    }

    private void recount() {
        decided.set(
                (int) all.stream().filter(row -> row.label().verdict() != null).count());
    }
}
