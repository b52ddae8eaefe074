package dev.tracewright.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words that somebody looks for, whatever their case; each must occur in one of the texts that are looked through, as a word or as a
 * part of one.
 *
 * @param words in small letters, without white space
 */
public record SearchWords(List<String> words) {
    public SearchWords {
        words = List.copyOf(words);
    }

    /** The words of a text, with white space between. */
    public static SearchWords of(String text) {
        return new SearchWords(
                Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** Whether every word occurs somewhere in these texts. */
    public boolean occurIn(String... texts) {
        if (words.isEmpty()) {
            return true;
        }
        List<String> small =
                Arrays.stream(texts).map(text -> text.toLowerCase(Locale.ROOT)).toList();
        return words.stream().allMatch(word -> small.stream().anyMatch(text -> text.contains(word)));
    }
}
