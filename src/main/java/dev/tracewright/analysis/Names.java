package dev.tracewright.analysis;

import dev.tracewright.trace.Demonstration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of data sets and models: their order, and as parts of file names. */
final class Names {
    /** Alphabetical, whatever the case. */
    static final Comparator<String> ORDER = Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT))
            .thenComparing(Comparator.naturalOrder());

    private Names() {}

    /** The name of a model as tables have it: what only demonstrates says so. */
    static String shown(String model) {
        return Demonstration.is(model) ? AnalysisTexts.of("name.demonstration", model) : model;
    }

    /** The name in letters, digits and hyphens, unlike those that are taken, and takes it. */
    static String slug(String name, Set<String> taken) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String slug = plain;
        for (int i = 2; !taken.add(slug); i++) {
            slug = plain + "-" + i;
        }
        return slug;
    }

    /** Whether there are several different ones. */
    static <T> boolean several(Iterable<T> things) {
        Set<T> seen = new HashSet<>();
        for (T thing : things) {
            seen.add(thing);
        }
        return seen.size() > 1;
    }
}
