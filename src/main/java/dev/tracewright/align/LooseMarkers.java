package dev.tracewright.align;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads markers that only a list makes certain, such as "1 Add", "2 - Add", "#3 Add", "[4] Add", "Q5: Add" or "→ Add": alone
 * they may be text or arithmetic, so they count only where nothing clearer marks a list and where they count up.
 */
final class LooseMarkers {
    private static final String BLANK = "[ \\t\\u00a0\\u3000]";
    private static final Pattern NUMBER = Pattern.compile(BLANK + "*+(?:>" + BLANK + "*+)*+(?<emphasis>[*_]{0,2}+)(?:"
            + "#" + BLANK + "?+(?<hash>\\d{1,2}+)(?:[.:)]|(?=" + BLANK + "))"
            + "|\\[(?<square>\\d{1,2}+)\\][.:]?+(?=" + BLANK + ")"
            + "|(?<keycap>\\d)\\uFE0F?+\\u20E3"
            + "|(?i:q|question|action|move)" + BLANK + "?+#?+(?<word>\\d{1,2}+)[.:)]"
            + "|(?i:step|prompt|task|part|stage|phase)" + BLANK + "++(?<plain>\\d{1,2}+)(?=" + BLANK
            + "++\\p{Lu}\\p{L})"
            + "|(?<ordinal>(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))" + BLANK
            + "++(?i:step|task|prompt|stage)" + BLANK + "?+[.:,–-]"
            + "|(?<dash>\\d{1,2}+)" + BLANK + "*+[-–—](?=" + BLANK + "++(?:\\*\\*|\\p{L}{2}|\\p{IsIdeographic}))"
            + "|(?<bare>\\d{1,2}+)(?=" + BLANK + "++(?:\\*\\*|\\p{Lu}\\p{L}|\\p{IsIdeographic}))"
            + ")(?<close>[*_]{0,2}+)" + BLANK + "*+");
    private static final List<String> GROUPS =
            List.of("hash", "square", "keycap", "word", "plain", "ordinal", "dash", "bare");
    private static final Pattern BULLET = Pattern.compile(BLANK + "*+[→➔➜➤➢✓✔✅☑☐□■◆◇★☆»]\\uFE0F?+" + BLANK + "++");

    private static final Pattern ZERO = Pattern.compile(BLANK + "*+[#*_(]{0,4}+" + BLANK + "?+(?<step>(?i:step)" + BLANK
            + "++)?+(?<n>0)[*_]{0,2}+[.):：、][*_]{0,2}+(?=" + BLANK + ")" + BLANK + "*+");

    private LooseMarkers() {}

    /** The loose marker with a number at the start of a line, or null where there is none. */
    static @Nullable Marker number(String text, int start, int end) {
        Matcher matcher = NUMBER.matcher(text).region(start, end);
        if (!matcher.lookingAt() || matcher.end() >= end) {
            return null;
        }
        for (String group : GROUPS) {
            if (matcher.group(group) != null) {
                Numeral script = group.equals("ordinal") ? Numeral.ORDINAL : Numeral.DIGITS;
                int value = script.read(matcher.group(group));
                boolean named = List.of("word", "plain", "ordinal").contains(group);
                return new Marker(
                        named ? Marker.Kind.WORD : Marker.Kind.NUMBER,
                        MarkerReader.skipBlanks(text, start, end),
                        matcher.end(),
                        matcher.start(group),
                        matcher.end(group),
                        script,
                        value,
                        value,
                        group + matcher.group("emphasis"));
            }
        }
        return null;
    }

    /** The marker of a step 0, or null where the line has none. */
    static @Nullable Marker zero(String text, int start, int end) {
        Matcher matcher = ZERO.matcher(text).region(start, end);
        if (!matcher.lookingAt() || matcher.end() >= end) {
            return null;
        }
        return new Marker(
                matcher.group("step") == null ? Marker.Kind.NUMBER : Marker.Kind.WORD,
                MarkerReader.skipBlanks(text, start, end),
                matcher.end(),
                matcher.start("n"),
                matcher.end("n"),
                Numeral.DIGITS,
                0,
                0,
                "0");
    }

    /** The loose bullet at the start of a line, or null where there is none. */
    static @Nullable Marker bullet(String text, int start, int end) {
        Matcher matcher = BULLET.matcher(text).region(start, end);
        if (!matcher.lookingAt() || matcher.end() >= end) {
            return null;
        }
        int first = MarkerReader.skipBlanks(text, start, end);
        int body = matcher.end();
        return new Marker(
                Marker.Kind.BULLET, first, body, body, body, Numeral.NONE, 0, 0, text.substring(first, first + 1));
    }
}
