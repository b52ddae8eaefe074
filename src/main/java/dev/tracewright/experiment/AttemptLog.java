package dev.tracewright.experiment;

import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.ChatListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the attempts of one call down as they begin and end; hears them from the model that is asked. */
final class AttemptLog implements ChatListener {
    private final StudyCall call;
    private final RunJournal journal;
    private final Consumer<String> text;
    private final Function<Attempt, Paid> used;
    private final List<String> begun = new ArrayList<>();
    private int ended;

    /**
     * @param text hears the output as it comes
     * @param used hears every attempt that has ended, and tells what it cost
     */
    AttemptLog(StudyCall call, RunJournal journal, Consumer<String> text, Function<Attempt, Paid> used) {
        this.call = call;
        this.journal = journal;
        this.text = text;
        this.used = used;
    }

    @Override
    public void attempting() {
        begun.add(journal.begins(call));
    }

    @Override
    public void output(String piece) {
        text.accept(piece);
    }

    @Override
    public void retrying(Attempt failed, long waitMillis) {
        end(failed);
    }

    private void end(Attempt attempt) {
        journal.ends(call, begun.get(ended), used.apply(attempt));
        ended++;
    }

    /** The id of the attempt that brought the answer, which the journal ends together with it. */
    String accepted() {
        return begun.get(ended);
    }

    /**
     * Ends the last attempt, which brought nothing to keep.
     *
     * @param attempts all attempts, as the model tells them
     * @param why what to write where the attempt itself tells no trouble
     */
    void endLast(List<Attempt> attempts, @Nullable String why) {
        if (ended < begun.size() && ended < attempts.size()) {
            Attempt last = attempts.get(ended);
            end(new Attempt(
                    last.startedAt(),
                    last.millis(),
                    last.status(),
                    last.problem() == null ? why : last.problem(),
                    last.promptTokens(),
                    last.outputTokens()));
        }
    }
}
