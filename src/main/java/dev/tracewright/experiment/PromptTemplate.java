package dev.tracewright.experiment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt with places for the question and the steps, checked when it is made and filled in one pass, so that a question
 * that itself contains {@code {steps}} or {@code $1} stays as it is. {@code {{question}}} stands for the literal
 * {@code {question}}. The braces of a LaTeX command, as in {@code \boxed{answer}}, and braces around anything but one word
 * of small letters are ordinary text.
 */
public final class PromptTemplate {
    /** What a template has a place for. */
    public enum Placeholder {
        QUESTION,
        STEPS;

        /** The placeholder as it is written in a template, such as {@code {question}}. */
        public String written() {
            return "{" + word() + "}";
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{([a-z_]+)\\}\\}|(?<!\\\\[a-zA-Z]{1,30})\\{([a-z_]+)\\}");

    private final String text;

    private PromptTemplate(String text) {
        this.text = text;
    }

    /**
     * A template that has a place for the question only: all but the Trace-of-Thought solution.
     *
     * @throws IllegalArgumentException naming the placeholder that is missing or unknown
     */
    public static PromptTemplate ofQuestion(String text) {
        return checked(text, EnumSet.of(Placeholder.QUESTION));
    }

    /**
     * A template that has places for the question and the delegated steps: the Trace-of-Thought solution.
     *
     * @throws IllegalArgumentException naming the placeholder that is missing or unknown
     */
    public static PromptTemplate ofQuestionAndSteps(String text) {
        return checked(text, EnumSet.allOf(Placeholder.class));
    }

    /** The template as it was written. */
    public String text() {
        return text;
    }

    /**
     * The prompt for a question.
     *
     * @throws IllegalArgumentException when the template has a place for steps
     */
    public String fill(String question) {
        return fill(Map.of(Placeholder.QUESTION, question));
    }

    /**
     * The prompt for a question and its steps.
     *
     * @throws IllegalArgumentException when the template has no place for steps
     */
    public String fill(String question, String steps) {
        return fill(Map.of(Placeholder.QUESTION, question, Placeholder.STEPS, steps));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private String fill(Map<Placeholder, String> values) {
        Set<Placeholder> places = EnumSet.noneOf(Placeholder.class);
        String filled = PLACE.matcher(text).replaceAll(match -> {
            if (match.group(1) != null) {
                return Matcher.quoteReplacement("{" + match.group(1) + "}");
            }
            Placeholder place = placeholder(match);
            places.add(place);
            String value = values.get(place);
            if (value == null) {
                throw new IllegalArgumentException("the template needs a text for " + place.written());
            }
            return Matcher.quoteReplacement(value);
        });
        if (!places.equals(values.keySet())) {
            throw new IllegalArgumentException("the template has no place for " + Placeholder.STEPS.written());
        }
        return filled;
    }

    private static PromptTemplate checked(String text, Set<Placeholder> wanted) {
        Set<Placeholder> missing = EnumSet.copyOf(wanted);
        PLACE.matcher(text).results().filter(match -> match.group(2) != null).forEach(match -> {
            Placeholder place = placeholder(match);
            if (!wanted.contains(place)) {
                throw new IllegalArgumentException(
                        "this prompt template has no use for " + place.written() + ": there are no steps yet");
            }
            missing.remove(place);
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the prompt template lacks the placeholder "
                    + missing.iterator().next().written());
        }
        return new PromptTemplate(text);
    }

    private static Placeholder placeholder(MatchResult match) {
        for (Placeholder place : Placeholder.values()) {
            if (place.word().equals(match.group(2))) {
                return place;
            }
        }
        throw new IllegalArgumentException("the prompt template has the unknown placeholder {" + match.group(2)
                + "}; known are {question} and {steps}; write {{" + match.group(2) + "}} for the text itself");
    }
}
