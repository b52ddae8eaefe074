package dev.tracewright.ui.shell;

/**
 * Something the person should hear about.
 *
 * @param kind how serious it is
 * @param title a few words
 * @param text one or more sentences
 */
public record Notice(Kind kind, String title, String text) {
    /** How serious it is. */
    public enum Kind {
        DONE,
        WARNING,
        FAILED
    }
}
