package dev.tracewright.ui.formula;

import java.util.Set;
import java.util.regex.Pattern;

/** Refuses LaTeX that defines, loads, paints over its surroundings or is too large, before it reaches the typesetter. */
final class LatexGuard {
    /** Longest body in UTF-16 characters. */
    static final int MAX_LENGTH = 4_000;
    /** Deepest nesting of braces, {@code \left} and {@code \begin} together. */
    static final int MAX_DEPTH = 40;

    /** Commands that define or redefine, change global sizes, load, count up to a number, or draw filled backgrounds. */
    private static final Set<String> REFUSED = Set.of(
            "DeclareMathOperator",
            "DeclareMathSizes",
            "DeclareRobustCommand",
            "GeoGebra",
            "Roman",
            "bgcolor",
            "catcode",
            "char",
            "colorbox",
            "csname",
            "def",
            "definecolor",
            "edef",
            "else",
            "endcsname",
            "expandafter",
            "fcolorbox",
            "fcscore",
            "fi",
            "futurelet",
            "gdef",
            "global",
            "hdotsfor",
            "href",
            "hskip",
            "if",
            "ifx",
            "include",
            "includegraphics",
            "input",
            "jlatexmathcumsub",
            "jlatexmathcumsup",
            "jlmDynamic",
            "jlmExternalFont",
            "jlmText",
            "jlmTextbf",
            "jlmTextit",
            "jlmTextitbf",
            "jlmXML",
            "let",
            "long",
            "longdiv",
            "loop",
            "magnification",
            "makeatletter",
            "makeatother",
            "newcommand",
            "newenvironment",
            "openin",
            "openout",
            "providecommand",
            "read",
            "renewcommand",
            "renewenvironment",
            "repeat",
            "require",
            "resizebox",
            "roman",
            "romannumeral",
            "rotatebox",
            "scalebox",
            "shadowbox",
            "special",
            "url",
            "usepackage",
            "write",
            "xdef");

    private static final int MAX_DOUBLINGS = 16;

    /** {@code *{1000000}{c}} and {@code \multicolumn{1000000}} make as many columns; hardly a formula needs them. */
    private static final Pattern MANY_COLUMNS =
            Pattern.compile("(?<![a-zA-Z])\\*\\s*\\{[^{}]*\\}\\s*\\{|\\\\multicolumn(?!\\s*\\{\\s*\\d{1,2}\\s*\\})");

    private LatexGuard() {}

    /** Whether {@code body} may be handed to the typesetter. */
    static boolean admits(String body) {
        if (body.isBlank() || body.length() > MAX_LENGTH) {
            return false;
        }
        int depth = 0;
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            if (Character.isSurrogate(c) || c == '@' || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
                return false;
            }
            int next = i + 1;
            if (c == '\\') {
                next = LatexScanner.commandEnd(body, i);
                String name = body.substring(i + 1, next);
                if (REFUSED.contains(name)) {
                    return false;
                }
                depth += change(name);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
            if (depth > MAX_DEPTH || depth < 0) {
                return false;
            }
            i = next;
        }
        return depth == 0 && !MANY_COLUMNS.matcher(body).find() && LatexCost.doublings(body) <= MAX_DOUBLINGS;
    }

    private static int change(String command) {
        return switch (command) {
            case "left", "begin" -> 1;
            case "right", "end" -> -1;
            default -> 0;
        };
    }
}
