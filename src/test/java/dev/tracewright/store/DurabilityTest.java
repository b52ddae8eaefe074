package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.LabelEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives killed processes and other writers. */
class DurabilityTest {
    /** More rounds on demand: {@code -Dtracewright.kills=50} in the test JVM's arguments. */
    private static final int KILLS = Integer.getInteger("tracewright.kills", 10);

    private final Path file;
    private final String responseId = Samples.trace(1).response().id();

    DurabilityTest(@TempDir Path folder) {
        file = folder.resolve("eggs.tracewright");
    }

    @BeforeEach
    void create() {
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(List.of(Samples.trace(1)));
        }
    }

    @Test
    void every_acknowledged_label_is_there_after_the_process_is_killed() throws Exception {
        Random random = new Random();
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < KILLS; round++) {
            Process process = LabellingProcess.start(file, "ada", round * 1_000_000, 1_000_000);
            List<String> printed = new ArrayList<>();
            CountDownLatch working = new CountDownLatch(1);
            Thread reader = Thread.startVirtualThread(() -> read(process, printed, working));
            assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(random.nextInt(250));
            // By its handle: Process.destroyForcibly would also throw away what is still in the pipe.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            process.waitFor();
            reader.join();
            acknowledged.addAll(printed);
            assertThat(stored()).as("round %d", round).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 5);
        System.out.println(acknowledged.size() + " labels were acknowledged over " + KILLS + " kills, none was lost");
    }

    @Test
    void two_processes_that_label_one_session_at_once_lose_nothing() throws Exception {
        int count = 300;
        List<String> adas = new ArrayList<>();
        List<String> bobs = new ArrayList<>();
        CountDownLatch working = new CountDownLatch(2);
        Process ada = LabellingProcess.start(file, "ada", 0, count);
        Process bob = LabellingProcess.start(file, "bob", 0, count);
        Thread adaReader = Thread.startVirtualThread(() -> read(ada, adas, working));
        Thread bobReader = Thread.startVirtualThread(() -> read(bob, bobs, working));
        assertThat(ada.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(bob.waitFor(60, TimeUnit.SECONDS)).isTrue();
        adaReader.join();
        bobReader.join();

        assertThat(ada.exitValue() + bob.exitValue()).isZero();
        assertThat(adas).hasSize(count);
        assertThat(bobs).hasSize(count);
        assertThat(stored()).hasSize(2 * count).containsAll(adas).containsAll(bobs);
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.items("ada").getFirst().labelledAt()).isEqualTo(1_000L + count - 1);
            assertThat(store.items("bob").getFirst().labelledAt()).isEqualTo(1_000L + count - 1);
        }
    }

    private Set<String> stored() {
        try (SessionStore store = Sessions.open(file)) {
            Set<String> ids = new HashSet<>();
            for (LabelEvent event : store.labelHistory(responseId)) {
                assertThat(ids.add(event.id())).as("once").isTrue();
            }
            return ids;
        }
    }

    /** Reads what was printed until the process ends; half a line is no acknowledgement. */
    private static void read(Process process, List<String> printed, CountDownLatch working) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(";")) {
                    printed.add(line.substring(0, line.length() - 1));
                    working.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
