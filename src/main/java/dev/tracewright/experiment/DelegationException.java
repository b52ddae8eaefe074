package dev.tracewright.experiment;

import dev.tracewright.llm.ChatReply;

/** A delegator or a verifier answered, but not with a complete list of steps; what it said and what it cost is kept. */
public final class DelegationException extends Exception {
    /** Why the answer is no plan. */
    public enum Reason {
        /** The text has no steps. */
        NO_STEPS,
        /** The text breaks off, so steps may be missing at its end. */
        INCOMPLETE,
        /** A person stopped it. */
        CANCELLED
    }

    private final Reason reason;
    private final String prompt;
    private final transient ChatReply reply;

    DelegationException(Reason reason, String message, String prompt, ChatReply reply) {
        super(message);
        this.reason = reason;
        this.prompt = prompt;
        this.reply = reply;
    }

    public Reason reason() {
        return reason;
    }

    /** The prompt that was sent. */
    public String prompt() {
        return prompt;
    }

    /** What the model said, verbatim, with every attempt; a person may still make steps of it. */
    public ChatReply reply() {
        return reply;
    }
}
