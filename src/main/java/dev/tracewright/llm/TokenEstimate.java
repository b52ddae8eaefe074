package dev.tracewright.llm;

/** How many tokens a call will roughly take, for budgets that must be kept before the server has counted. */
final class TokenEstimate {
    /** Output tokens that are expected where the request sets no limit. */
    static final int USUAL_OUTPUT = 500;

    private static final int LETTERS_PER_TOKEN = 4;

    private TokenEstimate() {}

    /** Prompt and the most output of a call. */
    static int of(ChatRequest request) {
        int output = request.maxTokens() == null ? USUAL_OUTPUT : request.maxTokens();
        return ofPrompt(request) + output;
    }

    /** System prompt and prompt. */
    static int ofPrompt(ChatRequest request) {
        return of(request.prompt()) + (request.system() == null ? 0 : of(request.system()));
    }

    /** A text: four Latin letters a token, and a token for every character of other scripts. */
    static int of(String text) {
        int latin = (int) text.codePoints().filter(c -> c < 0x80).count();
        int others = text.codePointCount(0, text.length()) - latin;
        return (latin + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN + others;
    }
}
