/**
 * The Runs screen: making the plan of a study, starting it, and watching how far it is.
 */
@NullMarked
package dev.tracewright.ui.runs;

import org.jspecify.annotations.NullMarked;
