package dev.tracewright.work;

import dev.tracewright.llm.Cancellation;

/**
 * A call to a model that is running: what it is for, what has come so far, and the switch that stops it.
 *
 * @param key the item of the queue it was started on
 * @param role what is asked
 * @param model the model's name
 * @param text what has come so far; read it at most once a frame
 * @param cancellation stops it and keeps what came
 */
public record ModelJob(String key, Role role, String model, StreamedText text, Cancellation cancellation) {
    /** What is asked of the model. */
    public enum Role {
        DELEGATE,
        SOLVE
    }
}
