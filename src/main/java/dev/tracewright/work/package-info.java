/**
 * What a person is doing: the open session, undoable edits, running jobs, the queue. Knows no screen.
 */
@NullMarked
package dev.tracewright.work;

import org.jspecify.annotations.NullMarked;
