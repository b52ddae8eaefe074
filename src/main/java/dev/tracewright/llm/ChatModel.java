package dev.tracewright.llm;

/** A model that can be asked: over HTTP in some dialect, or one of the offline demonstration models. */
public interface ChatModel {
    /** The model's name as it is shown and recorded, such as {@code wizardmath-7b}. */
    String name();

    /** Whether this is an offline demonstration model, whose answers are never reported as a language model's. */
    boolean demonstration();

    /**
     * Asks once and blocks until the output ended; call it on a virtual thread. Retries are made inside and recorded as
     * attempts.
     *
     * @param request the prompt and its settings
     * @param listener receives the text as it comes, on the calling thread
     * @param cancellation ends the call; the reply then carries what had come, with {@code FinishReason.CANCELLED}
     * @return the output; its finish reason says whether it is complete
     * @throws ModelException when there is no output to keep: refused, unreachable, nonsense
     */
    ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation) throws ModelException;
}
