package dev.tracewright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that labels one response again and again, and prints the id of each event once the store has it. */
final class LabellingProcess {
    private LabellingProcess() {}

    /** Arguments: session file, response id, author, first number, how many events. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        var response = Samples.trace(1).response();
        if (!response.id().equals(arguments[1])) {
            throw new IllegalArgumentException("unknown response " + arguments[1]);
        }
        int first = Integer.parseInt(arguments[3]);
        int count = Integer.parseInt(arguments[4]);
        try (SessionStore store = Sessions.open(file)) {
            for (int i = first; i < first + count; i++) {
                String id = arguments[2] + "-" + i;
                store.addLabel(Samples.label(
                        id, response, arguments[2], i % 2 == 0 ? Samples.RIGHT : Samples.WRONG, 1_000L + i));
                System.out.println(id + ";");
                System.out.flush();
            }
        }
    }

    /** Starts one with the class path and the Java of this process. */
    static Process start(Path file, String author, int first, int count) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                // Here, and not in the system's folder, a killed process leaves its copy of the native library.
                "-Dorg.sqlite.tmpdir=" + Files.createDirectories(file.resolveSibling("native")),
                "-cp",
                System.getProperty("java.class.path"),
                LabellingProcess.class.getName(),
                file.toString(),
                Samples.trace(1).response().id(),
                author,
                String.valueOf(first),
                String.valueOf(count)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
