package dev.tracewright.experiment;

/** A study plan that cannot be; the message is one sentence that names the place. */
public final class StudyPlanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * A fault at one place of the plan.
     *
     * @param place see {@link #place()}
     * @param sentence what is wrong there, as a sentence for a person
     */
    public StudyPlanException(String place, String sentence) {
        super(sentence);
        this.place = place;
    }

    /** Where: keys and positions (from 0) from the outside in, as in the plan's file, such as {@code prompts/0/template}. */
    public String place() {
        return place;
    }
}
