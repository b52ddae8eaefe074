package dev.tracewright.exchange;

/** Finds where a JSON object that stands inside other text ends, without reading what it says. */
final class JsonDocumentEnd {
    private JsonDocumentEnd() {}

    /** The offset after the brace that closes the one at {@code from}, or -1 where none does. */
    static int of(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
