package dev.tracewright.ui.formula;

/** Where commands, groups and arguments end in LaTeX source; shared by the guard and the rewriter. */
final class LatexScanner {
    private LatexScanner() {}

    /** Offset after the command whose backslash is at {@code at}: a run of letters or one other character. */
    static int commandEnd(String latex, int at) {
        int end = at + 1;
        while (end < latex.length() && isLetter(latex.charAt(end))) {
            end++;
        }
        return end == at + 1 ? Math.min(latex.length(), at + 2) : end;
    }

    /** The first offset at or after {@code from} that holds no white space. */
    static int skipSpace(String latex, int from) {
        int at = from;
        while (at < latex.length() && Character.isWhitespace(latex.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Offset after the group that opens at {@code at} with {@code open}, or -1 when nothing closes it. */
    static int groupEnd(String latex, int at, char open, char close) {
        int depth = 0;
        for (int i = at; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Offset after the argument that begins at {@code at}: a group, a command or one character; -1 when there is none. */
    static int argumentEnd(String latex, int at) {
        if (at >= latex.length() || latex.charAt(at) == '}') {
            return -1;
        }
        return switch (latex.charAt(at)) {
            case '{' -> groupEnd(latex, at, '{', '}');
            case '\\' -> commandEnd(latex, at);
            default -> at + 1;
        };
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
