package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Knows what was found in every item of a session and what its answer says, so that the queue can be filtered by it. Reads the session page by page in
 * the background and keeps a set a response, of which there are at most as many as combinations of findings. To be used on
 * the screen's thread.
 */
public final class FindingsIndex {
    /** How many items are read in one go: what a person never waits for, and few enough to stop soon. */
    static final int PAGE = 40;

    private final OpenSession session;
    private final TaskRunner tasks;
    private final Map<String, Set<Finding>> known = new HashMap<>();
    /** What an item was read for, so that a label does not make it read again. */
    private final Map<String, Text> texts = new HashMap<>();

    private final Doubts doubts;
    private final Map<String, ItemRow> waiting = new LinkedHashMap<>();
    private final Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
    private final Map<Set<Finding>, Set<Finding>> oneOfEach = new HashMap<>();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0, null));
    private boolean reading;
    private @Nullable String trouble;
    private volatile boolean closed;

    /**
     * How far the reading is.
     *
     * @param read how many items are read
     * @param total how many there are
     * @param trouble why the session could not be read further, in one sentence, or null
     */
    public record Progress(int read, int total, @Nullable String trouble) {
        /** Whether the findings of every item are known. */
        public boolean complete() {
            return read >= total;
        }
    }

    private record Text(@Nullable String planId, boolean drafted) {}

    private record Read(
            String key,
            OpenSession.@Nullable Reading reading,
            @Nullable String trouble) {}

    FindingsIndex(OpenSession session, TaskRunner tasks) {
        this.session = session;
        this.tasks = tasks;
        this.doubts = new Doubts(session.queue()::found);
    }

    /** Begins to read the session, and from now on follows its queue. */
    public void start() {
        session.queue()
                .followedBy(
                        new ItemQueue.Follower() {
                            @Override
                            public void present(ItemRow row) {
                                doubts.present(row);
                                see(row);
                            }

                            @Override
                            public void gone(String key) {
                                doubts.gone(key);
                                forget(key);
                            }
                        },
                        key -> of(key).orElse(Set.of()),
                        doubts::of);
    }

    /** What the answers read so far say against their labels and each other. */
    public Doubts doubts() {
        return doubts;
    }

    /** How far the reading is; changes on the screen's thread. */
    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** What was found in the item with this key; empty while it has not been read. */
    public Optional<Set<Finding>> of(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** In how many of the items read so far this was found. */
    public int count(Finding finding) {
        return counts.getOrDefault(finding, 0);
    }

    /** Reads an item again, because its steps or what a person said about them changed; nothing before it is started. */
    void reread(ItemRow row) {
        if (texts.remove(row.key()) != null) {
            see(row);
        }
    }

    /** Stops; what is still being read is dropped. */
    void close() {
        closed = true;
    }

    private void see(ItemRow row) {
        Text text = new Text(row.planId(), row.drafted());
        if (!text.equals(texts.put(row.key(), text))) {
            waiting.put(row.key(), row);
            readOn();
        }
    }

    private void forget(String key) {
        waiting.remove(key);
        texts.remove(key);
        count(known.remove(key), -1);
        tell();
    }

    private void readOn() {
        if (reading || closed || waiting.isEmpty()) {
            return;
        }
        reading = true;
        tasks.later(this::readPage);
    }

    private void readPage() {
        tell();
        List<ItemRow> page = new ArrayList<>(PAGE);
        Iterator<ItemRow> next = waiting.values().iterator();
        while (page.size() < PAGE && next.hasNext()) {
            page.add(next.next());
            next.remove();
        }
        tasks.run(
                () -> read(page),
                this::take,
                problem -> take(List.of(new Read("", null, Objects.requireNonNullElse(problem.getMessage(), "")))));
    }

    private List<Read> read(List<ItemRow> page) {
        List<Read> results = new ArrayList<>(page.size());
        Map<String, Plan> plans = new HashMap<>();
        for (ItemRow row : page) {
            if (closed) {
                break;
            }
            try {
                results.add(new Read(row.key(), session.readingOf(row, plans), null));
            } catch (RuntimeException problem) {
                results.add(new Read(
                        row.key(), null, Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
            }
        }
        return results;
    }

    private void take(List<Read> page) {
        reading = false;
        if (closed) {
            return;
        }
        List<String> keys = new ArrayList<>();
        for (Read read : page) {
            OpenSession.Reading reading = read.reading();
            if (reading == null) {
                trouble = read.trouble();
            } else if (texts.containsKey(read.key())) {
                Set<Finding> shared = oneOfEach.computeIfAbsent(reading.findings(), set -> set);
                count(known.put(read.key(), shared), -1);
                count(shared, 1);
                doubts.read(read.key(), reading.answer());
                keys.add(read.key());
            }
        }
        session.queue().found(keys);
        tell();
        readOn();
    }

    private void tell() {
        progress.set(new Progress(known.size(), texts.size(), trouble));
    }

    private void count(@Nullable Set<Finding> found, int by) {
        if (found != null) {
            found.forEach(finding -> counts.merge(finding, by, Integer::sum));
        }
    }
}
