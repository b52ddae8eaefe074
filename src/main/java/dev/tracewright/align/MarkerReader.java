package dev.tracewright.align;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the marker at the start of one line by hand, in time linear in the marker's length, for any text. */
final class MarkerReader {
    private static final List<String> WORDS = List.of("step", "part", "phase", "stage", "prompt", "task", "步骤");
    private static final String BULLETS = "-*+•·–▪◦●○►‣";
    private static final String DELIMITERS = ".):：．、）。-–—";
    private static final String NO_ITEM_STARTS = "=+<>^,;";

    private final String text;
    private final int limit;
    private int at;
    private int hashes;
    private int emphasis;
    private boolean bracketed;
    private int numberStart;
    private int numberEnd;
    private int rangeEnd;
    private int lastValue;
    private Numeral script = Numeral.NONE;

    private MarkerReader(String text, int from, int limit) {
        this.text = text;
        this.limit = limit;
        this.at = from;
    }

    /** The marker of the line from {@code start} to {@code end} (without its line break), or null where it has none. */
    static @Nullable Marker read(String text, int start, int end) {
        int first = skipBlanks(text, start, end);
        int from = first;
        while (from < end && text.charAt(from) == '>') {
            from = skipBlanks(text, from + 1, end);
        }
        if (from >= end) {
            return null;
        }
        Marker numbered = numbered(text, first, from, end);
        if (numbered != null) {
            return numbered;
        }
        if (isBullet(text, from, end)) {
            int inner = skipBox(text, skipBlanks(text, from + 1, end), end);
            Marker inside = inner < end ? numbered(text, first, inner, end) : null;
            return inside != null ? inside : plain(Marker.Kind.BULLET, first, inner, "-");
        }
        int hashes = hashes(text, from, end);
        if (hashes > 0) {
            return plain(Marker.Kind.HEADING, first, skipBlanks(text, from + hashes, end), "#".repeat(hashes));
        }
        if (isBoldLine(text, from, end)) {
            return plain(Marker.Kind.BOLD_LINE, first, from, "**");
        }
        return letter(text, first, from, end);
    }

    private static Marker plain(Marker.Kind kind, int start, int end, String style) {
        return new Marker(kind, start, end, end, end, Numeral.NONE, 0, 0, style);
    }

    private static @Nullable Marker numbered(String text, int start, int from, int limit) {
        Marker word = new MarkerReader(text, from, limit).word(start);
        return word != null ? word : new MarkerReader(text, from, limit).number(start);
    }

    private void opening() {
        hashes = hashes(text, at, limit);
        at = skipBlanks(text, at + hashes, limit);
        while (at < limit && (text.charAt(at) == '*' || text.charAt(at) == '_')) {
            at++;
            emphasis++;
        }
    }

    /** "Step 3:", "**Step 3: Title**", "### Step 3", "第三步：". */
    private @Nullable Marker word(int start) {
        opening();
        String style = "";
        bracketed = looking('[');
        if (bracketed || looking('(')) {
            at++;
        }
        if (looking('第')) {
            at = skipBlanks(text, at + 1, limit);
            if (!numeral(false)) {
                return null;
            }
            at = skipBlanks(text, at, limit);
            if (!looking('步')) {
                return null;
            }
            at++;
            if (looking('骤')) {
                at++;
            }
            style = "第";
        } else {
            for (String word : WORDS) {
                if (text.regionMatches(true, at, word, 0, word.length()) && at + word.length() < limit) {
                    style = word;
                }
            }
            if (style.isEmpty()) {
                return null;
            }
            at += style.length();
            if (at < limit && (text.charAt(at) == 's' || text.charAt(at) == 'S')) {
                at++;
            }
            at = skipBlanks(text, at, limit);
            if (looking('#')) {
                at++;
            }
            if (!numeral(true)) {
                return null;
            }
            range();
        }
        boolean delimited = closing();
        boolean heading = hashes > 0 || at >= limit || style.equals("第");
        return delimited || heading || (emphasis > 0 && text.charAt(at - 1) == '*')
                ? marker(Marker.Kind.WORD, start, style)
                : null;
    }

