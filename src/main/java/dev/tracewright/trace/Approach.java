package dev.tracewright.trace;

/** The ways of prompting that are compared (paper, Table 1; Plan-and-Solve from the authors' test suite). */
public enum Approach {
    TRACE_OF_THOUGHT("trace-of-thought"),
    STANDARD("standard"),
    CHAIN_OF_THOUGHT("chain-of-thought"),
    PLAN_AND_SOLVE("plan-and-solve");

    private final String key;

    Approach(String key) {
        this.key = key;
    }

    /** The name used in files and on the command line. */
    public String key() {
        return key;
    }

    /**
     * The approach with this key.
     *
     * @throws IllegalArgumentException naming the known keys
     */
    public static Approach ofKey(String key) {
        for (Approach approach : values()) {
            if (approach.key.equals(key)) {
                return approach;
            }
        }
        throw new IllegalArgumentException("unknown approach '" + key
                + "'; known are standard, chain-of-thought, plan-and-solve and trace-of-thought");
    }
}
