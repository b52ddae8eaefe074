/**
 * The approaches and their prompt templates, delegation and solution. Knows models only through {@code llm.ChatModel}.
 */
@NullMarked
package dev.tracewright.experiment;

import org.jspecify.annotations.NullMarked;
