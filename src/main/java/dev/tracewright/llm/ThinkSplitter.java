package dev.tracewright.llm;

import java.util.function.Consumer;

/**
 * Parts {@code <think>…</think>} from the output while it comes, wherever the pieces are cut. Some chat templates write the
 * opening tag into the prompt; a closing tag without an opening one then ends reasoning that was taken for output.
 */
final class ThinkSplitter {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final Consumer<String> output;
    private final Consumer<String> reasoning;
    private final Runnable outputWasReasoning;
    private String held = "";
    private boolean thinking;
    private boolean seenTag;

    /** @param outputWasReasoning called once where everything given to {@code output} so far was reasoning */
    ThinkSplitter(Consumer<String> output, Consumer<String> reasoning, Runnable outputWasReasoning) {
        this.output = output;
        this.reasoning = reasoning;
        this.outputWasReasoning = outputWasReasoning;
    }

    void accept(String piece) {
        String text = held + piece;
        held = "";
        while (true) {
            int open = thinking ? -1 : text.indexOf(OPEN);
            int close = thinking || !seenTag ? text.indexOf(CLOSE) : -1;
            if (open >= 0 && (close < 0 || open < close)) {
                give(text.substring(0, open));
                text = text.substring(open + OPEN.length());
                thinking = true;
            } else if (close >= 0) {
                give(text.substring(0, close));
                text = text.substring(close + CLOSE.length());
                if (!thinking) {
                    outputWasReasoning.run();
                }
                thinking = false;
            } else {
                break;
            }
            seenTag = true;
        }
        int keep = possibleTag(text);
        give(text.substring(0, text.length() - keep));
        held = text.substring(text.length() - keep);
    }

    /** Gives out what was held back because it might have become a tag; call it when nothing more comes. */
    void end() {
        String last = held;
        held = "";
        give(last);
    }

    private void give(String text) {
        if (!text.isEmpty()) {
            (thinking ? reasoning : output).accept(text);
        }
    }

    /** How many characters at the end could be the beginning of a tag. */
    private static int possibleTag(String text) {
        int from = Math.max(0, text.length() - CLOSE.length() + 1);
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            String end = text.substring(at);
            if (OPEN.startsWith(end) || CLOSE.startsWith(end)) {
                return end.length();
            }
        }
        return 0;
    }
}
