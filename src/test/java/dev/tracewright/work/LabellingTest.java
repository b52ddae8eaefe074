package dev.tracewright.work;

import static dev.tracewright.work.Samples.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.StepStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Corrections are shown at once, survive whatever the disk does, and are taken back in the order of all acts. */
@Timeout(60)
class LabellingTest {
    private static final String KEY = "response-1-llama";
    private static final Correction MERGED = new Correction.OfStatus(2, StepStatus.MERGED);
    private static final Correction SKIPPED = new Correction.OfStatus(2, StepStatus.SKIPPED);
    private static final Correction LINKED = new Correction.OfLinks(0, 23, List.of(1, 2));

    private final Path file;
    private final Screen screen = new Screen();
    private final CountedStamps stamps = new CountedStamps();
    private FailingStore disk;
    private OpenSession session;

    LabellingTest(@TempDir Path folder) {
        file = folder.resolve("lesson.tracewright");
        SessionStore store = Sessions.create(file);
        store.addTraces(List.of(Samples.trace(1, "llama"), Samples.trace(2, "llama")));
        disk = new FailingStore(store);
        session = new OpenSession(disk.store, "ada", screen, stamps);
    }

    @BeforeEach
    void load() {
        session.queue().load(session.store().items("ada"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void reopenAs(String annotator) {
        session.close();
        disk = new FailingStore(Sessions.open(file));
        session = new OpenSession(disk.store, annotator, screen, stamps);
        load();
    }

    private OpenSession.Item item(String key) {
        return session.read(session.queue().find(key).orElseThrow());
    }

    private List<Correction> inForce() {
        return session.labelling().inForce(item(KEY)).stream()
                .map(CorrectionEvent::correction)
                .toList();
    }

    @Test
    void corrections_are_there_after_reopening_for_whoever_made_them() {
        session.labelling().correct(item(KEY), MERGED, null);
        session.labelling().correct(item(KEY), LINKED, new Labelling.Answer("o1", "gpt-4"));
        session.labelling().correct(item(KEY), SKIPPED, null);
        reopenAs("ada");
        assertThat(inForce()).containsExactly(LINKED, SKIPPED);
        assertThat(item(KEY).corrections().getFirst().source()).isEqualTo("gpt-4");
        assertThat(item("response-2-llama").corrections()).isEmpty();
        reopenAs("bob");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void labels_and_corrections_are_taken_back_in_the_order_in_which_they_were_made() {
        Labelling labelling = session.labelling();
        labelling.correct(item(KEY), MERGED, null);
        labelling.label("response-2-llama", RIGHT, 1);
        labelling.correct(item(KEY), SKIPPED, null);
        assertThat(labelling.undo()).contains(KEY);
        assertThat(inForce()).containsExactly(MERGED);
        assertThat(labelling.undo()).contains("response-2-llama");
        assertThat(labelling.undo()).contains(KEY);
        assertThat(labelling.undo()).isEmpty();
        assertThat(inForce()).isEmpty();
        reopenAs("ada");
        assertThat(inForce()).isEmpty();
        assertThat(session.store().correctionHistory(KEY))
                .extracting(CorrectionEvent::undo)
                .containsExactly(false, false, true, true);
    }

    @Test
    void what_is_in_force_already_is_no_act() throws InterruptedException {
        Labelling labelling = session.labelling();
        labelling.correct(item(KEY), new Correction.OfStatus(2, null), null);
        assertThat(labelling.last().get()).isNull();
        labelling.correct(item(KEY), MERGED, null);
        labelling.correct(item(KEY), MERGED, null);
        assertThat(session.saves().drain()).isTrue();
        assertThat(disk.writes).hasValue(1);
    }

    @Test
    void a_disk_that_fails_keeps_corrections_on_the_screen_and_a_retry_writes_each_once() throws InterruptedException {
        disk.full.set(true);
        session.labelling().correct(item(KEY), MERGED, null);
        session.labelling().correct(item(KEY), LINKED, null);
        screen.until(
                () -> session.saves().state().get() instanceof SaveQueue.State.Failed failed && failed.pending() == 2);
        assertThat(inForce()).containsExactly(MERGED, LINKED);
        assertThat(session.store().correctionHistory(KEY)).isEmpty();
        disk.full.set(false);
        session.saves().retry();
        screen.until(() -> session.saves().state().get() instanceof SaveQueue.State.Saved);
        assertThat(session.store().correctionHistory(KEY)).hasSize(2);
    }

    @Test
    void an_export_tells_the_statuses_in_force_and_who_set_them() throws IOException, InterruptedException {
        session.labelling().correct(item(KEY), MERGED, null);
        assertThat(session.saves().drain()).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Transfer.writer(RecordWriter.Format.JSONL).write(out, session.store()::forEachTrace);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst())
                .contains(
                        "\"step_status\":\"followed merged*\"",
                        "\"annotator\":\"ada\"",
                        "\\\"step\\\":2,\\\"status\\\":\\\"merged\\\"");
        assertThat(lines.getLast())
                .contains("\"step_status\":\"followed followed\"", "\"corrections\":null", "\"annotator\":null");
    }
}
