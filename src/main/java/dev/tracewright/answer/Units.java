package dev.tracewright.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Knows written units. A unit that only one side writes does not matter; cents for dollars and minutes for hours do. */
final class Units {
    private static final String SHORT =
            "cm|mm|km|kg|mg|ml|ft|in|hr|hrs|min|mins|sec|secs|mph|kph|lb|lbs|oz|yd|yds|am|pm|g";
    private static final Pattern AFTER_NUMBER = Pattern.compile(
            "^([-+]?\\d[\\d.,/]*+%?)(?: *+-?(?:(?:" + SHORT
                    + ")\\b|[A-Za-z]{4,}+)| ++(?!(?:sin|cos|tan|log|pi|mod|or|and)\\b)[A-Za-z]{3,}+)(?:[A-Za-z ./()-]|\\^\\d)*+$");
    private static final Pattern WORD = Pattern.compile("(\\\\?)([A-Za-z]++|[%$¢²³])");
    private static final Set<String> SET_WORDS = Set.of("text", "mathrm", "mbox", "textrm");
    private static final int LONGEST = 300;

    /**
     * A unit of one kind of quantity.
     *
     * @param kind what is measured
     * @param size how many of the kind's base unit it is
     */
    record Unit(String kind, BigFraction size) {}

    private static final Map<String, Unit> KNOWN = new HashMap<>();

    static {
        know("money", 100, 1, "dollar dollars usd $");
        know("money", 1, 1, "cent cents ¢");
        know("share", 1, 100, "% percent");
        know("time", 1, 1, "second seconds sec secs s");
        know("time", 60, 1, "minute minutes min mins");
        know("time", 3600, 1, "hour hours hr hrs h");
        know("time", 86_400, 1, "day days");
        know("time", 604_800, 1, "week weeks");
        know("length", 1, 1000, "mm millimeter millimeters");
        know("length", 1, 100, "cm centimeter centimeters");
        know("length", 1, 1, "m meter meters metre metres");
        know("length", 1000, 1, "km kilometer kilometers");
        know("length", 254, 10_000, "inch inches");
        know("length", 3048, 10_000, "foot feet ft");
        know("length", 9144, 10_000, "yard yards yd yds");
        know("length", 1_609_344, 1000, "mile miles mi");
        know("weight", 1, 1000, "mg milligram milligrams");
        know("weight", 1, 1, "g gram grams");
        know("weight", 1000, 1, "kg kilogram kilograms");
        know("mass", 1, 1, "ounce ounces oz");
        know("mass", 16, 1, "pound pounds lb lbs");
        know("volume", 1, 1000, "ml milliliter milliliters");
        know("volume", 1, 1, "l liter liters litre litres");
        know("capacity", 1, 1, "cup cups");
        know("capacity", 2, 1, "pint pints");
        know("capacity", 4, 1, "quart quarts");
        know("capacity", 16, 1, "gallon gallons");
    }

    private Units() {}

    private static void know(String kind, int above, int below, String words) {
        for (String word : words.split(" ", -1)) {
            KNOWN.put(word, new Unit(kind, BigFraction.of(above, below)));
        }
    }

    /** {@code 16 years} as {@code 16}; what is no number with words after it stays. */
    static String stripped(String notation) {
        return AFTER_NUMBER.matcher(notation).replaceFirst("$1");
    }

    /**
     * The unit that is written with a single value, or null where there is none, it is not known, or there are several. A pair
     * of {@code $} is a formula and no currency.
     */
    static @Nullable Unit of(String written) {
        if (written.length() > LONGEST) {
            return null;
        }
        boolean number = false;
        boolean rate = false;
        boolean set = false;
        int power = 1;
        Unit found = null;
        Matcher word = WORD.matcher(written);
        int from = 0;
        while (word.find()) {
            number |= hasDigit(written, from, word.start());
            from = word.end();
            boolean command = !word.group(1).isEmpty();
            String name = word.group(2).toLowerCase(Locale.ROOT);
            if (name.equals("square") || name.equals("sq") || name.equals("cubic")) {
                power = name.equals("cubic") ? 3 : 2;
            } else if (name.equals("²") || name.equals("³")) {
                power = name.equals("³") ? 3 : 2;
            }
            set = set || (command && SET_WORDS.contains(name));
            rate |= name.equals("per") || (found != null && written.startsWith("/", from));
            boolean sign = name.equals("$") && (command || isCurrency(written));
            boolean unit = sign || (!name.equals("$") && KNOWN.containsKey(name) && isUnit(name, command, number, set));
            if (unit) {
                Unit here = KNOWN.get(name);
                if (found != null && !found.equals(here)) {
                    return null;
                }
                found = here;
                power = written.startsWith("^2", after(written, from))
                        ? 2
                        : written.startsWith("^3", after(written, from)) ? 3 : power;
            }
        }
        if (found == null || rate) {
            return null;
        }
        return power == 1 ? found : new Unit(found.kind() + power, found.size().pow(power));
    }

    /** One letter is a unit only where it is set as text; elsewhere it is a name. */
    private static boolean isUnit(String name, boolean command, boolean number, boolean set) {
        boolean sign = name.equals("%") || name.equals("¢");
        return sign || (number && !command && (name.length() > 1 || set));
    }

    private static int after(String written, int at) {
        int next = at;
        while (next < written.length() && "} ".indexOf(written.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCurrency(String written) {
        return written.chars().filter(c -> c == '$').count() % 2 == 1;
    }

    /** Whether both sides write units of one kind that are not the same, such as cm and m. */
    static boolean conflict(String first, String second) {
        Unit one = of(first);
        Unit other = one == null ? null : of(second);
        return one != null && other != null && one.kind().equals(other.kind()) && !one.equals(other);
    }

    /**
     * Whether the stated number is the gold number in another unit, judged by a unit that at least one of them writes: cents for
     * dollars, percent for a fraction, minutes for hours. A number without a unit may be in any unit of the other's kind.
     */
    static boolean otherUnit(String stated, String gold) {
        BigFraction one = Equality.number(stated);
        BigFraction other = Equality.number(gold);
        if (one == null || other == null || one.signum() == 0 || other.signum() == 0) {
            return false;
        }
        Unit here = of(stated);
        Unit there = of(gold);
        if (here != null && there != null) {
            return conflict(stated, gold) && one.multiply(here.size()).equals(other.multiply(there.size()));
        }
        if (here == null && there == null) {
            return false;
        }
        Unit known = here == null ? there : here;
        BigFraction ratio = here == null ? one.divide(other) : other.divide(one);
        return known != null
                && sizesBeside(known).stream()
                        .anyMatch(size -> known.size().divide(size).equals(ratio));
    }

    /** The other sizes of the same kind; a share may also be written as a plain number. */
    private static List<BigFraction> sizesBeside(Unit unit) {
        if (unit.kind().equals("share")) {
            return List.of(BigFraction.ONE);
        }
        char last = unit.kind().charAt(unit.kind().length() - 1);
        int power = Character.isDigit(last) ? last - '0' : 1;
        String kind =
                power == 1 ? unit.kind() : unit.kind().substring(0, unit.kind().length() - 1);
        return KNOWN.values().stream()
                .filter(known -> known.kind().equals(kind))
                .map(known -> known.size().pow(power))
                .filter(size -> !size.equals(unit.size()))
                .distinct()
                .toList();
    }
}