    /** "3.", "3)", "(3)", "**3.**", "三、", "③". */
    private @Nullable Marker number(int start) {
        opening();
        boolean open = looking('(') || looking('（');
        if (open) {
            at++;
        }
        if (!numeral(false)) {
            return null;
        }
        if (script == Numeral.CIRCLED) {
            closing();
            return marker(Marker.Kind.NUMBER, start, "①");
        }
        int afterNumber = at;
        char delimiter = 0;
        for (int i = at; i < limit && i < at + 4 && delimiter == 0; i++) {
            char c = text.charAt(i);
            if (c != '*' && c != '_' && c != '\\') {
                delimiter = c;
            }
        }
        boolean closed = delimiter == ')' || delimiter == '）';
        if (open ? !closed : ".):．、：）。".indexOf(delimiter) < 0 || delimiter == 0) {
            return null;
        }
        if (script == Numeral.CHINESE && !open && delimiter == ')') {
            return null;
        }
        closing();
        if (at < limit) {
            char next = text.charAt(at);
            boolean touching = !isBlank(text.charAt(at - 1));
            if (NO_ITEM_STARTS.indexOf(next) >= 0 || (touching && delimiter != '、' && !mayTouch(next, afterNumber))) {
                return null;
            }
        }
        String bold = emphasis > 0 ? "**" : "";
        return marker(Marker.Kind.NUMBER, start, "#".repeat(hashes) + bold + (open ? "(" : "") + delimiter);
    }

    private boolean mayTouch(char next, int afterNumber) {
        char before = text.charAt(at - 1);
        return (before == '*' && at - 1 > afterNumber)
                || Character.isUpperCase(next)
                || Character.isIdeographic(next)
                || next == '*'
                || next == '$'
                || next == '\\'
                || next == '`'
                || next == '“'
                || next == '"';
    }

    /** "a)", "(b)", "C.", "iv.", "**D.**". */
    private static @Nullable Marker letter(String text, int first, int start, int limit) {
        int at = text.startsWith("**", start) ? start + 2 : start;
        boolean bold = at > start;
        if (at >= limit) {
            return null;
        }
        boolean open = text.charAt(at) == '(';
        if (open) {
            at++;
        }
        int from = at;
        while (at < limit && at < from + 5 && Numeral.isLatin(text.charAt(at))) {
            at++;
        }
        String token = text.substring(from, at);
        Numeral script = token.length() == 1 ? Numeral.LETTER : Numeral.ROMAN;
        int value = token.isEmpty() ? 0 : script.read(token);
        int end = bold && text.startsWith("**", at + 1) ? at + 3 : at + 1;
        if (value == 0 || end >= limit || !isBlank(text.charAt(end))) {
            return null;
        }
        char delimiter = text.charAt(at);
        if (delimiter != ')' && (open || delimiter != '.')) {
            return null;
        }
        String style = (bold ? "**" : "")
                + (open ? "(" : "")
                + delimiter
                + (Character.isUpperCase(token.charAt(0)) ? "A" : "a");
        return new Marker(
                Marker.Kind.LETTER, first, skipBlanks(text, end, limit), from, at, script, value, value, style);
    }

    private boolean numeral(boolean spelled) {
        numberStart = at;
        if (at < limit && Numeral.isCircled(text.charAt(at))) {
            at++;
            script = Numeral.CIRCLED;
        } else {
            while (at < limit && Character.isDigit(text.charAt(at))) {
                at++;
            }
            script = Numeral.DIGITS;
            if (at == numberStart) {
                while (at < limit && Numeral.isChineseDigit(text.charAt(at))) {
                    at++;
                }
                script = Numeral.CHINESE;
            }
            if (at == numberStart && spelled) {
                while (at < limit && at < numberStart + 10 && Numeral.isLatin(text.charAt(at))) {
                    at++;
                }
                script = at - numberStart == 1 ? Numeral.LETTER : Numeral.WORD;
            }
        }
        numberEnd = at;
        rangeEnd = at;
        return at > numberStart && script.read(text.substring(numberStart, numberEnd)) > 0;
    }

