package dev.tracewright.ui.figure;

import dev.tracewright.analysis.Value;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The text of an entry of a table and its stars behind it, or null. */
record TableEntry(Value value, Text text, @Nullable Text stars) {}
