package dev.tracewright.llm;

import java.io.IOException;

/** What came is no answer in this dialect; kept apart from broken connections, because asking again would not help. */
final class NonsenseException extends IOException {
    private final String what;
    private final String text;

    /**
     * @param what what it is instead, such as {@code a web page}
     * @param text the text itself, hostile
     */
    NonsenseException(String what, String text) {
        super("no answer of a model");
        this.what = what;
        this.text = text;
    }

    /** What came, in a few words and with a safe excerpt. */
    String words(@org.jspecify.annotations.Nullable String key) {
        String excerpt = SafeText.excerpt(text, key);
        return excerpt.isEmpty() ? what : what + ": " + excerpt;
    }
}
