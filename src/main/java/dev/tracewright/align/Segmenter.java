package dev.tracewright.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a solver's output at printed numbers, headings or paragraphs; the pieces cover it in order without gaps. What the
 * pieces do is not decided here.
 */
final class Segmenter {
    private static final int MOST_PIECES = 600;
    private static final int ITEMS_OF_A_HABIT = 6;

    private final String text;
    private final List<Line> lines;

    private Segmenter(String text) {
        this.text = text;
        this.lines = Line.of(text);
    }

    /** The pieces of {@code output}; none only for the empty string. */
    static List<Piece> cut(String output) {
        return output.isEmpty() ? List.of() : new Segmenter(output).pieces();
    }

    private List<Piece> pieces() {
        Outline outline = Outline.ofNumbers(lines);
        if (outline.kind() == null) {
            outline = Outline.ofHeadings(text, lines);
        }
        List<Piece> pieces = new ArrayList<>();
        boolean items = !outline.items().isEmpty();
        int firstItem = items ? markerOf(outline.items().getFirst()).start() : text.length();
        if (!items || !text.substring(0, firstItem).isBlank()) {
            addOpening(pieces, firstItem, items);
        }
        for (int i = 0; i < outline.items().size(); i++) {
            Marker marker = markerOf(outline.items().get(i));
            boolean last = i + 1 == outline.items().size();
            int end =
                    last ? text.length() : markerOf(outline.items().get(i + 1)).start();
            String printed = marker.isNumbered() ? text.substring(marker.numberStart(), marker.numberEnd()) : null;
            int start = pieces.isEmpty() ? 0 : marker.start();
            Piece item = new Piece(start, end, printed, marker.value(), marker.lastValue(), Piece.Role.BODY);
            if (last) {
                addWithTail(pieces, item, marker.end(), outline.items().size() > 1 && !spaced(outline));
            } else {
                pieces.add(item);
            }
        }
        return markRepetitions(limited(pieces));
    }

    private Marker markerOf(int line) {
        Marker marker = lines.get(line).marker();
        if (marker == null) {
            throw new IllegalStateException("line " + line + " opens no item");
        }
        return marker;
    }

    /** What comes before the first item, or everything where there are no items: paragraphs. */
    private void addOpening(List<Piece> pieces, int end, boolean items) {
        List<int[]> paragraphs = items ? paragraphs(0, end) : sentencesApart(paragraphs(0, end));
        Tail tail = items ? new Tail(paragraphs.size(), paragraphs.size()) : tail(paragraphs);
        List<int[]> groups = joined(paragraphs.subList(0, tail.conclusion));
        int firstWork = 0;
        while (firstWork < groups.size() && isPreamble(groups.get(firstWork), items)) {
            firstWork++;
        }
        if (firstWork == groups.size() && !items && tail.conclusion == paragraphs.size()) {
            firstWork = 0;
        }
        List<Integer> starts = new ArrayList<>();
        List<Piece.Role> roles = new ArrayList<>();
        if (firstWork > 0) {
            starts.add(0);
            roles.add(Piece.Role.PREAMBLE);
        }
        for (int i = firstWork; i < groups.size(); i++) {
            starts.add(groups.get(i)[0]);
            roles.add(Piece.Role.BODY);
        }
        addTail(tail, paragraphs, starts, roles);
        if (starts.isEmpty()) {
            starts.add(0);
            roles.add(Piece.Role.PREAMBLE);
        }
        for (int i = 0; i < starts.size(); i++) {
            int next = i + 1 < starts.size() ? starts.get(i + 1) : end;
            pieces.add(new Piece(i == 0 ? 0 : starts.get(i), next, null, 0, 0, roles.get(i)));
        }
    }

    /** Where the concluding and the farewell paragraphs begin, as indices into the paragraphs. */
    private record Tail(int conclusion, int farewell) {}

    private static void addTail(Tail tail, List<int[]> paragraphs, List<Integer> starts, List<Piece.Role> roles) {
        if (tail.conclusion < tail.farewell) {
            starts.add(paragraphs.get(tail.conclusion)[0]);
            roles.add(Piece.Role.CONCLUSION);
        }
        if (tail.farewell < paragraphs.size()) {
            starts.add(paragraphs.get(tail.farewell)[0]);
            roles.add(Piece.Role.FAREWELL);
        }
    }

