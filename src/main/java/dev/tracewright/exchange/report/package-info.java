/**
 * Writing results to files: tables as CSV, Markdown, LaTeX and text, charts as SVG and PNG, reports as HTML and as folders. Names and
 * titles are hostile text; the same results give the same bytes.
 */
@NullMarked
package dev.tracewright.exchange.report;

import org.jspecify.annotations.NullMarked;
