package dev.tracewright.exchange.report;

import java.util.HashSet;
import java.util.Set;

/** Keeps names of one report apart, also where two things have the same id. */
final class Names {
    private final Set<String> given = new HashSet<>();

    /** A name for the thing with this id, with {@code before} in front, that nothing else has. */
    String unique(String before, String id) {
        String name = before + FileName.of(id);
        String free = name;
        for (int i = 2; !given.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
