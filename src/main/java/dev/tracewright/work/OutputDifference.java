package dev.tracewright.work;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two outputs part, word by word, whatever their white space: the places of each that the other has not. Very long outputs are
 * compared as far as {@link #COMPARED}, because the time grows with the product of length and difference.
 *
 * @param first places in the first output
 * @param second places in the second output
 * @param whole whether both were compared to their ends
 */
public record OutputDifference(List<Place> first, List<Place> second, boolean whole) {
    /** How many characters of each output are compared. */
    public static final int COMPARED = 12_000;

    /** Equal words that are fewer than this between two differences belong to them. */
    private static final int ISLAND = 2;

    /** From the first offset to the one after the last, in UTF-16 units. */
    public record Place(int start, int end) {}

    private record Word(String text, int start, int end) {}

    public OutputDifference {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** The differences of two outputs; takes up to a second for the longest. */
    public static OutputDifference of(String one, String other) {
        List<Word> left = words(one);
        List<Word> right = words(other);
        List<Place> first = new ArrayList<>();
        List<Place> second = new ArrayList<>();
        int keptFrom = 0;
        boolean begun = false;
        for (AbstractDelta<String> delta : DiffUtils.diff(texts(left), texts(right), new MyersDiffWithLinearSpace<>())
                .getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            boolean lacking = (from == left.size() && one.length() > COMPARED)
                    || (to == right.size() && other.length() > COMPARED);
            if (lacking && !(begun && from == keptFrom)) {
                break; // what one lacks at its end may stand behind its cut
            }
            boolean joined = begun && from - keptFrom < ISLAND;
            add(first, left, from, from + delta.getSource().size(), joined);
            add(second, right, to, to + delta.getTarget().size(), joined);
            keptFrom = from + delta.getSource().size();
            begun = true;
        }
        return new OutputDifference(first, second, Math.max(one.length(), other.length()) <= COMPARED);
    }

    private static void add(List<Place> places, List<Word> words, int from, int to, boolean joined) {
        if (from == to) {
            return;
        }
        int end = words.get(to - 1).end();
        if (joined && !places.isEmpty() && near(places.getLast(), words, from)) {
            places.set(places.size() - 1, new Place(places.getLast().start(), end));
        } else {
            places.add(new Place(words.get(from).start(), end));
        }
    }

    /** Whether a place ends no more than an island before a word. */
    private static boolean near(Place place, List<Word> words, int from) {
        return words.get(Math.max(0, from - ISLAND)).end() <= place.end();
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    /** Words, numbers with their commas and points, and every other character that is no white space by itself. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int most = Math.min(text.length(), COMPARED);
        int at = 0;
        while (at < most) {
            int character = text.codePointAt(at);
            int end = at + Character.charCount(character);
            if (Character.isLetterOrDigit(character) && !Character.isIdeographic(character)) {
                while (end < most && (joins(text.codePointAt(end)) || isWithinNumber(text, end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
            }
            if (!Character.isWhitespace(character)) {
                words.add(new Word(text.substring(at, end), at, end));
            }
            at = end;
        }
        return words;
    }

    private static boolean joins(int character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character);
    }

    /** Whether a comma or point stands between two digits, as in 70,000 and 1.5. */
    private static boolean isWithinNumber(String text, int at) {
        char mark = text.charAt(at);
        return (mark == ',' || mark == '.')
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }
}
