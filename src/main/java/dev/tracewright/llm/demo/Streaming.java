package dev.tracewright.llm.demo;

import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.trace.FinishReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hands a finished text out word by word, so that a demonstration streams, stops and is cut as a real model's output is. */
final class Streaming {
    private Streaming() {}

    /**
     * Sends {@code text} to the listener with {@code pause} after each word, until it ends, is cancelled, or has used up the
     * request's {@code maxTokens} (a word counts as a token).
     */
    static ChatReply send(
            String text, ChatRequest request, ChatListener listener, Cancellation cancellation, Duration pause) {
        listener.attempting();
        long startedAt = System.currentTimeMillis();
        long from = System.nanoTime();
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        Integer limit = request.maxTokens();
        StringBuilder sent = new StringBuilder();
        FinishReason finish = FinishReason.STOP;
        int words = 0;
        for (String piece : pieces(text)) {
            if (cancellation.isCancelled()) {
                finish = FinishReason.CANCELLED;
                break;
            }
            if (limit != null && words >= limit) {
                finish = FinishReason.LENGTH;
                break;
            }
            sent.append(piece);
            listener.output(piece);
            words++;
            pause(cancelled, pause, cancellation);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        Attempt attempt = new Attempt(startedAt, millis, 0, null, null, null);
        return new ChatReply(sent.toString(), null, finish, null, null, millis, List.of(attempt), List.of());
    }

    private static void pause(CountDownLatch cancelled, Duration pause, Cancellation cancellation) {
        if (pause.isZero()) {
            return;
        }
        try {
            // Returns at once when the call is cancelled; the loop then sees it.
            boolean stopped = cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            if (stopped) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
        }
    }

    /** The words of a text, each with the white space after it; joined they are the text. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
                pieces.add(text.substring(start, i));
                start = i;
            }
        }
        if (start < text.length()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }
}