    /** "Steps 2-3:", "Step 4 and 5:" name a range; passes its second number. */
    private void range() {
        int next = MarkerReader.skipBlanks(text, at, limit);
        for (String join : List.of("-", "–", "&", "and ", "to ")) {
            if (text.startsWith(join, next)) {
                int from = skipBlanks(text, next + join.length(), limit);
                int to = from;
                while (to < limit && Character.isDigit(text.charAt(to))) {
                    to++;
                }
                int value = to > from ? Numeral.DIGITS.read(text.substring(from, to)) : 0;
                if (value > 0) {
                    lastValue = value;
                    rangeEnd = to;
                    at = to;
                }
                return;
            }
        }
    }

    /** Passes delimiters and closing emphasis; whether there was a delimiter. */
    private boolean closing() {
        boolean delimited = false;
        boolean closed = false;
        while (at < limit) {
            char c = text.charAt(at);
            boolean dash = c == '-' || c == '–' || c == '—';
            if (dash && at + 1 < limit && !isBlank(text.charAt(at + 1))) {
                break;
            }
            boolean escape = c == '\\' && at + 1 < limit && ".)".indexOf(text.charAt(at + 1)) >= 0;
            if (DELIMITERS.indexOf(c) >= 0 || escape || (c == ']' && bracketed)) {
                delimited = true;
                at++;
            } else if ((c == '*' || c == '_') && emphasis > 0 && !closed) {
                for (int i = 0; i < emphasis && at < limit && text.charAt(at) == c; i++) {
                    at++;
                }
                closed = true;
            } else if (isBlank(c) && !delimited && dashAfterBlanks()) {
                at = skipBlanks(text, at, limit);
            } else {
                break;
            }
        }
        at = skipBlanks(text, at, limit);
        return delimited;
    }

    private boolean dashAfterBlanks() {
        int next = skipBlanks(text, at, limit);
        return next + 1 < limit && ":-–—".indexOf(text.charAt(next)) >= 0 && isBlank(text.charAt(next + 1));
    }

    private Marker marker(Marker.Kind kind, int start, String style) {
        int value = script.read(text.substring(numberStart, numberEnd));
        return new Marker(kind, start, at, numberStart, rangeEnd, script, value, Math.max(value, lastValue), style);
    }

    private boolean looking(char c) {
        return at < limit && text.charAt(at) == c;
    }

    private static int hashes(String text, int from, int limit) {
        int at = from;
        while (at < limit && at < from + 6 && text.charAt(at) == '#') {
            at++;
        }
        return at > from && at < limit && isBlank(text.charAt(at)) ? at - from : 0;
    }

    private static boolean isBullet(String text, int at, int limit) {
        return BULLETS.indexOf(text.charAt(at)) >= 0 && at + 1 < limit && isBlank(text.charAt(at + 1));
    }

    /** Passes the box of a task list, "[ ] " or "[x] ". */
    private static int skipBox(String text, int at, int limit) {
        boolean box = at + 3 < limit
                && text.charAt(at) == '['
                && " xX".indexOf(text.charAt(at + 1)) >= 0
                && text.charAt(at + 2) == ']'
                && isBlank(text.charAt(at + 3));
        return box ? skipBlanks(text, at + 3, limit) : at;
    }

    private static boolean isBoldLine(String text, int from, int limit) {
        int end = limit;
        while (end > from && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == ':')) {
            end--;
        }
        return end - from > 4
                && text.startsWith("**", from)
                && text.startsWith("**", end - 2)
                && text.indexOf("**", from + 2) == end - 2;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000' || c == '\r';
    }

    static int skipBlanks(String text, int from, int limit) {
        int at = from;
        while (at < limit && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
