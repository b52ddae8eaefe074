/**
 * Talking to models: one streaming interface, its dialects over HTTP, and the offline demonstration models; and
 * fetching a file, since this is the only package that knows HTTP.
 */
@NullMarked
package dev.tracewright.llm;

import org.jspecify.annotations.NullMarked;
