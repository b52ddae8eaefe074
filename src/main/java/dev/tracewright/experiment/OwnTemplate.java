package dev.tracewright.experiment;

/**
 * A prompt template that a plan brings along, so that its file says everything that was asked.
 *
 * @param name its name; not one of a built-in template
 * @param version counted from 1
 * @param role what it is for
 * @param text as it was written; its placeholders are checked by {@link StudyCheck}
 */
public record OwnTemplate(String name, int version, TemplateRole role, String text) {
    /** @throws IllegalArgumentException in a sentence, when name or version are none, or the text has control characters */
    public OwnTemplate {
        new TemplateName(name, version);
        if (!PlanText.lines(text)) {
            throw new IllegalArgumentException(
                    "The text of a prompt template has no control characters except line breaks and tabs.");
        }
    }

    /** The name with the version. */
    public TemplateName id() {
        return new TemplateName(name, version);
    }
}
