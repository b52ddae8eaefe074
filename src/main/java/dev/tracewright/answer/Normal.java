package dev.tracewright.answer;

import java.util.Map;
import java.util.regex.Pattern;

/** Brings a written value into one form, so that notation does not matter: LaTeX spacing, currency, units, separators. */
final class Normal {
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})++(?![\\d,])");
    private static final Pattern SPACED_THOUSANDS =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(?:(?:\\\\[,!;:]|\\{,\\}|,\\\\!)\\d{3})++(?!\\d)");
    private static final String UNITS =
            "cm|mm|km|kg|mg|ml|ft|in|hr|hrs|min|mins|sec|secs|mph|kph|lb|lbs|oz|yd|yds|am|pm|g";
    private static final Pattern UNIT_AFTER_NUMBER = Pattern.compile("^([-+]?\\d[\\d.,/]*+%?)(?:\\s*+-?(?:(?:" + UNITS
            + ")\\b|[A-Za-z]{4,})|\\s++(?!(?:sin|cos|tan|log|pi|mod|or|and)\\b)[A-Za-z]{3,})[A-Za-z\\s./^²³\\d()-]*+$");
    private static final Pattern LIST_WORD = Pattern.compile(",?+\\s++(?:and|or)\\s++");
    private static final Pattern EXPONENT_OF_UNIT = Pattern.compile("(?<=\\d)\\s*+\\^\\{?\\\\(?:circ|degree)\\}?");
    private static final Pattern NAMED = Pattern.compile(
            "^(?:[A-Za-z](?:_\\{?\\w{1,4}\\}?)?(?:\\([^()=]{1,20}\\))*+|[a-z]{1,10}\\([^()=]{1,20}\\)|\\([a-z],\\s*+[a-z](?:,\\s*+[a-z])?\\))\\s*+(?:=|\\\\in(?![a-z])|∈)\\s*+(?=[^=\\s])");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("×", "*"),
            Map.entry("·", "*"),
            Map.entry("⋅", "*"),
            Map.entry("÷", "/"),
            Map.entry("π", "\\pi "),
            Map.entry("∞", "\\infty "),
            Map.entry("∪", "\\cup "),
            Map.entry("√", "\\sqrt "),
            Map.entry("²", "^2"),
            Map.entry("³", "^3"),
            Map.entry("°", ""),
            Map.entry("½", "\\frac{1}{2}"),
            Map.entry("±", "\\pm "),
            Map.entry("（", "("),
            Map.entry("）", ")"),
            Map.entry("，", ","),
            Map.entry("€", ""),
            Map.entry("£", ""),
            Map.entry("¥", ""),
            Map.entry("`", ""),
            Map.entry("**", ""),
            Map.entry("≈", ""));

    private Normal() {}

    /** {@code 2,125} as {@code 2125}; lists such as {@code 1,2,3} and {@code 100,00} stay. */
    static String withoutThousands(String value) {
        String joined = SPACED_THOUSANDS
                .matcher(value)
                .replaceAll(found -> found.group().replaceAll("[^\\d]", ""));
        return THOUSANDS.matcher(joined).replaceAll(found -> found.group().replace(",", ""));
    }

    /** The normal form of a value; equal values in other notation often get equal normal forms, unequal ones never. */
    static String of(String written) {
        String value = written.strip();
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            value = value.replace(sign.getKey(), sign.getValue());
        }
        value = value.replace("\\$", "").replace("$", "").replace("\\%", "%").replace("\\#", "");
        value = EXPONENT_OF_UNIT.matcher(value).replaceAll("");
        value = withoutCommands(value);
        value = LIST_WORD.matcher(withoutText(value).strip()).replaceAll(",");
        value = stripEnds(value);
        boolean grouped = !value.isEmpty() && "([{".indexOf(value.charAt(0)) >= 0;
        value = grouped ? value : withoutThousands(value);
        value = NAMED.matcher(value).replaceFirst("");
        value = UNIT_AFTER_NUMBER.matcher(value).replaceFirst("$1");
        value = value.replace("%", "").strip();
        return stripEnds(value);
    }

    private static String withoutCommands(String value) {
        String plain = value.replace("\\displaystyle", "")
                .replace("\\left", "")
                .replace("\\right", "")
                .replace("\\big", "");
        plain = plain.replace("\\dfrac", "\\frac")
                .replace("\\tfrac", "\\frac")
                .replace("\\cdot", "*")
                .replace("\\times", "*");
        plain = plain.replace("\\le ", "\\leq ")
                .replace("\\ge ", "\\geq ")
                .replace("\\lbrace", "\\{")
                .replace("\\rbrace", "\\}");
        plain = plain.replace("\\degrees", "")
                .replace("\\degree", "")
                .replace("^{\\circ}", "")
                .replace("^\\circ", "");
        plain = plain.replace("\\quad", " ")
                .replace("\\ ", " ")
                .replace("~", " ")
                .replace("\\(", "")
                .replace("\\)", "");
        plain = plain.replace("\\[", "").replace("\\]", "").replace("{,}", ",");
        for (String space : new String[] {"\\,", "\\!", "\\;", "\\:"}) {
            plain = plain.replace(space, "");
        }
        return plain;
    }

    /** {@code \text{ cm}} after a value is a unit; {@code \text{Evelyn}} alone is the value. */
    private static String withoutText(String value) {
        String rest = value;
        for (String command :
                new String[] {"\\text", "\\mbox", "\\mathrm", "\\textbf", "\\mathbf", "\\textit", "\\operatorname"}) {
            int at = rest.indexOf(command + "{");
            while (at >= 0) {
                int open = at + command.length();
                int close = rest.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                String inner = rest.substring(open + 1, close);
                boolean joins = inner.strip().equals("and") || inner.strip().equals("or");
                boolean alone = rest.substring(0, at).isBlank();
                String after = rest.substring(close + 1);
                if (!alone && !joins && (after.startsWith("^2") || after.startsWith("^3"))) {
                    after = after.substring(2);
                }
                rest = rest.substring(0, at) + (joins ? "," : alone ? inner : " ") + after;
                at = rest.indexOf(command + "{");
            }
        }
        return rest;
    }

    private static String stripEnds(String value) {
        int end = value.length();
        while (end > 0 && ".,;:!\"'* ".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && ":\"'* ".indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        return value.substring(start, end);
    }
}
