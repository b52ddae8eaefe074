package dev.tracewright.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody who mistyped one most likely meant. */
public final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    private record Near(String name, int distance) {}

    /** The known name that is a few letters away from {@code typed} (a third of it at most, case apart), if there is one. */
    public static Optional<String> to(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String small = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= most(typed))
                .map(name -> new Near(name, distance(small, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= most(typed))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    private static int most(String typed) {
        return Math.max(1, typed.length() / 3);
    }

    /** How many letters must be put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
