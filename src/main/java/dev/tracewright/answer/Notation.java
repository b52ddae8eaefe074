package dev.tracewright.answer;

import java.util.Set;

/** Reads the LaTeX commands of a written value once, from left to right, and keeps those that carry meaning. */
final class Notation {
    private static final Set<String> TEXTS = Set.of(
            "text",
            "mbox",
            "mathrm",
            "textbf",
            "mathbf",
            "textit",
            "mathit",
            "operatorname",
            "textrm",
            "emph",
            "underline",
            "textnormal",
            "mathsf",
            "boldsymbol",
            "bf",
            "rm",
            "boxed",
            "fbox");
    private static final int DEEPEST_TEXT = 8;

    private final String text;
    private final StringBuilder out;
    private int at;

    Notation(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** The text without layout, in one notation. */
    String read() {
        read(text.length(), 0);
        return out.toString();
    }

    private void read(int end, int depth) {
        while (at < end) {
            char c = text.charAt(at++);
            if (c == '\\') {
                command(end, depth);
            } else if (c != '$') {
                out.append(c);
            }
        }
    }

    private void command(int end, int depth) {
        if (at >= end) {
            return;
        }
        int start = at;
        while (at < end && isLetter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            sign(text.charAt(at++));
            return;
        }
        String name = text.substring(start, at);
        if (TEXTS.contains(name) && depth < DEEPEST_TEXT) {
            words(end, depth, name.equals("boxed") || name.equals("fbox"));
            return;
        }
        String sign = plain(name);
        out.append(sign);
        boolean layout = sign.isEmpty();
        if (layout && at < end && text.charAt(at) == '.') {
            at++;
        }
    }

    private static String plain(String name) {
        return switch (name) {
            case "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg" -> "";
            case "displaystyle", "textstyle", "limits", "nolimits", "quad", "qquad" -> " ";
            case "approx" -> "=";
            case "dfrac", "tfrac", "cfrac" -> "\\frac";
            case "tbinom", "dbinom" -> "\\binom";
            case "cdot", "times", "ast" -> "*";
            case "div" -> "/";
            case "le", "leqslant" -> "\\leq";
            case "ge", "geqslant" -> "\\geq";
            case "lt" -> "<";
            case "gt" -> ">";
            case "ne" -> "\\neq";
            case "lbrace" -> "\\{";
            case "rbrace" -> "\\}";
            case "lbrack" -> "[";
            case "rbrack" -> "]";
            case "langle", "rangle" -> name.equals("langle") ? "(" : ")";
            case "circ", "degree", "degrees" -> "°";
            case "infin" -> "\\infty";
            case "varnothing" -> "\\emptyset";
            case "lvert", "rvert", "vert" -> "|";
            default -> "\\" + name;
        };
    }

    private void sign(char c) {
        switch (c) {
            case ',', '!', ';', ':', '(', ')', '[', ']', '$', '#' -> {}
            case '%', '_', '*', '&' -> out.append(c == '&' ? ' ' : c);
            case ' ' -> out.append(' ');
            default -> out.append('\\').append(c);
        }
    }

    /** {@code \text{ cm}} after a value is a unit and goes; {@code \text{Evelyn}} where a value may stand is the value. */
    private void words(int end, int depth, boolean value) {
        int open = at;
        while (open < end && text.charAt(open) == ' ') {
            open++;
        }
        if (open >= end || text.charAt(open) != '{') {
            return;
        }
        int close = closing(open, end);
        String inner = text.substring(open + 1, close).strip();
        at = open + 1;
        if (inner.equals("and") || inner.equals("or")) {
            out.append(',');
        } else if (value || standsAlone()) {
            read(close, depth + 1);
        } else {
            out.append(' ');
            at = Math.min(end, close + 1);
            skipUnitPower(end);
            return;
        }
        at = Math.min(end, close + 1);
    }

    private int closing(int open, int end) {
        int depth = 0;
        for (int i = open; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return end;
    }

    private void skipUnitPower(int end) {
        for (String power : new String[] {"^2", "^3", "^{2}", "^{3}"}) {
            if (text.startsWith(power, at) && at + power.length() <= end) {
                at += power.length();
                return;
            }
        }
    }

    private boolean standsAlone() {
        int before = out.length() - 1;
        while (before >= 0 && Character.isWhitespace(out.charAt(before))) {
            before--;
        }
        return before < 0 || ",;([{=&:\\".indexOf(out.charAt(before)) >= 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
