package dev.tracewright.store;

import dev.tracewright.trace.Flag;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills every component of a record with a value that occurs nowhere else, so that a component that is not stored shows. */
final class Distinctive {
    private int next = 100;

    /** A record of the type; components named in {@code given} get these values instead. */
    <T extends Record> T fill(Class<T> type, Map<String, Object> given) {
        return build(type, given, null);
    }

    /** The same with null in the component {@code absent}. */
    <T extends Record> T without(Class<T> type, String absent, Map<String, Object> given) {
        return build(type, given, absent);
    }

    private <T extends Record> T build(Class<T> type, Map<String, Object> given, @Nullable String absent) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (component.getName().equals(absent)) {
                values[i] = null;
            } else if (given.containsKey(component.getName())) {
                values[i] = given.get(component.getName());
            } else {
                values[i] = value(component.getName(), component.getType(), component.getGenericType());
            }
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot build a " + type.getSimpleName(), e);
        }
    }

    private Object value(String name, Class<?> type, Type generic) {
        next++;
        if (type == String.class) {
            return name + " #" + next + " ü 中文 🥚";
        } else if (type == int.class || type == Integer.class) {
            return next;
        } else if (type == long.class || type == Long.class) {
            return 5_000_000_000L + next;
        } else if (type == double.class) {
            return next + 0.625;
        } else if (type == boolean.class) {
            return true;
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[constants.length - 1];
        } else if (type == Set.class && argument(generic) == Flag.class) {
            return Set.of(Flag.EXTRA_INFORMATION, Flag.NEEDS_ANALYSIS);
        } else if (type == List.class) {
            Class<?> element = argument(generic);
            return List.of(value(name, element, element), value(name, element, element));
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(next, 7).stripTrailingZeros();
        } else if (type.isRecord()) {
            return fill(type.asSubclass(Record.class), Map.of());
        }
        throw new AssertionError("no distinctive value is known for " + name + " of " + generic
                + ": teach this class one, and the store to keep it");
    }

    private static Class<?> argument(Type generic) {
        return (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
    }
}
