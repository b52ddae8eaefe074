package dev.tracewright.llm;

/** Hears a model's output while it comes, on the thread that asked. */
public interface ChatListener {
    /** The next piece of the output. */
    void output(String piece);

    /** The next piece of reasoning text that the server keeps apart from the output. */
    default void reasoning(String piece) {}

    /** An attempt is about to be sent. What this throws ends the call before anything is sent. */
    default void attempting() {}

    /** An attempt ended without success and another one follows; what had come of the output is void. */
    default void retrying(Attempt failed, long waitMillis) {}

    /** Listens to nothing. */
    static ChatListener silent() {
        return piece -> {};
    }
}
