package dev.tracewright.llm.demo;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The units that a step may ask to convert, each as an exact multiple of one unit of its dimension. */
final class Units {
    private static final Map<String, Unit> UNITS = new HashMap<>();

    private record Unit(String dimension, BigFraction size) {}

    static {
        add("time", BigFraction.ONE, "second", "seconds", "sec");
        add("time", BigFraction.of(60), "minute", "minutes", "min");
        add("time", BigFraction.of(3_600), "hour", "hours", "h");
        add("time", BigFraction.of(86_400), "day", "days");
        add("time", BigFraction.of(604_800), "week", "weeks");
        add("calendar", BigFraction.ONE, "month", "months");
        add("calendar", BigFraction.of(12), "year", "years");
        add("money", BigFraction.ONE, "cent", "cents");
        add("money", BigFraction.of(100), "dollar", "dollars", "$");
        add("length", BigFraction.ONE, "millimetre", "millimetres", "millimeter", "millimeters", "mm");
        add("length", BigFraction.of(10), "centimetre", "centimetres", "centimeter", "centimeters", "cm");
        add("length", BigFraction.of(1_000), "metre", "metres", "meter", "meters", "m");
        add("length", BigFraction.of(1_000_000), "kilometre", "kilometres", "kilometer", "kilometers", "km");
        add("imperial length", BigFraction.ONE, "inch", "inches");
        add("imperial length", BigFraction.of(12), "foot", "feet");
        add("imperial length", BigFraction.of(36), "yard", "yards");
        add("mass", BigFraction.ONE, "gram", "grams", "g");
        add("mass", BigFraction.of(1_000), "kilogram", "kilograms", "kg");
        add("imperial mass", BigFraction.ONE, "ounce", "ounces");
        add("imperial mass", BigFraction.of(16), "pound", "pounds");
        add("volume", BigFraction.ONE, "millilitre", "millilitres", "milliliter", "milliliters", "ml");
        add("volume", BigFraction.of(1_000), "litre", "litres", "liter", "liters");
    }

    private Units() {}

    private static void add(String dimension, BigFraction size, String... names) {
        for (String name : names) {
            UNITS.put(name, new Unit(dimension, size));
        }
    }

    static boolean knows(String name) {
        return UNITS.containsKey(name);
    }

    /** The dimension of a unit, or an empty text for what is none. */
    static String dimension(String name) {
        Unit unit = UNITS.get(name);
        return unit == null ? "" : unit.dimension();
    }

    /** Whether two names mean the same unit. */
    static boolean same(String a, String b) {
        Unit unit = UNITS.get(a);
        return unit != null && unit.equals(UNITS.get(b));
    }

    /** How many {@code to} one {@code from} is, or null where these do not measure the same. */
    static @Nullable BigFraction factor(String from, String to) {
        Unit a = UNITS.get(from);
        Unit b = UNITS.get(to);
        return a == null || b == null || !a.dimension().equals(b.dimension())
                ? null
                : a.size().divide(b.size());
    }
}
