package dev.tracewright.work;

import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import java.util.ArrayList;
import java.util.List;

/** A model that does what a test wants and remembers what it was asked. */
final class ScriptedModel implements ChatModel {
    static final Attempt FAILED = new Attempt(10, 5, 503, "try later", null, null);
    static final Attempt ACCEPTED = new Attempt(20, 7, 200, null, 3, 4);

    final List<ChatRequest> asked = new ArrayList<>();
    private final Script script;

    /** What the model does when it is asked. */
    interface Script {
        ChatReply ask(ChatListener listener, Cancellation cancellation) throws ModelException;
    }

    ScriptedModel(Script script) {
        this.script = script;
    }

    /** Streams the output in one piece and ends. */
    static ScriptedModel saying(String output) {
        return new ScriptedModel((listener, cancellation) -> {
            listener.output(output);
            return reply(output, FinishReason.STOP);
        });
    }

    static ChatReply reply(String output, FinishReason finish) {
        return new ChatReply(output, null, finish, 3, 4, 7, List.of(FAILED, ACCEPTED), List.of());
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
    public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation) throws ModelException {
        asked.add(request);
        return script.ask(listener, cancellation);
    }
}
