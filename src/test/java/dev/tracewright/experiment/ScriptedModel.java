package dev.tracewright.experiment;

import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.trace.FinishReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that says what a test wants and remembers what it was asked. */
final class ScriptedModel implements ChatModel {
    final List<ChatRequest> asked = new ArrayList<>();
    private final String output;
    private final FinishReason finish;
    private final @Nullable String reasoning;

    @Nullable
    ChatListener listener;

    @Nullable
    Cancellation cancellation;

    ScriptedModel(String output, FinishReason finish, @Nullable String reasoning) {
        this.output = output;
        this.finish = finish;
        this.reasoning = reasoning;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public boolean demonstration() {
        return true;
    }

    @Override
    public ChatReply ask(ChatRequest request, ChatListener toTell, Cancellation toHeed) {
        asked.add(request);
        listener = toTell;
        cancellation = toHeed;
        List<Attempt> attempts =
                List.of(new Attempt(1, 2, 503, "later", null, null), new Attempt(3, 4, 200, null, 5, 6));
        return new ChatReply(output, reasoning, finish, 5, 6, 4, attempts, List.of());
    }
}
