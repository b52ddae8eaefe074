package dev.tracewright.exchange.report;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says any text in ASCII that LaTeX prints as it is meant, whatever font encoding and language the paper has. What pdfLaTeX has no letter
 * for it prints as its number; XeLaTeX and LuaLaTeX print it as it is.
 */
final class Latex {
    private static final String UNICODE = "\\twunicode";
    /** Of two of these after each other TeX would make one character. */
    private static final String LIGATURES = "-'`,!?<>";

    /** Of how many letters in a row the numbers are printed where there is no letter. */
    private static final int NUMBERS = 4;

    private static final Map<Integer, String> KNOWN = known();
    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('\u0300', "\\`"),
            Map.entry('\u0301', "\\'"),
            Map.entry('\u0302', "\\^"),
            Map.entry('\u0303', "\\~"),
            Map.entry('\u0304', "\\="),
            Map.entry('\u0306', "\\u"),
            Map.entry('\u0307', "\\."),
            Map.entry('\u0308', "\\\""),
            Map.entry('\u030A', "\\r"),
            Map.entry('\u030B', "\\H"),
            Map.entry('\u030C', "\\v"),
            Map.entry('\u0327', "\\c"));

    private Latex() {}

    /** The text for a place where LaTeX sets a paragraph, a caption or a cell, cut at {@code longest} characters. */
    static String escape(String text, int longest) {
        StringBuilder out = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        int[] previous = {0};
        Normalizer.normalize(Printable.line(text, longest), Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> {
                    String said = say(c);
                    if (said == null) {
                        foreign.appendCodePoint(c);
                        previous[0] = 0;
                        return;
                    }
                    flush(out, foreign);
                    if (LIGATURES.indexOf(previous[0]) >= 0 && LIGATURES.indexOf(c) >= 0) {
                        out.append("{}");
                    }
                    out.append(said);
                    previous[0] = c;
                });
        flush(out, foreign);
        return out.toString();
    }

    /** What must stand before a text that {@link #escape} made; empty where nothing must. */
    static String preamble(CharSequence escaped) {
        return escaped.toString().contains(UNICODE)
                ? "\\providecommand{\\twunicode}[2]{\\ifdefined\\XeTeXversion#1\\else\\ifdefined\\luatexversion#1\\else#2\\fi\\fi}\n"
                : "";
    }

    private static void flush(StringBuilder out, StringBuilder foreign) {
        if (foreign.isEmpty()) {
            return;
        }
        out.append(UNICODE).append('{').append(foreign).append("}{{[}U+");
        String numbers = foreign.codePoints()
                .limit(NUMBERS)
                .mapToObj(c -> String.format(Locale.ROOT, "%04X", c))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        boolean more = foreign.codePointCount(0, foreign.length()) > NUMBERS;
        out.append(numbers).append(more ? "\\ldots{}{]}}" : "{]}}");
        foreign.setLength(0);
    }

    /** The character in ASCII, or null where LaTeX has no word for it that is always there. */
    private static @Nullable String say(int c) {
        String known = KNOWN.get(c);
        if (known != null) {
            return known;
        }
        if (c < 0x7F) {
            return Character.toString(c);
        }
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        if (parts.length() != 2 || parts.charAt(0) > 'z' || !Character.isLetter(parts.charAt(0))) {
            return null;
        }
        String accent = ACCENTS.get(parts.charAt(1));
        char letter = parts.charAt(0);
        boolean dotted = letter == 'i' || letter == 'j';
        boolean below = parts.charAt(1) == '\u0327';
        return accent == null ? null : "{" + accent + "{" + (dotted && !below ? "\\" + letter : letter) + "}}";
    }

    private static Map<Integer, String> known() {
        Map<Integer, String> map = new HashMap<>();
        "{}$%&#_".codePoints().forEach(plain -> map.put(plain, "\\" + Character.toString(plain)));
        put(map, "\\", "\\textbackslash{}");
        put(map, "^", "\\textasciicircum{}");
        put(map, "~", "\\textasciitilde{}");
        put(map, "<", "\\textless{}");
        put(map, ">", "\\textgreater{}");
        put(map, "|", "\\textbar{}");
        // Shorthands of languages, ligatures and arguments of the command before must not be made of names.
        put(map, "\"", "{\\char34}");
        put(map, "`", "{\\char96}");
        put(map, "[", "{[}");
        put(map, "]", "{]}");
        put(map, "*", "{*}");
        put(map, "=", "{=}");
        put(map, "\u00A0", "~");
        put(map, "\u2009\u202F", "\\,");
        put(map, "\u2010\u2011", "-");
        put(map, "\u2013", "{--}");
        put(map, "\u2014", "{---}");
        put(map, "\u2018", "{`}");
        put(map, "\u2019", "{'}");
        put(map, "\u201C", "{``}");
        put(map, "\u201D", "{''}");
        put(map, "\u2026", "\\ldots{}");
        put(map, "ß", "{\\ss}");
        put(map, "æ", "{\\ae}");
        put(map, "Æ", "{\\AE}");
        put(map, "ø", "{\\o}");
        put(map, "Ø", "{\\O}");
        put(map, "œ", "{\\oe}");
        put(map, "Œ", "{\\OE}");
        put(map, "ł", "{\\l}");
        put(map, "Ł", "{\\L}");
        put(map, "ı", "{\\i}");
        put(map, "§", "{\\S}");
        put(map, "¶", "{\\P}");
        put(map, "©", "{\\copyright}");
        put(map, "£", "{\\pounds}");
        put(map, "†", "{\\dag}");
        put(map, "‡", "{\\ddag}");
        math(map, "−", "-");
        math(map, "±", "\\pm");
        math(map, "∓", "\\mp");
        math(map, "×", "\\times");
        math(map, "÷", "\\div");
        math(map, "·⋅", "\\cdot");
        math(map, "≤", "\\le");
        math(map, "≥", "\\ge");
        math(map, "≠", "\\ne");
        math(map, "≈", "\\approx");
        math(map, "≪«", "\\ll");
        math(map, "≫»", "\\gg");
        math(map, "∞", "\\infty");
        math(map, "√", "\\surd");
        math(map, "∪", "\\cup");
        math(map, "∈", "\\in");
        math(map, "→", "\\rightarrow");
        math(map, "←", "\\leftarrow");
        math(map, "↔", "\\leftrightarrow");
        math(map, "↑", "\\uparrow");
        math(map, "↓", "\\downarrow");
        math(map, "•", "\\bullet");
        math(map, "°", "^{\\circ}");
        math(map, "¹", "^{1}");
        math(map, "²", "^{2}");
        math(map, "³", "^{3}");
        math(map, "µμ", "\\mu");
        greek(map);
        return Map.copyOf(map);
    }

    private static void greek(Map<Integer, String> map) {
        String letters = "αβγδεζηθικλνξπρστυφχψω";
        String[] names = {
            "alpha",
            "beta",
            "gamma",
            "delta",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "nu",
            "xi",
            "pi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "varphi",
            "chi",
            "psi",
            "omega"
        };
        for (int i = 0; i < names.length; i++) {
            math(map, letters.substring(i, i + 1), "\\" + names[i]);
        }
        String capitals = "ΓΔΘΛΞΠΣΦΨΩ";
        String[] capitalNames = {"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"};
        for (int i = 0; i < capitalNames.length; i++) {
            math(map, capitals.substring(i, i + 1), "\\" + capitalNames[i]);
        }
    }

    private static void put(Map<Integer, String> map, String characters, String said) {
        characters.codePoints().forEach(c -> map.put(c, said));
    }

    private static void math(Map<Integer, String> map, String characters, String said) {
        put(map, characters, "\\ensuremath{" + said + "}");
    }
}
