package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.List;

/** Finds {@code \boxed{…}} in a text, with nested braces, because a pattern cannot count them. */
final class Boxed {
    private static final List<String> COMMANDS = List.of("\\boxed", "\\fbox");

    private static final int LONGEST = 400;

    private Boxed() {}

    /** Every box in order, each with the place of its content; an unclosed box ends with its line. Escaped braces are signs. */
    static List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
            for (String command : COMMANDS) {
                int end = at + command.length();
                boolean longer = end < text.length() && Character.isLetter(text.charAt(end));
                if (text.startsWith(command, at) && !longer) {
                    Found box = content(text, end);
                    if (!box.value().isBlank()) {
                        found.add(box);
                    }
                }
            }
        }
        return found;
    }

    private static Found content(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int limit = Math.min(text.length(), at + LONGEST);
        if (at < text.length() && text.charAt(at) == '{') {
            int depth = 0;
            int end = at;
            while (end < limit && text.charAt(end) != '\n') {
                char c = text.charAt(end);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                end += c == '\\' ? 2 : 1;
            }
            return stripped(text, at + 1, Math.min(end, limit));
        }
        int end = at;
        while (end < limit && !Character.isWhitespace(text.charAt(end)) && "$.,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Found(text.substring(at, end), at, end);
    }

    /** The place of the value is that of its own characters, without the blanks around it. */
    private static Found stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Found(text.substring(start, end), start, end);
    }
}
