package dev.tracewright.exchange;

import dev.tracewright.exchange.ColumnMapping.Meaning;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses what columns mean from their names, so that the usual data sets need no mapping. */
final class ColumnGuess {
    private static final Map<Meaning, List<String>> USUAL = new EnumMap<>(Map.ofEntries(
            Map.entry(Meaning.QUESTION, List.of("question", "problem", "dataset_question", "message_1")),
            Map.entry(
                    Meaning.GOLD_ANSWER,
                    List.of(
                            "dataset_answer",
                            "ground_truth",
                            "gold_answer",
                            "gold",
                            "solution",
                            "answer",
                            "target",
                            "message_2")),
            Map.entry(Meaning.STEPS, List.of("steps", "delegated_steps", "plan", "delegation")),
            Map.entry(
                    Meaning.OUTPUT,
                    List.of(
                            "model_answer",
                            "output",
                            "response",
                            "completion",
                            "model_output",
                            "prediction",
                            "generation")),
            Map.entry(Meaning.MODEL, List.of("solver", "model", "model_name", "solver_model")),
            Map.entry(Meaning.DELEGATOR, List.of("delegator", "delegator_model", "planner")),
            Map.entry(Meaning.APPROACH, List.of("approach", "method", "prompting")),
            Map.entry(Meaning.VERDICT, List.of("verdict", "is_correct", "correct", "label", "judgement")),
            Map.entry(Meaning.NOTE, List.of("note", "notes", "comment", "remark")),
            Map.entry(Meaning.ANNOTATOR, List.of("annotator", "labeller", "rater")),
            Map.entry(Meaning.PROMPT, List.of("prompt", "input")),
            Map.entry(Meaning.LEVEL, List.of("level", "difficulty")),
            Map.entry(Meaning.SUBJECT, List.of("subject", "type", "category", "topic")),
            Map.entry(Meaning.NUMBER, List.of("number")),
            Map.entry(Meaning.DATASET, List.of("dataset", "data_set"))));
    private static final Set<String> NESTED_OUTPUT = Set.of("solution", "output", "response", "output_text");

    private ColumnGuess() {}

    /**
     * The likely meaning of columns with these names; may be incomplete. Of several nested objects that look alike (one a model)
     * the first is taken.
     */
    static ColumnMapping of(Set<String> names, boolean header) {
        EnumMap<Meaning, String> guessed = new EnumMap<>(Meaning.class);
        Set<String> free = new LinkedHashSet<>(names);
        USUAL.forEach((meaning, words) -> {
            for (String word : words) {
                String found = find(free, word);
                if (found != null) {
                    guessed.put(meaning, found);
                    free.remove(found);
                    break;
                }
            }
        });
        if (!guessed.containsKey(Meaning.OUTPUT)) {
            nested(names, guessed);
        }
        return new ColumnMapping(guessed, header);
    }

    private static @Nullable String find(Set<String> names, String word) {
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_").equals(word)) {
                return name;
            }
        }
        return null;
    }

    /** The columns that look like outputs of models, one object a model, such as {@code small.solution}. */
    static List<String> nestedOutputs(Set<String> names) {
        return names.stream()
                .filter(name -> {
                    int dot = name.lastIndexOf('.');
                    return dot > 0 && NESTED_OUTPUT.contains(name.substring(dot + 1));
                })
                .toList();
    }

    /** An output with the verdict beside it, such as {@code small.is_correct}. */
    private static void nested(Set<String> names, EnumMap<Meaning, String> guessed) {
        List<String> outputs = nestedOutputs(names);
        if (outputs.isEmpty()) {
            return;
        }
        String output = outputs.getFirst();
        guessed.put(Meaning.OUTPUT, output);
        String verdict = output.substring(0, output.lastIndexOf('.')) + ".is_correct";
        if (names.contains(verdict)) {
            guessed.put(Meaning.VERDICT, verdict);
        }
    }
}
