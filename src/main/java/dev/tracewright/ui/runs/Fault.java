package dev.tracewright.ui.runs;

/**
 * Something that is wrong in the form of a study, said at its place.
 *
 * @param place keys from the outside in, as {@link dev.tracewright.experiment.StudyPlanException#place()} names them
 * @param sentence what is wrong, for a person
 */
public record Fault(String place, String sentence) {}
