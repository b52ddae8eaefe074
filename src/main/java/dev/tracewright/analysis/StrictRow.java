package dev.tracewright.analysis;

/**
 * An answer of which exact matching says something else than people.
 *
 * @param of the answers it is one of
 * @param number the problem's position in the data set, from 1
 * @param taken the value that exact matching took from the output; empty where it found none
 * @param gold the data set's answer
 */
public record StrictRow(Differing of, int number, String taken, String gold) {
    /**
     * Answers to one data set, by one solver in one way, of which exact matching says something else than people.
     *
     * @param dataset the data set
     * @param solver the solver, as tables name it
     * @param approach how it was prompted, as tables name it
     * @param people whether people call them true; exact matching says the opposite
     * @param answers which answers
     */
    public record Differing(String dataset, String solver, String approach, boolean people, Selection answers) {}
}
