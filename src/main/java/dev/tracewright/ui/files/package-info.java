/**
 * Opening, importing and exporting: dialogs and their progress.
 */
@NullMarked
package dev.tracewright.ui.files;

import org.jspecify.annotations.NullMarked;
