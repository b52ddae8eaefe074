package dev.tracewright.llm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.Endpoint;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.llm.LocalServer;
import dev.tracewright.llm.ModelCatalog;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model that really computes its words, from the prompt to the reply; skipped where llama.cpp does not run. */
@Tag("engine")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LlamaEngineTest {
    /** From here on an exit code names the signal that ended the process. */
    private static final int SIGNALS = 128;

    @TempDir
    private static Path folder;

    private static @Nullable Process process;
    private static String address = "";

    @BeforeAll
    static void start() throws Exception {
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model, 1);
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LlamaServer.class.getName(),
                        model.toString())
                .redirectError(folder.resolve("engine.log").toFile())
                .start();
        process = started;
        BufferedReader said = started.inputReader();
        String line = said.readLine();
        while (line != null && !line.startsWith("port ") && !line.startsWith("no engine")) {
            line = said.readLine();
        }
        if (line != null && line.startsWith("port ")) {
            address = "http://127.0.0.1:" + line.substring("port ".length());
            return;
        }
        int code = started.waitFor();
        Assumptions.assumeFalse(
                code == LlamaServer.NO_ENGINE || code >= SIGNALS,
                "llama.cpp does not run on this machine: " + (line == null ? "it ended with code " + code : line));
        fail("the engine ended with code " + code + ": " + Files.readString(folder.resolve("engine.log")));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (process != null) {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void it_is_found_and_says_which_model_it_has() {
        assertThat(new ModelCatalog().findLocal(List.of(address)))
                .extracting(LocalServer::kind, LocalServer::models)
                .containsExactly(tuple(LocalServer.Kind.LLAMA_CPP, List.of("tiny")));
    }

    @Test
    void its_words_come_one_by_one_and_are_counted() throws Exception {
        List<String> pieces = new ArrayList<>();
        ChatReply reply = ask(request(12, 0.0, 1, List.of()), pieces::add, new Cancellation());
        assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.output().strip().split(" ")).hasSize(12);
        assertThat(pieces).hasSizeGreaterThan(6);
        assertThat(String.join("", pieces)).isEqualTo(reply.output());
        assertThat(reply.outputTokens()).isEqualTo(12);
        assertThat(reply.promptTokens()).isGreaterThan(3);
        assertThat(reply.attempts()).hasSize(1);
        assertThat(reply.notes()).isEmpty();
    }

    @Test
    void the_seed_decides_what_is_drawn() throws Exception {
        Set<String> outputs = new HashSet<>();
        for (int seed = 1; seed <= 5; seed++) {
            String once = ask(request(8, 1.0, seed, List.of())).output();
            assertThat(ask(request(8, 1.0, seed, List.of())).output()).isEqualTo(once);
            outputs.add(once);
        }
        assertThat(outputs).hasSizeGreaterThan(2);
    }

    @Test
    void a_stop_text_ends_the_output_before_it() throws Exception {
        List<String> words =
                List.of(ask(request(12, 0.0, 1, List.of())).output().strip().split(" "));
        String stop = words.get(5);
        ChatReply stopped = ask(request(12, 0.0, 1, List.of(stop)));
        assertThat(stopped.finish()).isEqualTo(FinishReason.STOP);
        assertThat(stopped.output().strip()).isEqualTo(String.join(" ", words.subList(0, words.indexOf(stop))));
    }

    @Test
    void a_prompt_that_does_not_fit_is_named_as_such() {
        ChatRequest long_ = ChatRequest.of("apples ".repeat(TinyModel.CONTEXT));
        ModelException e = catchThrowableOfType(ModelException.class, () -> ask(long_));
        assertThat(e.kind()).isEqualTo(ModelException.Kind.CONTEXT_TOO_LONG);
        assertThat(e.attempts()).hasSize(1);
    }

    @Test
    void it_is_left_in_the_middle_and_answers_the_next_question() throws Exception {
        Cancellation cancellation = new Cancellation();
        ChatReply left = ask(request(200, 1.0, 1, List.of()), piece -> cancellation.cancel(), cancellation);
        assertThat(left.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(left.output()).isNotEmpty();
        assertThat(ask(request(3, 0.0, 1, List.of())).finish()).isEqualTo(FinishReason.LENGTH);
    }

    private static ChatRequest request(int maxTokens, double temperature, long seed, List<String> stop) {
        return new ChatRequest(null, "Add two apples and three pears.", temperature, null, maxTokens, seed, stop);
    }

    private static ChatReply ask(ChatRequest request) throws ModelException {
        return ask(request, ChatListener.silent(), new Cancellation());
    }

    private static ChatReply ask(ChatRequest request, ChatListener heard, Cancellation cancellation)
            throws ModelException {
        ChatModel model = new EndpointConnection(Endpoint.local("engine", address, "tiny")).model("");
        return model.ask(request, heard, cancellation);
    }
}
