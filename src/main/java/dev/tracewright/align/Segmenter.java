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
        int firstItem = text.length();
        if (!outline.items().isEmpty()) {
            firstItem = markerOf(outline.items().getFirst()).start();
        }
        addOpening(pieces, firstItem);
        for (int i = 0; i < outline.items().size(); i++) {
            Marker marker = markerOf(outline.items().get(i));
            boolean last = i + 1 == outline.items().size();
            int end = last ? text.length() : markerOf(outline.items().get(i + 1)).start();
            String printed =
                    marker.isNumbered() ? text.substring(marker.numberStart(), marker.numberEnd()) : null;
            Piece item = new Piece(marker.start(), end, printed, marker.value(), Piece.Role.BODY);
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
    private void addOpening(List<Piece> pieces, int end) {
        if (end == 0) {
            return;
        }
        List<int[]> paragraphs = joined(paragraphs(0, end));
        if (paragraphs.isEmpty()) {
            pieces.add(new Piece(0, end, null, 0, Piece.Role.PREAMBLE));
            return;
        }
        boolean items = end < text.length();
        int firstWork = 0;
        while (firstWork < paragraphs.size() && isPreamble(paragraphs.get(firstWork), items)) {
            firstWork++;
        }
        int at = 0;
        if (firstWork == paragraphs.size()) {
            pieces.add(new Piece(0, end, null, 0, items ? Piece.Role.PREAMBLE : Piece.Role.BODY));
            return;
        }
        if (firstWork > 0) {
            at = paragraphs.get(firstWork)[0];
            pieces.add(new Piece(0, at, null, 0, Piece.Role.PREAMBLE));
        }
        for (int i = firstWork; i < paragraphs.size(); i++) {
            boolean last = i + 1 == paragraphs.size();
            int next = last ? end : paragraphs.get(i + 1)[0];
            Piece piece = new Piece(at, next, null, 0, Piece.Role.BODY);
            if (last && !items) {
                addWithTail(pieces, piece, paragraphs.get(i)[0], false);
            } else {
                pieces.add(piece);
            }
            at = next;
        }
        if (!items) {
            joinConclusions(pieces);
        }
    }

    /** Announcements and titles do no work: they end in a colon, hold no equation, or stand before a list. */
    private boolean isPreamble(int[] paragraph, boolean items) {
        String body = text.substring(paragraph[0], paragraph[1]).strip();
        if (Phrases.concludes(text, paragraph[0], paragraph[1])) {
            return false;
        }
        boolean works = body.indexOf('=') >= 0 && !body.endsWith(":") && !body.endsWith("**");
        boolean title = body.startsWith("**") && body.endsWith("**") || body.startsWith("#");
        boolean announces = body.endsWith(":") || body.endsWith("：");
        return items ? !works || title : (announces && body.length() < 200 || title || shortOpening(body)) && !works;
    }

    private static boolean shortOpening(String body) {
        return body.length() < 90
                && (body.startsWith("Let's") || body.startsWith("Let’s") || body.startsWith("Sure") || body.startsWith("To solve"))
                && body.chars().noneMatch(Character::isDigit);
    }

    /** The last item without the concluding paragraphs that follow it. */
    private void addWithTail(List<Piece> pieces, Piece item, int bodyStart, boolean dense) {
        List<int[]> paragraphs = dense ? linesOf(bodyStart, item.end()) : paragraphs(bodyStart, item.end());
        int conclusion = paragraphs.size();
        int farewell = paragraphs.size();
        while (farewell > 1 && saysFarewell(paragraphs.get(farewell - 1))) {
            farewell--;
        }
        conclusion = farewell;
        for (int i = farewell - 1; i >= 1; i--) {
            int[] paragraph = paragraphs.get(i);
            if (Phrases.concludes(text, paragraph[0], paragraph[1]) && isUnindented(paragraph[0])) {
                conclusion = i;
            } else if (conclusion < farewell || !isAnswerOnly(paragraph)) {
                break;
            }
        }
        int end = item.end();
        List<Piece> tail = new ArrayList<>();
        if (farewell < paragraphs.size()) {
            int start = paragraphs.get(farewell)[0];
            tail.add(new Piece(start, end, null, 0, Piece.Role.FAREWELL));
            end = start;
        }
        if (conclusion < farewell) {
            int start = paragraphs.get(conclusion)[0];
            tail.addFirst(new Piece(start, end, null, 0, Piece.Role.CONCLUSION));
            end = start;
        }
        pieces.add(item.until(end));
        pieces.addAll(tail);
    }

    private boolean saysFarewell(int[] paragraph) {
        return Phrases.saysFarewell(text, paragraph[0], paragraph[1]) && isUnindented(paragraph[0]);
    }

    /** A formula or a boxed value by itself, which may follow a concluding sentence. */
    private boolean isAnswerOnly(int[] paragraph) {
        return Phrases.isFormula(text, paragraph[0], paragraph[1])
                || text.substring(paragraph[0], paragraph[1]).contains("\\boxed")
                || paragraph[1] - paragraph[0] < 30;
    }

    private boolean isUnindented(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /** In prose, several closing paragraphs are one conclusion. */
    private static void joinConclusions(List<Piece> pieces) {
        while (pieces.size() > 1
                && pieces.getLast().role() == Piece.Role.CONCLUSION
                && pieces.get(pieces.size() - 2).role() == Piece.Role.CONCLUSION) {
            Piece last = pieces.removeLast();
            pieces.set(pieces.size() - 1, pieces.getLast().until(last.end()));
        }
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
                    && (endsOpen(found.getLast()) || Phrases.continues(text, paragraph[0], paragraph[1]))
                    && !Phrases.concludes(text, paragraph[0], paragraph[1]);
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

    private String words(Piece piece) {
        return text.substring(piece.start(), piece.end()).replaceAll("[\\s*#_]++", " ").strip();
    }
}
