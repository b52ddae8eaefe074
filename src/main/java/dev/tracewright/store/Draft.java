package dev.tracewright.store;

import dev.tracewright.trace.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The state of a person's edits to a plan before they are solved with. Drafts are appended, never changed; the latest counts.
 *
 * @param id stable key, made by the client
 * @param planId the plan version that is being edited
 * @param author who edits
 * @param steps the steps as they stand, or null when the draft was withdrawn (everything undone) or became a plan version
 * @param action what the person did, such as {@code edit}, {@code add}, {@code split}, {@code undo}
 * @param at epoch milliseconds
 */
public record Draft(
        String id, String planId, String author, @Nullable Steps steps, String action, long at) {}
