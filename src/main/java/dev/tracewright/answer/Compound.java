package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Quantities written in two units of one measure, such as "1 hour and 35 minutes", which are one value. */
final class Compound {
    private static final String UNIT =
            "(weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|feet|foot|inch(?:es)?|dollars?|cents?)";
    private static final Pattern BETWEEN = Pattern.compile("\\s*+" + UNIT + "\\s*+,?+\\s*+(?:and\\s++)?+\\$?+");
    private static final Pattern AFTER = Pattern.compile("\\s*+" + UNIT + "(?![a-z])");
    private static final Pattern WHOLE =
            Pattern.compile("(\\d{1,9})\\s*+" + UNIT + "\\s*+,?+\\s*+(?:and\\s++)?+(\\d{1,9})\\s*+" + UNIT);
    private static final int LONGEST_BETWEEN = 24;
    /** How many of the smallest unit of its measure a unit has; the measures do not meet. */
    private static final Map<String, Integer> SECONDS = Map.of(
            "week", 604_800, "day", 86_400, "hour", 3_600, "hr", 3_600, "minute", 60, "min", 60, "second", 1, "sec", 1);

    private static final Map<String, Integer> INCHES = Map.of("foot", 12, "feet", 12, "inch", 1);
    private static final Map<String, Integer> CENTS = Map.of("dollar", 100, "cent", 1);

    private Compound() {}

    /** The values with those joined that are one quantity. */
    static List<Found> joined(String text, List<Found> values) {
        List<Found> joined = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Found value = values.get(i);
            Found next = i + 1 < values.size() ? values.get(i + 1) : null;
            if (next != null
                    && next.start() - value.end() > 0
                    && next.start() - value.end() <= LONGEST_BETWEEN
                    && BETWEEN.matcher(Cue.lower(text.substring(value.end(), next.start())))
                            .matches()) {
                Matcher unit = AFTER.matcher(
                        Cue.lower(text.substring(next.end(), Math.min(text.length(), next.end() + LONGEST_BETWEEN))));
                int end = unit.lookingAt() ? next.end() + unit.end() : -1;
                if (end > 0 && !amounts(text.substring(value.start(), end)).isEmpty()) {
                    joined.add(new Found(text.substring(value.start(), end), value.start(), end));
                    i++;
                    continue;
                }
            }
            joined.add(value);
        }
        return joined;
    }

    /** Whether {@code gold} is the quantity counted in one of the units that it names. */
    static boolean same(String stated, String gold) {
        BigFraction number = Equality.number(gold);
        return number != null && amounts(stated).contains(number);
    }

    /** The quantity in its larger and in its smaller unit; empty where the text is none. */
    private static List<BigFraction> amounts(String written) {
        Matcher whole = WHOLE.matcher(Cue.lower(written.strip()));
        if (!whole.matches()) {
            return List.of();
        }
        for (Map<String, Integer> measure : List.of(SECONDS, INCHES, CENTS)) {
            Integer large = measure.get(singular(whole.group(2)));
            Integer small = measure.get(singular(whole.group(4)));
            if (large != null && small != null && large > small) {
                BigFraction all = BigFraction.of(Long.parseLong(whole.group(1)))
                        .multiply(large)
                        .add(BigFraction.of(Long.parseLong(whole.group(3))).multiply(small));
                return List.of(all.divide(small), all.divide(large));
            }
        }
        return List.of();
    }

    private static String singular(String unit) {
        return unit.equals("inches") ? "inch" : unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }
}
