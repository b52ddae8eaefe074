package dev.tracewright.llm.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts delegated text into steps and a step into clauses that each ask for one thing. */
final class Clauses {
    private static final Pattern ITEM = Pattern.compile(
            "^(?:#{1,6}+ *+)?(?:\\*\\*)?(?:[Ss]tep *+\\d{1,4}+ *+(?:[:.)–—-]|(?=\\*)|$)|\\(\\d{1,4}+\\)|\\d{1,4}+[.)](?!\\d))(?:\\*\\*)? *+:?");
    private static final Pattern BULLET = Pattern.compile("^[-*•+](?!\\*) *+");
    private static final Pattern SUB_ITEM = Pattern.compile("^(?:[-*•+](?!\\*) *+|\\(?[a-z][.)] ++|\\d{1,2}+[.)] ++)");
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)^(?:\\*\\*)?(?:note:|remember,|by following|good luck|i hope|these steps|this way|let me know|following these"
                    + "|once you|that's it|now you).*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;!?:]++(?=\\s|$)|\\n");
    private static final Pattern THEN = Pattern.compile(
            "(?:, *+)?\\b(?:and then|then|and)\\b,? ++(?=(?:add|subtract|multiply|divide|halve|take away|deduct|round|convert)\\b)",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /** The steps of a delegated text, without their markers: numbered ones, else bullets, else lines. */
    static List<String> steps(String delegated) {
        List<String> lines = delegated.lines().toList();
        boolean numbered =
                lines.stream().anyMatch(line -> ITEM.matcher(line.strip()).lookingAt());
        boolean bulleted = !numbered
                && lines.stream().anyMatch(line -> BULLET.matcher(line.strip()).lookingAt());
        boolean marked = numbered || bulleted;
        Pattern marker = numbered ? ITEM : BULLET;
        List<String> steps = new ArrayList<>();
        boolean blankBefore = false;
        boolean closed = false;
        for (String line : lines) {
            String content = line.strip();
            if (content.isEmpty()) {
                blankBefore = true;
                continue;
            }
            Matcher item = marker.matcher(content);
            boolean top = !marked || (item.lookingAt() && !isNested(line, steps));
            if (top) {
                steps.add(marked ? content.substring(item.end()).strip() : content);
                closed = false;
            } else if (!steps.isEmpty() && !closed) {
                closed = blankBefore && CLOSING.matcher(content).matches();
                if (!closed) {
                    Matcher sub = SUB_ITEM.matcher(content);
                    String body = sub.lookingAt() ? content.substring(sub.end()) : content;
                    steps.add(steps.removeLast() + "\n" + body);
                }
            }
            blankBefore = false;
        }
        return steps;
    }

    /** A marker that stands deeper than a first-level one belongs to the step above it. */
    private static boolean isNested(String line, List<String> steps) {
        return !steps.isEmpty() && line.length() - line.stripLeading().length() >= 2;
    }

    /** One clause, and whether a heading's colon or the end of its line closed it. */
    record Clause(String text, boolean mayBeHeading) {}

    /** The sentences of a step, split further where one asks for two things ("… and then divide …"). */
    static List<Clause> of(String step) {
        String plain = Lexer.plain(step);
        List<Clause> clauses = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(plain);
        boolean untitled = step.startsWith("\n");
        int from = 0;
        while (end.find()) {
            boolean heading = !(untitled && from == 0)
                    && (end.group().startsWith(":") || end.group().equals("\n"));
            split(plain.substring(from, end.start()), heading, clauses);
            from = end.end();
        }
        split(plain.substring(from), false, clauses);
        return clauses;
    }

    private static void split(String sentence, boolean heading, List<Clause> into) {
        for (String clause : THEN.split(sentence, -1)) {
            if (!clause.isBlank()) {
                into.add(new Clause(clause.strip(), heading));
            }
        }
    }
}
