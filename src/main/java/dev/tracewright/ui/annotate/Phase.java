package dev.tracewright.ui.annotate;

/** What the Annotate screen is doing. */
public enum Phase {
    /** The session has no item, or none that the filter shows. */
    EMPTY,
    /** An item is being read. */
    LOADING,
    /** An item is shown and can be worked on. */
    READY,
    /** A model was asked about the shown item and nothing came yet. */
    WAITING,
    /** A model's text is coming in for the shown item. */
    STREAMING
}
