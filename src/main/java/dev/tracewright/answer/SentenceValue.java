package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks the value that a sentence states, keeping clear of the numbers that the question gave. */
final class SentenceValue {
    private static final Set<String> CIRCUMSTANCE = Set.of(
            "in", "for", "after", "over", "within", "per", "every", "from", "with", "at", "on", "by", "when", "if",
            "given", "next", "of", "first", "last", "all", "these", "the", "step", "than", "between", "and", "to",
            "reach", "problem");

    private static final int STATED = 3;
    private static final int LONGEST_QUESTION = 6_000;
    private static final int LONGEST_SENTENCE = 1_500;

    private final Set<String> given = new HashSet<>();

    SentenceValue(String question) {
        for (Chunk chunk : Chunk.of(question, 0, Math.min(question.length(), LONGEST_QUESTION))) {
            given.add(Normal.of(Chunk.plain(chunk.text())));
        }
    }

    /** The stated value of the stretch, or null; {@code others} collects further candidates. */
    @Nullable
    Found in(String text, int from, int to, List<Found> others) {
        int start = Math.max(from, to - LONGEST_SENTENCE);
        List<Chunk> chunks = Chunk.of(text, start, to);
        List<Found> values = new ArrayList<>();
        List<Found> asides = new ArrayList<>();
        for (Chunk chunk : chunks) {
            Found value = valueOf(chunk);
            if (value == null) {
                continue;
            }
            (inParentheses(text, start, value.start()) ? asides : values).add(value);
        }
        List<Found> pool = values.isEmpty() ? asides : values;
        others.addAll(values);
        others.addAll(asides);
        if (pool.isEmpty()) {
            return null;
        }
        Found afterSign = afterLastEquals(chunks, pool);
        Found last = pool.getLast();
        boolean namedLater = afterSign != null && last.start() > afterSign.end() && rank(text, start, last) == STATED;
        return afterSign != null && !namedLater ? afterSign : chosen(text, start, pool);
    }

    /** The right side of the chunk's last equation; null where the chunk is no value, such as a list number. */
    static @Nullable Found valueOf(Chunk chunk) {
        String text = chunk.text();
        int sign = Math.max(text.lastIndexOf('='), text.lastIndexOf('≈'));
        int approx = text.lastIndexOf("\\approx");
        int start = Math.max(sign + 1, approx < 0 ? 0 : approx + 7);
        while (start < text.length() && " &".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String value = text.substring(start);
        if (value.isBlank()
                || value.equals("\\")
                || value.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == '∞')) {
            return null;
        }
        List<Found> boxes = Boxed.all(value);
        if (!boxes.isEmpty()) {
            Found box = boxes.getLast();
            return new Found(box.value(), chunk.start() + start + box.start(), chunk.start() + start + box.end());
        }
        return new Found(Chunk.plain(value), chunk.start() + start, chunk.end());
    }

    private static @Nullable Found afterLastEquals(List<Chunk> chunks, List<Found> pool) {
        for (int i = chunks.size() - 1; i >= 0; i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.text().indexOf('=') >= 0 && !chunk.text().endsWith("=")) {
                for (Found value : pool) {
                    if (value.start() >= chunk.start() && value.end() <= chunk.end()) {
                        return value;
                    }
                }
            }
        }
        return null;
    }

    private Found chosen(String text, int from, List<Found> pool) {
        List<Found> fresh = new ArrayList<>();
        for (Found value : pool) {
            if (!given.contains(Normal.of(value.value())) && !isName(value.value())) {
                fresh.add(value);
            }
        }
        Found best = pool.getFirst();
        int bestRank = -1;
        for (Found value : pool) {
            int rank = 2 * rank(text, from, value) + (fresh.contains(value) ? 3 : 0);
            if (rank > bestRank || (rank == bestRank && !fresh.isEmpty())) {
                best = value;
                bestRank = rank;
            }
        }
        return best;
    }

    /** Whether the value is a number of the question in a place where it is mentioned, not stated. */
    boolean isOnlyMentioned(String text, int from, Found value) {
        return given.contains(Normal.of(value.value()))
                && rank(text, from, value) < STATED
                && value.start() > from + 12;
    }

    private static boolean isName(String value) {
        return (value.length() == 1 && Character.isLetter(value.charAt(0)))
                || value.matches("[a-zA-Z]\\([a-zA-Z0-9,-]{1,12}\\)");
    }

    /** Values after "is", "are", "total of", "=" are stated; those after "in", "for", "after" are circumstances. */
    private static int rank(String text, int from, Found value) {
        if (isName(value.value())) {
            return 0;
        }
        String before = text.substring(Math.max(from, value.start() - 40), value.start())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z:=]++", " ")
                .strip();
        int space = before.lastIndexOf(' ');
        String word = before.substring(space + 1);
        if (before.endsWith("total of")
                || before.endsWith("answer is")
                || List.of("is", "are", "be", "equals", "was", "exactly", "approximately", "about", "=", "is:")
                        .contains(word)) {
            return STATED;
        }
        return CIRCUMSTANCE.contains(word) ? 1 : 2;
    }

    private static boolean inParentheses(String text, int from, int at) {
        int depth = 0;
        for (int i = from; i < at; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth > 0;
    }
}
