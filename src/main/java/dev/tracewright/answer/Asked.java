package dev.tracewright.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a question asks for and which values it gives, because an answer is of the kind that was asked for and rarely one of
 * the values given.
 *
 * @param given the question's own values
 * @param nouns the stems of what is counted ("how many apples": appl), lower case
 * @param money whether an amount of money is asked for
 * @param kind what kind of word answers, where it is not a value
 * @param names the question's capitalised words, where one of them may answer
 */
record Asked(Given given, Set<String> nouns, boolean money, Kind kind, Set<String> names) {
    private static final int LONGEST = 6_000;
    private static final int WORDS_AFTER_VALUE = 3;
    private static final Pattern COUNTED =
            Pattern.compile("(?:how many|how much|number of|what fraction of the|what percent of the)\\s++"
                    + "((?:[a-z'-]++\\s++){0,3}[a-z'-]++)");
    private static final Pattern MONEY = Pattern.compile("how much (?:money|does|do|did|will|would|is|was|more money|in"
            + " dollars)\\b|how many dollars|in dollars|(?:total|the) (?:cost|price|bill)\\b");
    private static final Pattern CHOICES =
            Pattern.compile("\\(A\\).{1,400}?\\(B\\)|(?m)^A[.)].{1,400}?^B[.)]", Pattern.DOTALL);
    private static final Pattern YES_OR_NO = Pattern.compile(
            "(?:^|[.!?\\n]\\s*+)(?:is|are|does|do|did|can|could|will|would|has|have|was|were)\\s[^.?!]{1,300}\\?\\s*+$");
    private static final Pattern WHO = Pattern.compile(
            "\\b(?:who|whose|which (?:student|person|one|of|boy|girl|friend|team)|what is the name)\\b");
    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{2,20}\\b");
    /** Stems of words for amounts of money. */
    private static final Set<String> MONEY_NOUNS = Set.of(
            "money", "dollar", "revenu", "profit", "cost", "pric", "salar", "earning", "chang", "tip", "tax", "debt");

    /** Words about how much of it, not what it is. */
    private static final Set<String> NO_NOUNS = Set.of(
            "more",
            "total",
            "additional",
            "extra",
            "different",
            "the",
            "a",
            "other",
            "fewer",
            "less",
            "his",
            "her",
            "their",
            "all",
            "whole");
    /** Where the counted thing ends and the sentence goes on. */
    private static final Set<String> VERBS = Set.of(
            "do", "does", "did", "is", "are", "was", "were", "will", "would", "can", "could", "should", "has", "have",
            "had", "in", "of", "to", "for", "that", "there", "if", "must", "on", "at", "per", "and", "you", "it");

    private static final List<Set<String>> TIMES = List.of(
            Set.of("year", "years", "old"),
            Set.of("hour", "hours", "minute", "minutes", "day", "days", "second", "seconds", "week", "weeks"));

    /** What kind of answer a question wants. */
    enum Kind {
        VALUE,
        CHOICE,
        YES_OR_NO,
        NAME
    }

    /** The normal forms of the values in a text, read when they are asked for first. */
    static final class Given {
        private final String text;
        private @Nullable Set<String> values;

        Given(String text) {
            this.text = text;
        }

        boolean contains(String value) {
            Set<String> known = values;
            if (known == null) {
                known = new HashSet<>();
                for (Chunk chunk : Chunk.of(text, 0, text.length())) {
                    known.add(Normal.of(Chunk.plain(chunk.text())));
                }
                values = known;
            }
            return known.contains(Normal.of(value));
        }
    }

