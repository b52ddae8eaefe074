package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import java.util.Map;

/**
 * What is shown of a run at one moment.
 *
 * @param progress how far it is
 * @param matrix how its cells lie
 * @param cells what is shown of each
 */
public record RunPicture(RunProgress progress, RunMatrix matrix, Map<Cell, CellState> cells) {}
