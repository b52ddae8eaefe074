package dev.tracewright.exchange;

import dev.tracewright.exchange.YamlNode.Entry;
import dev.tracewright.exchange.YamlNode.Items;
import dev.tracewright.exchange.YamlNode.Keys;
import dev.tracewright.exchange.YamlNode.Kind;
import dev.tracewright.exchange.YamlNode.Scalar;
import dev.tracewright.experiment.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A group of keys of a YAML file that is asked for its values by key and type; every fault is a sentence with its line. */
final class YamlGroup {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,4})?");

    /** Makes something of a value. */
    interface Reading<T> {
        T of(YamlNode node) throws YamlFaultException;
    }

    private final Keys keys;
    private final String name;

    private YamlGroup(Keys keys, String name) {
        this.keys = keys;
        this.name = name;
    }

    /**
     * The group with its keys checked.
     *
     * @param name how it is called in messages
     * @param known the keys it may have
     */
    static YamlGroup of(YamlNode node, String name, String... known) throws YamlFaultException {
        if (!(node instanceof Keys keys)) {
            throw new YamlFaultException(
                    node.line(),
                    name + " must be a group of keys (" + String.join(", ", known) + "), but " + node.described()
                            + " stands here.");
        }
        for (Entry entry : keys.entries()) {
            if (!List.of(known).contains(entry.key())) {
                throw new YamlFaultException(
                        entry.line(),
                        "The key '" + Shown.of(entry.key()) + "' is unknown in " + name
                                + Nearest.to(entry.key(), List.of(known))
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("; known are " + String.join(", ", known) + "."));
            }
        }
        return new YamlGroup(keys, name);
    }

    int line() {
        return keys.line();
    }

    @Nullable
    YamlNode get(String key) {
        for (Entry entry : keys.entries()) {
            if (entry.key().equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    YamlNode need(String key) throws YamlFaultException {
        YamlNode value = get(key);
        if (value == null) {
            throw new YamlFaultException(keys.line(), "The key '" + key + "' is missing in " + name + ".");
        }
        return value;
    }

    String text(String key) throws YamlFaultException {
        return text(need(key), key);
    }

    @Nullable
    String optionalText(String key) throws YamlFaultException {
        YamlNode node = get(key);
        return node == null ? null : text(node, key);
    }

    int integer(String key, int otherwise) throws YamlFaultException {
        Integer value = optionalInteger(key);
        return value == null ? otherwise : value;
    }

    @Nullable
    Integer optionalInteger(String key) throws YamlFaultException {
        YamlNode node = get(key);
        return node == null ? null : integer(node, key);
    }

    @Nullable
    Long optionalLong(String key) throws YamlFaultException {
        YamlNode node = get(key);
        return node == null ? null : whole(node, key);
    }

    @Nullable
    Double optionalDecimal(String key) throws YamlFaultException {
        YamlNode node = get(key);
        return node == null ? null : Double.valueOf(decimal(node, key));
    }

    @Nullable
    BigDecimal optionalAmount(String key) throws YamlFaultException {
        YamlNode node = get(key);
        return node == null ? null : new BigDecimal(decimal(node, key));
    }

    boolean truth(String key, boolean otherwise) throws YamlFaultException {
        YamlNode node = get(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Scalar scalar && scalar.kind() == Kind.TRUTH) {
            return scalar.text().equals("true");
        }
        throw wrong(node, key, "true or false");
    }

    /** The items of a list; none where the key is missing. */
    <T> List<T> list(String key, Reading<T> reading) throws YamlFaultException {
        YamlNode node = get(key);
        return node == null ? List.of() : list(node, key, reading);
    }

    static <T> List<T> list(YamlNode node, String key, Reading<T> reading) throws YamlFaultException {
        if (!(node instanceof Items list)) {
            throw wrong(node, key, "a list");
        }
        List<T> read = new ArrayList<>();
        for (YamlNode item : list.items()) {
            read.add(reading.of(item));
        }
        return read;
    }

    /** A text; a number or true and false count as the text they are written as. */
    static String text(YamlNode node, String key) throws YamlFaultException {
        if (node instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
            return scalar.text();
        }
        throw wrong(node, key, "a text");
    }

    static int integer(YamlNode node, String key) throws YamlFaultException {
        long value = whole(node, key);
        if (value != (int) value) {
            throw new YamlFaultException(
                    node.line(), "'" + key + "' is " + value + ", which is too large or too small.");
        }
        return (int) value;
    }

    private static long whole(YamlNode node, String key) throws YamlFaultException {
        if (node instanceof Scalar scalar && scalar.kind() == Kind.NUMBER) {
            try {
                return Long.parseLong(scalar.text());
            } catch (NumberFormatException e) {
                throw new YamlFaultException(
                        node.line(),
                        "'" + key + "' must be a whole number, but it is " + Shown.of(scalar.text()) + ".");
            }
        }
        throw wrong(node, key, "a whole number");
    }

    static String decimal(YamlNode node, String key) throws YamlFaultException {
        if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.NUMBER) {
            throw wrong(node, key, "a number");
        }
        if (!DECIMAL.matcher(scalar.text()).matches()) {
            throw new YamlFaultException(
                    node.line(), "'" + key + "' must be a plain number, but it is " + Shown.of(scalar.text()) + ".");
        }
        return scalar.text();
    }

    static YamlFaultException wrong(YamlNode node, String key, String wanted) {
        return new YamlFaultException(
                node.line(), "'" + key + "' must be " + wanted + ", but " + node.described() + " stands here.");
    }
}
