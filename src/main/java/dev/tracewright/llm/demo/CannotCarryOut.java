package dev.tracewright.llm.demo;

/** A step that the solver does not understand or cannot compute; the message completes "I cannot carry out this step: …". */
final class CannotCarryOut extends Exception {
    CannotCarryOut(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
