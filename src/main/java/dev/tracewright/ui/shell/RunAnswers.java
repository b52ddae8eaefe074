package dev.tracewright.ui.shell;

import dev.tracewright.store.ItemRow;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.work.OpenSession;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings what studies answer into the queue of the open session, without disturbing what the person does there. */
final class RunAnswers {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final OpenSession session;
    private final ShellParts.AnnotateParts parts;
    private final BooleanSupplier open;
    private final BooleanSupplier looking;
    private final Consumer<Notice> tell;

    /**
     * @param open whether the session is still the open one
     * @param looking whether the queue is on the screen
     * @param tell hears of trouble
     */
    RunAnswers(
            OpenSession session,
            ShellParts.AnnotateParts parts,
            BooleanSupplier open,
            BooleanSupplier looking,
            Consumer<Notice> tell) {
        this.session = session;
        this.parts = parts;
        this.open = open;
        this.looking = looking;
        this.tell = tell;
    }

    /** Brings every now and then what is there, as long as a study runs and the queue is looked at. */
    void follow(RunsViewModel studies) {
        studies.busy().subscribe(busy -> {
            if (busy) {
                lookAgain(studies);
            }
        });
    }

    private void lookAgain(RunsViewModel studies) {
        parts.delay().accept(BETWEEN_LOOKS, () -> {
            if (open.getAsBoolean() && studies.busy().get()) {
                if (looking.getAsBoolean()) {
                    bring(() -> {});
                }
                lookAgain(studies);
            }
        });
    }

    /** Brings what is there now; {@code then} runs when it is in the queue. */
    void bring(Runnable then) {
        List<ItemRow> seen = session.queue().items();
        parts.tasks()
                .run(
                        () -> {
                            session.saves().drain();
                            return session.store().items(session.annotator());
                        },
                        rows -> {
                            if (open.getAsBoolean()) {
                                session.queue().bring(seen, rows);
                                then.run();
                            }
                        },
                        problem -> tell.accept(new Notice(
                                Notice.Kind.WARNING,
                                Texts.of("runs.answers.failed"),
                                String.valueOf(problem.getMessage()))));
    }
}
