/** A real engine of models for tests: llama.cpp in a process of its own, with a model made on the spot. */
@NullMarked
package dev.tracewright.llm.engine;

import org.jspecify.annotations.NullMarked;
