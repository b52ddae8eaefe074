package dev.tracewright.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The brackets around a whole value and what stands inside, since a pattern cannot count them.
 *
 * @param open {@code (}, {@code [} or <code>{</code>
 * @param close {@code )}, {@code ]} or <code>}</code>
 */
record Brackets(char open, String inside, char close) {
    /** The brackets whose pair ends with the value, or null where there are none. */
    static @Nullable Brackets around(String value) {
        String plain = value.startsWith("\\{") && value.endsWith("\\}")
                ? "{" + value.substring(2, value.length() - 2) + "}"
                : value;
        if (plain.length() < 2 || "([{".indexOf(plain.charAt(0)) < 0) {
            return null;
        }
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            depth += step(plain.charAt(i));
            if (depth == 0) {
                boolean whole = i == plain.length() - 1;
                boolean braces = (plain.charAt(0) == '{') == (plain.charAt(i) == '}');
                return whole && braces ? new Brackets(plain.charAt(0), plain.substring(1, i), plain.charAt(i)) : null;
            }
        }
        return null;
    }

    /** Whether these are the braces of a set. */
    boolean set() {
        return open == '{';
    }

    /** The parts of {@code value} between any of the {@code separators} that stand in no brackets; stripped, at least one. */
    static List<String> split(String value, String separators) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += step(c);
            if (depth == 0 && separators.indexOf(c) >= 0) {
                parts.add(value.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(value.substring(start).strip());
        return parts;
    }

    private static int step(char c) {
        return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
}
