package dev.tracewright.align;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a delegator's text into its steps, because plans arrive as free text in every list style there is. */
public final class StepParser {
    private static final List<String> FAREWELLS = List.of(
            "good luck",
            "let me know",
            "that's it",
            "that’s it",
            "remember, ",
            "remember: ",
            "note:",
            "note that these",
            "**note",
            "*note",
            "(note",
            "by following",
            "following these",
            "these steps",
            "these prompts",
            "with these",
            "now it's your turn",
            "now it’s your turn",
            "i hope",
            "hope this",
            "hope that",
            "feel free",
            "please note",
            "happy ",
            "have fun",
            "once you have completed",
            "once you've completed",
            "after completing",
            "your turn",
            "you've got",
            "you're ready",
            "please ",
            "stop here",
            "祝",
            "注意",
            "希望");

    private StepParser() {}

    /**
     * The steps of {@code delegatedText}; the result's {@code text()} equals the argument for every string. Text without any
     * list is cut at its paragraphs or lines; text without any word has no steps and is all introduction.
     */
    public static Steps parse(String delegatedText) {
        PlanOutline outline = PlanOutline.of(delegatedText);
        List<Line> lines = outline.lines();
        List<Cut> cuts = new ArrayList<>();
        for (Marker marker : outline.markers()) {
            cuts.add(new Cut(marker.start(), marker.end()));
        }
        if (outline.mayRunOn()) {
            cuts = inlineCuts(delegatedText, cuts);
        }
        if (cuts.isEmpty()) {
            cuts = plainCuts(delegatedText, lines);
        }
        if (cuts.isEmpty()) {
            return new Steps(delegatedText, List.of(), "");
        }
        int closing = closingStart(delegatedText, lines, cuts);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            int end = i + 1 < cuts.size() ? cuts.get(i + 1).start : closing;
            int bodyEnd = end;
            while (bodyEnd > cut.body && isSpace(delegatedText.charAt(bodyEnd - 1))) {
                bodyEnd--;
            }
            int body = Math.min(cut.body, end);
            steps.add(new Step(
                    delegatedText.substring(cut.start, body),
                    delegatedText.substring(body, Math.max(body, bodyEnd)),
                    delegatedText.substring(Math.max(body, bodyEnd), end)));
        }
        return new Steps(delegatedText.substring(0, cuts.getFirst().start), steps, delegatedText.substring(closing));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || MarkerReader.isBlank(c);
    }

    private record Cut(int start, int body) {}

    /** The items of a list that runs on within its line, where {@code cuts} has none or only its first. */
    private static List<Cut> inlineCuts(String text, List<Cut> cuts) {
        List<Cut> items = new ArrayList<>();
        for (InlineList.Item item : InlineList.in(text)) {
            items.add(new Cut(item.start(), item.body()));
        }
        boolean sameStart = !items.isEmpty() && (cuts.isEmpty() || items.getFirst().body == cuts.getFirst().body);
        return sameStart ? items : cuts;
    }

    /** Text without a list: its paragraphs where it has several of more than one line, else its lines. */
    private static List<Cut> plainCuts(String text, List<Line> lines) {
        List<Cut> paragraphs = new ArrayList<>();
        List<Cut> singles = new ArrayList<>();
        boolean wide = false;
        boolean open = false;
        for (Line line : lines) {
            if (line.isBlank(text)) {
                open = false;
                continue;
            }
            int start = line.textStart(text);
            if (open) {
                wide = true;
            } else {
                paragraphs.add(new Cut(start, start));
            }
            singles.add(new Cut(start, start));
            open = true;
        }
        List<Cut> cuts = wide && paragraphs.size() > 1 ? paragraphs : singles;
        if (cuts.size() > 1 && introduces(text, cuts.get(0).start, cuts.get(1).start)) {
            cuts.removeFirst();
        }
        return cuts;
    }

    private static boolean introduces(String text, int start, int end) {
        String first = text.substring(start, end).strip();
        return first.endsWith(":") || first.endsWith("：");
    }

    /** Where the text after the last step begins: a farewell or note in a paragraph of its own. */
    private static int closingStart(String text, List<Line> lines, List<Cut> cuts) {
        int last = cuts.getLast().start;
        boolean usual = cuts.size() > 1 && !stepsHaveParagraphs(text, lines, cuts);
        boolean fenced = opensFence(text.substring(0, cuts.getFirst().start));
        boolean afterBlank = false;
        for (Line line : lines) {
            if (line.end() <= last || (line.start() <= last && last < line.next())) {
                continue;
            }
            if (line.isBlank(text)) {
                afterBlank = true;
                continue;
            }
            int start = line.textStart(text);
            boolean own = line.indent() == 0
                    && (line.marker() == null || line.marker().kind() != Marker.Kind.BULLET);
            if (own
                    && ((fenced && isFence(text, start, line.end()))
                            || (afterBlank && usual)
                            || saysFarewell(text, start, line.end())
                            || isRule(text, start, line.end()))) {
                return start;
            }
            afterBlank = false;
        }
        return text.length();
    }

    private static boolean stepsHaveParagraphs(String text, List<Line> lines, List<Cut> cuts) {
        int from = cuts.getFirst().start;
        int to = cuts.getLast().start;
        int next = 1;
        boolean afterBlank = false;
        for (Line line : lines) {
            if (line.start() > from && line.start() < to) {
                int start = line.textStart(text);
                boolean opens = next < cuts.size() && start >= cuts.get(next).start;
                if (opens) {
                    next++;
                } else if (afterBlank && start < line.end() && line.indent() == 0 && line.marker() == null) {
                    return true;
                }
                afterBlank = start == line.end();
            }
        }
        return false;
    }

    private static boolean saysFarewell(String text, int start, int end) {
        String line = text.substring(start, Math.min(end, start + 40)).toLowerCase(Locale.ROOT);
        return FAREWELLS.stream().anyMatch(line::startsWith);
    }

    private static boolean isFence(String text, int start, int end) {
        String line = text.substring(start, end).strip();
        return line.equals("```") || line.equals("~~~");
    }

    /** Whether an introduction opens a code fence around the list. */
    private static boolean opensFence(String introduction) {
        return introduction
                                .lines()
                                .filter(line -> line.startsWith("```") || line.startsWith("~~~"))
                                .count()
                        % 2
                == 1;
    }

    private static boolean isRule(String text, int start, int end) {
        String line = text.substring(start, end).strip();
        return line.length() >= 3 && line.chars().allMatch(c -> c == '-' || c == '*' || c == '_' || c == '=');
    }
}
