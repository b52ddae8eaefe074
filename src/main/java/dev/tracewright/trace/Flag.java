package dev.tracewright.trace;

/** What is worth noting about an answer beside its verdict (paper, section 4.1, and what texts show). */
public enum Flag {
    /** Right, with unneeded results or follow-up questions. A person may set it. */
    EXTRA_INFORMATION("extra_information", true),
    /** The reasoning derives the right value, the formatted line says another. A person may set it. */
    FORMAT_MISMATCH("format_mismatch", true),
    /** Unclear; to be looked at again. A person may set it. */
    NEEDS_ANALYSIS("needs_analysis", true),
    /** The stated value is the data set's answer rounded. */
    ROUNDED("rounded", false),
    /** Nothing in the output is an answer. */
    NO_FINAL_ANSWER("no_final_answer", false),
    /** The output breaks off. */
    TRUNCATED("truncated", false),
    /** The output repeats itself without end. */
    DEGENERATE("degenerate", false);

    private final String key;
    private final boolean personal;

    Flag(String key, boolean personal) {
        this.key = key;
        this.personal = personal;
    }

    /** The name used in files. */
    public String key() {
        return key;
    }

    /** Whether a person sets it with a label; the others are found by the program. */
    public boolean personal() {
        return personal;
    }

    /**
     * The flag with this key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Flag ofKey(String key) {
        for (Flag flag : values()) {
            if (flag.key.equals(key)) {
                return flag;
            }
        }
        throw new IllegalArgumentException("unknown flag '" + key + "'");
    }
}
