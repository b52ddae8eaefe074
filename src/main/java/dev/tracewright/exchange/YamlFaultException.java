package dev.tracewright.exchange;

/** Leaves the reading of a YAML file; the reader of the whole file puts its name before it. */
final class YamlFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param sentence what is wrong, as a sentence for a person */
    YamlFaultException(int line, String sentence) {
        super(sentence, null, false, false);
        this.line = line;
    }

    /** The line, counted from 1, or 0 where there is none. */
    int line() {
        return line;
    }
}
