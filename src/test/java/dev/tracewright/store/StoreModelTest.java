package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of labelling, undoing and drafting leave the store as they leave a few maps, also after reopening. */
class StoreModelTest {
    private static final List<String> AUTHORS = List.of("ada", "bob", "åsa 中");

    private final List<Trace> traces =
            IntStream.rangeClosed(1, 6).mapToObj(Samples::trace).toList();
    private final Map<String, List<LabelEvent>> histories = new HashMap<>();
    private final Map<String, LabelEvent> labels = new HashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final List<Object> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_store_agrees_with_a_simple_model(long seed, @TempDir Path folder) {
        Random random = new Random(seed);
        Path file = folder.resolve("model.tracewright");
        SessionStore store = Sessions.create(file);
        store.addTraces(traces);
        for (int step = 0; step < 250; step++) {
            act(store, random, step);
            if (random.nextInt(40) == 0) {
                store.close();
                store = Sessions.open(file);
            }
            if (step % 25 == 0) {
                assertAgrees(store);
            }
        }
        store.close();
        try (SessionStore reopened = Sessions.open(file)) {
            assertAgrees(reopened);
        }
    }

    private void act(SessionStore store, Random random, int step) {
        Trace trace = traces.get(random.nextInt(traces.size()));
        String author = AUTHORS.get(random.nextInt(AUTHORS.size()));
        // The clock stands still and jumps back now and then.
        long at = 1_000L + step / 10 - random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0, 1 -> label(store, trace.response(), author, step, at, randomLabel(random), false);
            case 2 -> {
                List<LabelEvent> history = histories
                        .getOrDefault(trace.response().id(), List.of())
                        .stream()
                        .filter(event -> event.author().equals(author))
                        .toList();
                Label before = history.size() < 2
                        ? Label.NONE
                        : history.get(history.size() - 2).label();
                label(store, trace.response(), author, step, at, before, true);
            }
            case 3 ->
                draft(
                        store,
                        new Draft(
                                "d" + step,
                                Samples.planOf(trace).id(),
                                author,
                                Samples.steps("do " + step, "then"),
                                "edit",
                                at));
            case 4 -> draft(store, new Draft("d" + step, Samples.planOf(trace).id(), author, null, "undo", at));
            default -> again(store, random);
        }
    }

    private void label(
            SessionStore store, Response response, String author, int step, long at, Label label, boolean undo) {
        LabelEvent event = new LabelEvent("e" + step, response.id(), author, label, undo, step / 4.0, at);
        store.addLabel(event);
        histories.computeIfAbsent(response.id(), id -> new ArrayList<>()).add(event);
        labels.put(author + "/" + response.id(), event);
        done.add(event);
    }

    private void draft(SessionStore store, Draft draft) {
        store.addDraft(draft);
        drafts.put(draft.author() + "/" + draft.planId(), draft);
        done.add(draft);
    }

    /** A retry of something that was done: nothing may change. */
    private void again(SessionStore store, Random random) {
        if (done.isEmpty()) {
            return;
        }
        switch (done.get(random.nextInt(done.size()))) {
            case LabelEvent event -> store.addLabel(event);
            case Draft draft -> store.addDraft(draft);
            case Object other -> throw new AssertionError("unknown " + other);
        }
    }

    private void assertAgrees(SessionStore store) {
        for (String author : AUTHORS) {
            List<ItemRow> items = store.items(author);
            assertThat(items).hasSize(traces.size());
            for (int i = 0; i < items.size(); i++) {
                Trace trace = traces.get(i);
                Plan plan = Samples.planOf(trace);
                LabelEvent event = labels.get(author + "/" + trace.response().id());
                Optional<Draft> draft = standing(drafts.get(author + "/" + plan.id()));
                ItemRow item = items.get(i);
                assertThat(item.label()).isEqualTo(event == null ? Label.NONE : event.label());
                assertThat(item.labelledAt()).isEqualTo(event == null ? 0 : event.at());
                assertThat(item.drafted()).isEqualTo(draft.isPresent());
                assertThat(store.draft(plan.id(), author)).isEqualTo(draft);
                assertThat(store.trace(trace.response().id(), author))
                        .contains(new Trace(trace.problem(), plan, null, trace.response(), event));
            }
        }
        for (Trace trace : traces) {
            String id = trace.response().id();
            assertThat(store.labelHistory(id)).isEqualTo(histories.getOrDefault(id, List.of()));
        }
    }

    private static Optional<Draft> standing(@Nullable Draft draft) {
        return Optional.ofNullable(draft).filter(it -> it.steps() != null);
    }

    private static Label randomLabel(Random random) {
        Label label = Label.NONE;
        if (random.nextInt(3) > 0) {
            label = label.withVerdict(random.nextBoolean() ? Verdict.TRUE : Verdict.FALSE);
        }
        for (Flag flag : Flag.values()) {
            if (flag.personal() && random.nextInt(3) == 0) {
                label = label.toggled(flag);
            }
        }
        return random.nextInt(4) == 0 ? label.withNote("note, with ; and 🥚 " + random.nextInt()) : label;
    }
}
