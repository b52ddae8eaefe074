package dev.tracewright.llm;

import dev.tracewright.trace.FinishReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers one answer from its stream, in whatever dialect; keeps what had come when the stream breaks. */
final class ChatStream {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_EXCERPT = 1000;
    private static final int MAX_OUTPUT = 8 * 1024 * 1024;

    private final Protocol protocol;
    private final ChatListener listener;
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private final ThinkSplitter splitter;
    private @Nullable FinishReason finish;
    private @Nullable ServerProblem problem;
    private @Nullable Integer promptTokens;
    private @Nullable Integer outputTokens;
    private boolean terminated;

    ChatStream(Protocol protocol, ChatListener listener) {
        this.protocol = protocol;
        this.listener = listener;
        this.splitter = new ThinkSplitter(this::outputPiece, this::reasoning, this::outputWasReasoning);
    }

    /**
     * Reads until the answer ends, the server reports a problem, or the stream breaks.
     *
     * @throws NonsenseException when it is no answer in this dialect
     */
    void read(InputStream stream) throws IOException {
        SseReader reader = new SseReader(stream);
        int first = reader.firstCharacter();
        if (first == '<') {
            throw new NonsenseException("a web page", reader.rest(MAX_EXCERPT));
        } else if (first == '{' && protocol.lines()) {
            lines(reader);
        } else if (first == '{' || first == '[') {
            whole(reader.rest(SseReader.MAX_CHARACTERS));
        } else {
            events(reader);
        }
    }

    /** Gives out what was held back; call it when nothing more comes, for whatever reason. */
    void end() {
        splitter.end();
    }

    /** Whether any output or reasoning has come. */
    boolean begun() {
        return !output.isEmpty() || !reasoning.isEmpty();
    }

    /** How the server says it ended, or null while it has not said. */
    @Nullable
    FinishReason finish() {
        return finish == null && terminated ? FinishReason.STOP : finish;
    }

    /** What the server reported instead of going on, or null. */
    @Nullable
    ServerProblem problem() {
        return problem;
    }

    String outputText() {
        return output.toString();
    }

    @Nullable
    String reasoningText() {
        return reasoning.isEmpty() ? null : reasoning.toString();
    }

    @Nullable
    Integer promptTokens() {
        return promptTokens;
    }

    @Nullable
    Integer outputTokens() {
        return outputTokens;
    }

    List<String> notes() {
        return notes;
    }

    /** Text that belongs to the output, apart from reasoning in tags. */
    void output(String piece) {
        if (!piece.isEmpty()) {
            splitter.accept(piece);
        }
    }

    /** Reasoning that the server keeps apart. */
    void reasoning(String piece) {
        if (!piece.isEmpty()) {
            reasoning.append(piece);
            listener.reasoning(piece);
        }
    }

    /** The server says how it ended. */
    void ended(FinishReason reason) {
        finish = reason;
    }

    /** The server gives a reason that is none of those known. */
    void endedStrangely(String reason) {
        note("The server gives '" + SafeText.excerpt(reason, null) + "' as the reason of the output's end.");
        finish = FinishReason.UNKNOWN;
    }

    /** Nothing more comes. */
    void terminated() {
        terminated = true;
    }

    /** The server reports a problem instead of going on. */
    void failed(ServerProblem reported) {
        problem = reported;
    }

    /** A sentence for a person. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** The server's count, where it is one. */
    void promptTokens(JsonNode count) {
        promptTokens = count.isInt() ? Integer.valueOf(count.intValue()) : promptTokens;
    }

    /** The server's count, where it is one. */
    void outputTokens(JsonNode count) {
        outputTokens = count.isInt() ? Integer.valueOf(count.intValue()) : outputTokens;
    }

    /** A text, or the texts of a list of content parts. */
    static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        StringBuilder parts = new StringBuilder();
        if (node.isArray()) {
            node.forEach(part -> parts.append(text(part.path("text"))));
        }
        return parts.toString();
    }

    private boolean goesOn() throws IOException {
        if (output.length() + reasoning.length() > MAX_OUTPUT) {
            throw new IOException("the output does not end; cut after " + MAX_OUTPUT + " characters");
        }
        return !terminated && problem == null;
    }

    private void lines(SseReader reader) throws IOException {
        String line = reader.nextLine();
        boolean any = false;
        while (line != null) {
            JsonNode piece = parsed(line);
            if (piece != null) {
                any = true;
                chunk(piece);
                line = goesOn() ? reader.nextLine() : null;
                continue;
            }
            String next = reader.nextLine();
            if (next != null && any) {
                throw new NonsenseException("a line that is no JSON", line);
            }
            if (next != null) {
                whole(line + "\n" + next + "\n" + reader.rest(SseReader.MAX_CHARACTERS));
            }
            return;
        }
    }

    private void events(SseReader reader) throws IOException {
        SseReader.Event event;
        boolean any = false;
        while (goesOn() && (event = reader.next()) != null) {
            any = true;
            event(event);
        }
        if (!any && !reader.stray().isBlank()) {
            throw new NonsenseException("plain text", reader.stray());
        }
    }

    private void event(SseReader.Event event) throws IOException {
        String data = event.data().strip();
        if (data.equals("[DONE]")) {
            terminated = true;
        } else if (event.name().equals("error")) {
            problem = ServerProblem.ofBody(data);
        } else if (!data.isEmpty()) {
            JsonNode piece = parsed(data);
            if (piece != null) {
                chunk(piece);
            } else if (event.complete()) {
                throw new NonsenseException("an event that is no JSON", data);
            }
        }
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private void whole(String body) throws IOException {
        JsonNode answer = parsed(body);
        if (answer == null) {
            throw new NonsenseException("broken JSON", body);
        }
        chunk(answer);
        if (problem != null) {
            return;
        }
        if (!protocol.isAnswer(answer)) {
            throw new NonsenseException("JSON without an answer", body);
        }
        terminated = true;
    }

    private void chunk(JsonNode chunk) {
        problem = ServerProblem.in(chunk);
        if (problem == null) {
            protocol.take(chunk, this);
        }
    }

    private void outputPiece(String piece) {
        output.append(piece);
        listener.output(piece);
    }

    private void outputWasReasoning() {
        reasoning.append(output);
        output.setLength(0);
        notes.add("The text before </think> came as output and is kept as reasoning.");
    }
}
