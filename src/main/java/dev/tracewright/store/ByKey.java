package dev.tracewright.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values by the keys of a small table, for counts that look one up for each of very many rows: no more than a place in a list, where a
 * map would make an object of every key.
 */
final class ByKey<T> {
    private final List<@Nullable T> values = new ArrayList<>();

    /** @param key from 0 */
    void put(int key, T value) {
        while (values.size() <= key) {
            values.add(null);
        }
        values.set(key, value);
    }

    @Nullable
    T get(int key) {
        return key < values.size() ? values.get(key) : null;
    }

    /** The keys of what is there. */
    Set<Integer> keys() {
        return entries().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** What is there, in the order of the keys. */
    Stream<Map.Entry<Integer, T>> entries() {
        return IntStream.range(0, values.size()).boxed().flatMap(key -> {
            T value = values.get(key);
            return value == null ? Stream.empty() : Stream.of(Map.entry(key, value));
        });
    }
}
