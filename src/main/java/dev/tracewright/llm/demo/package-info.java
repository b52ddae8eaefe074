/**
 * The offline demonstration models: written plans for the bundled problems and a rule-based solver of plain arithmetic. They
 * need no network, they are never called language models, and nothing here computes a value that a step does not ask for.
 */
@NullMarked
package dev.tracewright.llm.demo;

import org.jspecify.annotations.NullMarked;
