package dev.tracewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour is the main job from end to end; it fails by itself where anything differs from what it should be. */
class TourTest {
    @BeforeAll
    static void start_the_toolkit() {
        WindowTrouble.watch().close();
    }

    @Test
    void the_tour_reaches_its_end_and_leaves_its_pictures_and_records(@TempDir Path folder) throws IOException {
        new Tour(Path.of("").toAbsolutePath(), folder, line -> {}).run();

        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(11).contains("01-example.png", "10-reopened.png", "example.csv");
        }
        assertThat(Files.readString(folder.resolve("example.csv"))).contains("the changed step gives 195");
    }
}
