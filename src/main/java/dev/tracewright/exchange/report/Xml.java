package dev.tracewright.exchange.report;

/** Escapes hostile text for HTML and SVG. */
final class Xml {
    private Xml() {}

    /** The text on one line, for content as well as for an attribute in quotation marks, cut at {@code longest} characters. */
    static String escape(String text, int longest) {
        String line = Printable.line(text, longest);
        StringBuilder safe = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
