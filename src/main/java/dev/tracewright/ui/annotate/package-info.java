/**
 * The Annotate screen: queue, problem, editable steps beside the aligned output, verdict.
 */
@NullMarked
package dev.tracewright.ui.annotate;

import org.jspecify.annotations.NullMarked;