    /** Announcements and titles do no work: they end in a colon, hold no equation, or stand before a list. */
    private boolean isPreamble(int[] paragraph, boolean items) {
        String body = text.substring(paragraph[0], paragraph[1]).strip();
        boolean title = (body.startsWith("**") && body.endsWith("**")) || body.startsWith("#");
        boolean announces = body.endsWith(":") || body.endsWith("：") || Phrases.announces(body);
        if (title || (announces && body.length() < 200)) {
            return items || title || body.indexOf('=') < 0;
        }
        return items && body.indexOf('=') < 0;
    }

    /** The last item without the concluding paragraphs that follow it. */
    private void addWithTail(List<Piece> pieces, Piece item, int bodyStart, boolean dense) {
        List<int[]> paragraphs = dense ? linesOf(bodyStart, item.end()) : paragraphs(bodyStart, item.end());
        List<Integer> starts = new ArrayList<>();
        List<Piece.Role> roles = new ArrayList<>();
        Tail tail = tail(paragraphs);
        int left = leftAt(pieces, paragraphs, tail.conclusion);
        for (int[] group : joined(paragraphs.subList(left, tail.conclusion))) {
            starts.add(group[0]);
            roles.add(Piece.Role.BODY);
        }
        addTail(tail, paragraphs, starts, roles);
        pieces.add(item.until(starts.isEmpty() ? item.end() : starts.getFirst()));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : item.end();
            pieces.add(new Piece(starts.get(i), end, null, 0, 0, roles.get(i)));
        }
    }

    /**
     * Where the writer goes on after the list: at an unindented paragraph that opens the next thought, where none of the last
     * items, at least two, had a second paragraph.
     */
    private int leftAt(List<Piece> before, List<int[]> paragraphs, int conclusion) {
        int from = Math.max(0, before.size() - ITEMS_OF_A_HABIT);
        List<Piece> items = before.subList(from, before.size()).stream()
                .filter(piece -> piece.printed() != null)
                .toList();
        if (items.size() < 2 || items.stream().anyMatch(this::hasParagraphs)) {
            return conclusion;
        }
        for (int i = 1; i < conclusion; i++) {
            if (isUnindented(paragraphs.get(i)[0])
                    && isAfterBlankLine(paragraphs.get(i - 1)[1], paragraphs.get(i)[0])
                    && Phrases.movesOn(text, paragraphs.get(i)[0], paragraphs.get(i)[1])) {
                return i;
            }
        }
        return conclusion;
    }

    private boolean hasParagraphs(Piece piece) {
        return paragraphs(piece.start(), piece.end()).size() > 1;
    }

    /** The tail begins at the first of the last concluding paragraphs; single short ones between them belong to it. */
    private Tail tail(List<int[]> paragraphs) {
        int farewell = paragraphs.size();
        for (int i = 1; i < farewell; i++) {
            if (isUnindented(paragraphs.get(i)[0])
                    && Phrases.opensAppendix(
                            text, paragraphs.get(i)[0], paragraphs.get(i)[1])) {
                farewell = i;
            }
        }
        while (farewell > 1 && saysFarewell(paragraphs.get(farewell - 1))) {
            farewell--;
        }
        int conclusion = farewell;
        int passed = 0;
        for (int i = farewell - 1; i >= 1 && passed < 2; i--) {
            int[] paragraph = paragraphs.get(i);
            if (Phrases.concludes(text, paragraph[0], paragraph[1]) && isUnindented(paragraph[0])) {
                if (isWork(paragraphs, i, conclusion)) {
                    break;
                }
                conclusion = i;
                passed = 0;
            } else if (isAnswerOnly(paragraph)) {
                passed++;
            } else {
                break;
            }
        }
        return new Tail(conclusion, farewell);
    }

    /** "So, the sum is:" followed by a calculation is work, not a conclusion. */
    private boolean isWork(List<int[]> paragraphs, int from, int to) {
        return text.charAt(paragraphs.get(from)[1] - 1) == ':'
                && from + 1 < to
                && Phrases.isFormula(
                        text, paragraphs.get(from + 1)[0], paragraphs.get(from + 1)[1]);
    }

    private boolean saysFarewell(int[] paragraph) {
        return Phrases.saysFarewell(text, paragraph[0], paragraph[1]) && isUnindented(paragraph[0]);
    }

    /** A short paragraph, such as a value by itself, which may follow a concluding sentence. */
    private boolean isAnswerOnly(int[] paragraph) {
        return paragraph[1] - paragraph[0] < 80;
    }

    private boolean isAfterBlankLine(int from, int to) {
        return text.substring(from, to).lines().count() > 1;
    }

    private boolean isUnindented(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    private List<int[]> paragraphs(int from, int to) {
        List<int[]> found = new ArrayList<>();
        boolean open = false;
        for (Line line : lines) {
            if (line.end() <= from || line.start() >= to) {
                continue;
            }
            int start = Math.max(line.textStart(text), from);
            if (start >= line.end()) {
                open = false;
            } else if (open) {
                found.getLast()[1] = Math.min(line.end(), to);
            } else {
                found.add(new int[] {start, Math.min(line.end(), to)});
                open = true;
            }
        }
        return found;
    }

    /** In prose a line that ends a sentence ends its paragraph where the next opens a sentence, with or without a blank line. */
    private List<int[]> sentencesApart(List<int[]> paragraphs) {
        List<int[]> found = new ArrayList<>();
        for (int[] paragraph : paragraphs) {
            List<int[]> parts = linesOf(paragraph[0], paragraph[1]);
            int[] open = parts.getFirst().clone();
            for (int[] part : parts.subList(1, parts.size())) {
                if (endsSentence(open) && opensSentence(part)) {
                    found.add(open);
                    open = part.clone();
                } else {
                    open[1] = part[1];
                }
            }
            found.add(open);
        }
        return found;
    }

    private boolean endsSentence(int[] stretch) {
        char last = text.charAt(stretch[1] - 1);
        return last == '.' || last == '!' || last == '。' || last == '$';
    }

    private boolean opensSentence(int[] stretch) {
        return Character.isUpperCase(text.charAt(stretch[0])) && text.indexOf(' ', stretch[0]) < stretch[1];
    }

    private List<int[]> linesOf(int from, int to) {
        List<int[]> found = new ArrayList<>();
        for (Line line : lines) {
            int start = Math.max(line.textStart(text), from);
            if (line.end() > from && line.start() < to && start < line.end()) {
                found.add(new int[] {start, Math.min(line.end(), to)});
            }
        }
        return found;
    }

    /** Paragraphs of prose, those that only go on with a thought joined to it. */
    private List<int[]> joined(List<int[]> paragraphs) {
        List<int[]> found = new ArrayList<>();
        for (int[] paragraph : paragraphs) {
            boolean goesOn = !found.isEmpty()
                    && (endsOpen(found.getLast())
                            || Phrases.continues(text, paragraph[0], paragraph[1])
                            || Phrases.concludes(text, paragraph[0], paragraph[1]));
            if (goesOn) {
                found.getLast()[1] = paragraph[1];
            } else {
                found.add(paragraph);
            }
        }
        return found;
    }

    private boolean endsOpen(int[] paragraph) {
        char last = text.charAt(paragraph[1] - 1);
        return (last == ':' || last == ',' || last == '=') && !(paragraph[0] == 0 && paragraph[1] < 120);
    }

    /** Whether blank lines stand between the items. */
    private boolean spaced(Outline outline) {
        int blanks = 0;
        for (int index : outline.items()) {
            if (index > 0 && lines.get(index - 1).isBlank(text)) {
                blanks++;
            }
        }
        return blanks * 2 >= outline.items().size();
    }

    private static List<Piece> limited(List<Piece> pieces) {
        if (pieces.size() <= MOST_PIECES) {
            return pieces;
        }
        List<Piece> kept = new ArrayList<>(pieces.subList(0, MOST_PIECES));
        kept.set(MOST_PIECES - 1, kept.getLast().until(pieces.getLast().end()));
        return kept;
    }

    private List<Piece> markRepetitions(List<Piece> pieces) {
        Map<String, Integer> seen = new HashMap<>();
        List<Piece> marked = new ArrayList<>();
        for (Piece piece : pieces) {
            @Nullable Integer times = seen.merge(words(piece), 1, Integer::sum);
            boolean loop = times != null && times > 1 && piece.role() == Piece.Role.BODY;
            marked.add(loop ? piece.withRole(Piece.Role.REPETITION) : piece);
        }
        return marked;
    }

    /** The piece without emphasis, and every run of white space as one blank. */
    private String words(Piece piece) {
        StringBuilder words = new StringBuilder(piece.end() - piece.start());
        boolean gap = false;
        for (int at = piece.start(); at < piece.end(); at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || "*#_".indexOf(c) >= 0) {
                gap = true;
            } else {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.append(c);
            }
        }
        return words.toString();
    }
}
