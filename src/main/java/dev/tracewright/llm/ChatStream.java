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

/** Gathers one answer of the OpenAI-compatible dialect from its stream; keeps what had come when the stream breaks. */
final class ChatStream {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_EXCERPT = 1000;
    private static final int MAX_OUTPUT = 8 * 1024 * 1024;

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

    ChatStream(ChatListener listener) {
        this.listener = listener;
        this.splitter = new ThinkSplitter(this::output, this::reasoning, this::outputWasReasoning);
    }

    /**
     * Reads until the answer ends, the server reports a problem, or the stream breaks.
     *
     * @throws NonsenseException when it is no answer in this dialect
     */
    void read(InputStream stream) throws IOException {
        SseReader reader = new SseReader(stream);
        int first = reader.firstCharacter();
        if (first == '{' || first == '[') {
            whole(reader.rest(SseReader.MAX_CHARACTERS));
        } else if (first == '<') {
            throw new NonsenseException("a web page", reader.rest(MAX_EXCERPT));
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

    private void events(SseReader reader) throws IOException {
        SseReader.Event event;
        boolean any = false;
        while (!terminated && problem == null && (event = reader.next()) != null) {
            any = true;
            event(event);
            if (output.length() + reasoning.length() > MAX_OUTPUT) {
                throw new IOException("the output does not end; cut after " + MAX_OUTPUT + " characters");
            }
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
            JsonNode chunk;
            try {
                chunk = JSON.readTree(data);
            } catch (JacksonException e) {
                if (!event.complete()) {
                    return;
                }
                throw new NonsenseException("an event that is no JSON", data);
            }
            chunk(chunk);
        }
    }

    private void whole(String body) throws IOException {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new NonsenseException("broken JSON", body);
        }
        chunk(answer);
        if (problem != null) {
            return;
        }
        if (!answer.path("choices").path(0).isObject()) {
            throw new NonsenseException("JSON without an answer", body);
        }
        terminated = true;
    }

    private void chunk(JsonNode chunk) {
        problem = ServerProblem.in(chunk);
        if (problem != null) {
            return;
        }
        usage(chunk.path("usage"));
        for (JsonNode choice : chunk.path("choices")) {
            if (choice.path("index").asInt(0) == 0) {
                choice(choice);
            }
        }
    }

    private void choice(JsonNode choice) {
        problem = ServerProblem.in(choice);
        if (problem != null) {
            return;
        }
        JsonNode message = choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
        String apart = text(message.path("reasoning"));
        reasoning(apart.isEmpty() ? text(message.path("reasoning_content")) : apart);
        String piece = text(message.path("content")) + text(message.path("refusal"));
        if (!piece.isEmpty()) {
            splitter.accept(piece);
        }
        String reason = text(choice.path("finish_reason"));
        if (!reason.isEmpty()) {
            finish = finish(reason);
        }
    }

    private FinishReason finish(String reason) {
        return switch (reason) {
            case "stop", "eos", "eos_token", "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
            case "content_filter" -> {
                notes.add("The server's content filter cut the output.");
                yield FinishReason.TRUNCATED;
            }
            default -> {
                notes.add(
                        "The server gives '" + SafeText.excerpt(reason, null) + "' as the reason of the output's end.");
                yield FinishReason.UNKNOWN;
            }
        };
    }

    private void usage(JsonNode usage) {
        JsonNode prompt = usage.path("prompt_tokens");
        if (prompt.isInt()) {
            promptTokens = prompt.intValue();
        }
        JsonNode completion = usage.path("completion_tokens");
        if (completion.isInt()) {
            outputTokens = completion.intValue();
        }
    }

    private void output(String piece) {
        output.append(piece);
        listener.output(piece);
    }

    private void reasoning(String piece) {
        if (!piece.isEmpty()) {
            reasoning.append(piece);
            listener.reasoning(piece);
        }
    }

    private void outputWasReasoning() {
        reasoning.append(output);
        output.setLength(0);
        notes.add("The text before </think> came as output and is kept as reasoning.");
    }

    /** A text, or the texts of a list of content parts. */
    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        StringBuilder parts = new StringBuilder();
        if (node.isArray()) {
            node.forEach(part -> parts.append(text(part.path("text"))));
        }
        return parts.toString();
    }
}