    static Asked of(String question) {
        String read = question.substring(Math.max(0, question.length() - LONGEST));
        String lower = Cue.lower(read);
        Set<String> nouns = new HashSet<>();
        Matcher counted = COUNTED.matcher(lower);
        String last = "";
        while (counted.find()) {
            last = counted.group(1);
        }
        for (String word : last.split("\\s++", -1)) {
            if (VERBS.contains(word)) {
                break;
            }
            if (!NO_NOUNS.contains(word) && word.length() > 2) {
                nouns.add(stem(word));
            }
        }
        boolean paid = nouns.removeIf(MONEY_NOUNS::contains);
        boolean money = paid || (nouns.isEmpty() && MONEY.matcher(lower).find());
        if (nouns.isEmpty() && !money) {
            addTimes(nouns, lower);
        }
        Kind kind = kind(read, lower);
        boolean counts = kind == Kind.NAME && (money || !nouns.isEmpty());
        return new Asked(
                new Given(read), nouns, money, counts ? Kind.VALUE : kind, kind == Kind.NAME ? names(read) : Set.of());
    }

    private static void addTimes(Set<String> nouns, String lower) {
        Set<String> units =
                lower.contains("how old") ? TIMES.getFirst() : lower.contains("how long") ? TIMES.getLast() : Set.of();
        units.forEach(unit -> nouns.add(stem(unit)));
    }

    private static Kind kind(String question, String lower) {
        if (question.contains("A")
                && question.contains("B")
                && CHOICES.matcher(question).find()) {
            return Kind.CHOICE;
        }
        if (YES_OR_NO.matcher(lower).find() && !lower.contains("how m")) {
            return Kind.YES_OR_NO;
        }
        int lastSentence = Math.max(lower.lastIndexOf(". "), lower.lastIndexOf('\n'));
        return WHO.matcher(lower)
                        .region(Math.max(0, lastSentence), lower.length())
                        .find()
                ? Kind.NAME
                : Kind.VALUE;
    }

    private static Set<String> names(String question) {
        Set<String> names = new HashSet<>();
        Matcher name = NAME.matcher(question);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    boolean isGiven(String value) {
        return given.contains(value);
    }

    /** How the words after the value that ends at {@code end} agree with what is counted in the question. */
    Fit fit(String text, int from, int start, int end, int to) {
        int sign = Chunk.beforeAnnotation(text, from, start) - 1;
        boolean currency = (sign >= from && text.charAt(sign) == '$') || text.charAt(start) == '$';
        if (currency && !money && !nouns.isEmpty()) {
            return followedByNoun(text, end, to) ? Fit.SAME : Fit.OTHER;
        }
        if (money) {
            return currency
                            || text.regionMatches(true, end, " dollar", 0, 7)
                            || text.regionMatches(true, end, " cent", 0, 5)
                    ? Fit.SAME
                    : Fit.UNKNOWN;
        }
        if (nouns.isEmpty()) {
            return Fit.UNKNOWN;
        }
        return followedByNoun(text, end, to)
                ? Fit.SAME
                : end + 1 < to && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1))
                        ? Fit.OTHER
                        : Fit.UNKNOWN;
    }

    private boolean followedByNoun(String text, int end, int to) {
        int at = end;
        for (int word = 0; word < WORDS_AFTER_VALUE; word++) {
            while (at < to && " *$".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int from = at;
            while (at < to
                    && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-' || text.charAt(at) == '\'')) {
                at++;
            }
            if (at == from) {
                return false;
            }
            if (nouns.contains(stem(Cue.lower(text.substring(from, at))))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is of the kind that was asked for. */
    enum Fit {
        SAME,
        OTHER,
        UNKNOWN
    }

    /** Singular and plural alike. */
    private static String stem(String word) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (plain.length() > 4 && plain.endsWith("ies")) {
            return plain.substring(0, plain.length() - 3);
        }
        if (plain.length() > 4 && plain.endsWith("es")) {
            return plain.substring(0, plain.length() - 2);
        }
        boolean cut = plain.length() > 3 && (plain.endsWith("s") || plain.endsWith("e") || plain.endsWith("y"));
        return cut ? plain.substring(0, plain.length() - 1) : plain;
    }
}
