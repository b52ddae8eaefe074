package dev.tracewright.ui.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** Turns the LaTeX that models and data sets write into the dialect that JLaTeXMath sets, and sets well. */
final class LatexRewriter {
    /** Stands for an array with as many left-aligned columns as its longest row, and a gap between them. */
    private static final String CASES = "\\begin{cases}";

    private static final int MAX_COLUMNS = 8;

    /** What an environment begins and ends with here; environments that are not listed stay as they are. */
    private static final Map<String, Ends> ENVIRONMENTS = Map.ofEntries(
            Map.entry("align", Ends.of("aligned")),
            Map.entry("flalign", Ends.of("aligned")),
            Map.entry("alignat", Ends.of("alignedat")),
            Map.entry("gather", Ends.of("gathered")),
            Map.entry("multline", Ends.of("gathered")),
            Map.entry("equation", new Ends("", "")),
            Map.entry("displaymath", new Ends("", "")),
            Map.entry("math", new Ends("", "")),
            Map.entry("split", Ends.of("aligned")),
            Map.entry("tabular", Ends.of("array")),
            Map.entry("cases", new Ends("\\left\\{" + CASES, "\\end{array}\\right.")),
            Map.entry("dcases", new Ends("\\left\\{" + CASES, "\\end{array}\\right.")),
            Map.entry("rcases", new Ends("\\left." + CASES, "\\end{array}\\right\\}")));

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("N", "\\mathbb{N}"),
            Map.entry("Q", "\\mathbb{Q}"),
            Map.entry("R", "\\mathbb{R}"),
            Map.entry("Z", "\\mathbb{Z}"),
            Map.entry("allowbreak", ""),
            Map.entry("and", "\\land"),
            Map.entry("arc", "\\overparen"),
            Map.entry("bcancel", "\\st"),
            Map.entry("bm", "\\boldsymbol"),
            Map.entry("cancel", "\\st"),
            Map.entry("centering", ""),
            Map.entry("cis", "\\operatorname{cis}"),
            Map.entry("degrees", "\\degree"),
            Map.entry("dfrac", "\\genfrac{}{}{}{0}"),
            Map.entry("displaylimits", ""),
            Map.entry("divide", "\\div"),
            Map.entry("dotsm", "\\cdots"),
            Map.entry("emph", "\\textit"),
            Map.entry("enspace", "\\hspace{0.5em}"),
            Map.entry("ensuremath", ""),
            Map.entry("hfill", "\\quad"),
            Map.entry("infin", "\\infty"),
            Map.entry("lcm", "\\operatorname{lcm}"),
            Map.entry("lvert", "\\vert"),
            Map.entry("mathellipsis", "\\ldots"),
            Map.entry("mathstrut", ""),
            Map.entry("newline", "\\\\"),
            Map.entry("nobreak", ""),
            Map.entry("noindent", ""),
            Map.entry("nonumber", ""),
            Map.entry("notag", ""),
            Map.entry("or", "\\lor"),
            Map.entry("overarc", "\\overparen"),
            Map.entry("par", ""),
            Map.entry("pmb", "\\boldsymbol"),
            Map.entry("pounds", "£"),
            Map.entry("relax", ""),
            Map.entry("rvert", "\\vert"),
            Map.entry("sgn", "\\operatorname{sgn}"),
            Map.entry("space", "\\ "),
            Map.entry("strut", ""),
            Map.entry("textdegree", "\\degree"),
            Map.entry("textnormal", "\\text"),
            Map.entry("textup", "\\text"),
            Map.entry("wideparen", "\\overparen"),
            Map.entry("xcancel", "\\st"),
            Map.entry("/", ""),
            Map.entry("*", "*"));

    private static final Map<Character, String> CHARACTERS = Map.ofEntries(
            Map.entry('%', "\\%"),
            Map.entry('#', "\\#"),
            Map.entry('°', "^{\\circ}"),
            Map.entry('¹', "^{1}"),
            Map.entry('²', "^{2}"),
            Map.entry('³', "^{3}"),
            Map.entry('⁴', "^{4}"),
            Map.entry('⁵', "^{5}"),
            Map.entry('⁶', "^{6}"),
            Map.entry('⁷', "^{7}"),
            Map.entry('⁸', "^{8}"),
            Map.entry('⁹', "^{9}"),
            Map.entry('⁰', "^{0}"),
            Map.entry('ⁿ', "^{n}"),
            Map.entry('₀', "_{0}"),
            Map.entry('₁', "_{1}"),
            Map.entry('₂', "_{2}"),
            Map.entry('₃', "_{3}"),
            Map.entry('₄', "_{4}"),
            Map.entry('₅', "_{5}"),
            Map.entry('₆', "_{6}"),
            Map.entry('₇', "_{7}"),
            Map.entry('₈', "_{8}"),
            Map.entry('₉', "_{9}"),
            Map.entry('−', "-"),
            Map.entry('×', "\\times "),
            Map.entry('÷', "\\div "),
            Map.entry('″', "''"),
            Map.entry('•', "\\bullet "),
            Map.entry('✓', "\\checkmark "),
            Map.entry('⁄', "/"),
            Map.entry('∣', "\\mid "),
            Map.entry('\u00a0', "~"),
            Map.entry('\u2009', "\\,"),
            Map.entry('\u202f', "\\,"),
            Map.entry('\u200b', ""),
            Map.entry('\ufeff', ""));

    private static final Set<String> WORDS = Set.of(
            "text", "textbf", "textit", "textrm", "textsf", "texttt", "textnormal", "textup", "emph", "mbox", "textsc");

    private record Ends(String begin, String end) {
        static Ends of(String environment) {
            return new Ends("\\begin{" + environment + "}", "\\end{" + environment + "}");
        }
    }

    private final String source;
    private final boolean display;
    private final StringBuilder out;
    /** For every open brace whether words, and not mathematics, stand inside. */
    private final Deque<Boolean> groups = new ArrayDeque<>();

    private int at;
    private int environments;
    private boolean columnsWithoutEnvironment;
    private boolean mathematicsInWords;

    private LatexRewriter(String source, boolean display) {
        this.source = source;
        this.display = display;
        this.out = new StringBuilder(source.length() + 64);
    }

    /** The same formula for JLaTeXMath; what is broken in {@code latex} stays broken. */
    static String rewrite(String latex, boolean display) {
        return new LatexRewriter(trim(latex), display).rewrite();
    }

    /** Without outer white space and without line breaks that end the formula. */
    private static String trim(String latex) {
        String text = latex.strip();
        while (text.endsWith("\\\\")) {
            text = text.substring(0, text.length() - 2).stripTrailing();
        }
        return text;
    }

    private String rewrite() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                command();
            } else {
                character(c);
            }
        }
        return columnsWithoutEnvironment ? "\\begin{aligned}" + out + "\\end{aligned}" : out.toString();
    }

    private void character(char c) {
        at++;
        switch (c) {
            case '{' -> {
                groups.push(false);
                out.append(c);
            }
            case '}' -> {
                groups.poll();
                out.append(c);
            }
            case '$' -> {
                if (isInWords()) {
                    mathematicsInWords = !mathematicsInWords;
                    out.append(c);
                } else {
                    out.append("\\$");
                }
            }
            case '&' -> {
                columnsWithoutEnvironment |= environments == 0 && groups.isEmpty();
                out.append(c);
            }
            default -> {
                String replacement = CHARACTERS.get(c);
                if (replacement == null) {
                    out.append(c);
                } else {
                    out.append(replacement);
                }
            }
        }
    }

    private boolean isInWords() {
        return groups.contains(true);
    }

    private void command() {
        int end = LatexScanner.commandEnd(source, at);
        String name = source.substring(at + 1, end);
        at = end;
        switch (name) {
            case "" -> {}
            case "begin" -> environment(true);
            case "end" -> environment(false);
            case "tag" -> tag();
            case "color", "label", "cline" -> argument();
            case "root" -> root();
            case "hspace", "vspace" -> {
                skipStar();
                out.append('\\').append(name);
            }
            case "operatorname" -> operator();
            case "pmod" -> modulus("(", ")");
            case "mod" -> modulus("", "");
            case "cr" -> out.append("\\\\");
            default -> plain(name);
        }
    }

    private void plain(String name) {
        String replacement = COMMANDS.get(name);
        String written = replacement == null ? "\\" + name : replacement;
        out.append(written);
        boolean letterFollows = at < source.length() && LatexScanner.isLetter(source.charAt(at));
        if (letterFollows && !written.isEmpty() && LatexScanner.isLetter(written.charAt(written.length() - 1))) {
            out.append(' ');
        }
        int next = LatexScanner.skipSpace(source, at);
        if (WORDS.contains(name) && next < source.length() && source.charAt(next) == '{') {
            groups.push(true);
            mathematicsInWords = false;
            out.append('{');
            at = next + 1;
        }
    }

    private void environment(boolean begins) {
        int open = LatexScanner.skipSpace(source, at);
        int close = open < source.length() && source.charAt(open) == '{' ? source.indexOf('}', open) : -1;
        if (close < 0) {
            out.append(begins ? "\\begin" : "\\end");
            return;
        }
        String name = source.substring(open + 1, close).strip();
        String known = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        at = close + 1;
        environments += begins ? 1 : -1;
        if (begins) {
            dropOption();
        }
        Ends ends = ENVIRONMENTS.getOrDefault(known, Ends.of(known));
        if (!begins) {
            dropTrailingBreaks();
        }
        out.append(begins ? ends.begin.replace(CASES, columns()) : ends.end);
    }

    /** The head of an array for the rows from here to the end of the environment. */
    private String columns() {
        int columns = 1;
        int inRow = 1;
        int depth = 0;
        int i = at;
        while (i < source.length() && depth >= 0) {
            int next = i + 1;
            switch (source.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '&' -> inRow += depth == 0 ? 1 : 0;
                case '\\' -> {
                    next = LatexScanner.commandEnd(source, i);
                    switch (source.substring(i + 1, next)) {
                        case "begin" -> depth++;
                        case "end" -> depth--;
                        case "\\" -> inRow = depth == 0 ? 1 : inRow;
                        default -> {}
                    }
                }
                default -> {}
            }
            columns = Math.max(columns, inRow);
            i = next;
        }
        return "\\begin{array}{l" + "@{\\quad}l".repeat(Math.min(columns, MAX_COLUMNS) - 1) + "}";
    }

    /** A line break before {@code \end} would add an empty row. */
    private void dropTrailingBreaks() {
        int length = out.length();
        while (true) {
            while (length > 0 && Character.isWhitespace(out.charAt(length - 1))) {
                length--;
            }
            boolean breaks = length >= 2 && out.charAt(length - 1) == '\\' && out.charAt(length - 2) == '\\';
            if (!breaks) {
                return;
            }
            length -= 2;
            out.setLength(length);
        }
    }

    private void dropOption() {
        if (at < source.length() && source.charAt(at) == '[') {
            int end = source.indexOf(']', at);
            if (end >= 0 && end - at <= 3) {
                at = end + 1;
            }
        }
    }

    private void tag() {
        boolean starred = skipStar();
        String argument = argument();
        if (!argument.isEmpty()) {
            out.append("\\qquad\\text{")
                    .append(starred ? argument : "(" + argument + ")")
                    .append('}');
        }
    }

    /** Plain TeX's {@code \root n \of x}. */
    private void root() {
        int of = source.indexOf("\\of", at);
        if (of < 0) {
            out.append("\\root");
            return;
        }
        String degree = source.substring(at, of).strip();
        at = of + 3;
        out.append("\\sqrt[").append(degree).append(']');
        if (at < source.length() && LatexScanner.isLetter(source.charAt(at))) {
            out.append(' ');
        }
        at = LatexScanner.skipSpace(source, at);
    }

    private void operator() {
        if (!skipStar()) {
            plain("operatorname");
            return;
        }
        out.append("\\mathop{\\mathrm{").append(rewrite(argument(), display)).append("}}\\limits ");
    }

    /** JLaTeXMath sets two quads before a modulus, also inside a line. */
    private void modulus(String before, String after) {
        out.append(display ? "\\quad " : "\\ ")
                .append(before)
                .append("\\mathrm{mod}\\ ")
                .append(rewrite(argument(), display))
                .append(after);
    }

    private boolean skipStar() {
        boolean starred = at < source.length() && source.charAt(at) == '*';
        if (starred) {
            at++;
        }
        return starred;
    }

    /** Reads the next argument and returns it without its braces; empty when there is none. */
    private String argument() {
        int start = LatexScanner.skipSpace(source, at);
        int end = LatexScanner.argumentEnd(source, start);
        if (end < 0) {
            return "";
        }
        at = end;
        return source.charAt(start) == '{' ? source.substring(start + 1, end - 1) : source.substring(start, end);
    }
}
