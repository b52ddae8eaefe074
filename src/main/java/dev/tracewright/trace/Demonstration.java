package dev.tracewright.trace;

import java.util.Set;

/**
 * The names of what shows the program and is no language model: models made of rules and answers written by hand. Nothing that they get
 * right or wrong is a result.
 */
public final class Demonstration {
    /** Solves plain arithmetic by rules. */
    public static final String SOLVER = "offline solver";

    /** Hands out the written steps of the bundled problems. */
    public static final String DELEGATOR = "offline delegator";

    /** Stands as solver and delegator of the bundled traces. */
    public static final String HAND_WRITTEN = "hand-written example";

    private static final Set<String> NAMES = Set.of(SOLVER, DELEGATOR, HAND_WRITTEN);

    private Demonstration() {}

    /** Whether this is the name of something that only demonstrates. */
    public static boolean is(String model) {
        return NAMES.contains(model);
    }
}
