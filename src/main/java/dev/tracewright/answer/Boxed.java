package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.List;

/** Finds {@code \boxed{…}} in a text, with nested braces, because a pattern cannot count them. */
final class Boxed {
    private static final List<String> COMMANDS = List.of("\\boxed", "\\fbox");

    private static final int LONGEST = 400;

    private Boxed() {}

    /** Every box in order, each with the place of its content; an unclosed box ends with its line. */
    static List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
            for (String command : COMMANDS) {
                if (text.startsWith(command, at)) {
                    Found box = content(text, at + command.length());
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
        if (at < text.length() && text.charAt(at) == '{') {
            int depth = 0;
            int limit = Math.min(text.length(), at + LONGEST);
            for (int i = at; i < limit && text.charAt(i) != '\n'; i++) {
                char c = text.charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    return new Found(text.substring(at + 1, i).strip(), at + 1, i);
                }
            }
            int end = text.indexOf('\n', at);
            end = Math.min(end < 0 ? text.length() : end, limit);
            return new Found(text.substring(at + 1, end).strip(), at + 1, end);
        }
        int end = at;
        while (end < Math.min(text.length(), at + LONGEST)
                && !Character.isWhitespace(text.charAt(end))
                && "$.,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Found(text.substring(at, end), at, end);
    }
}
