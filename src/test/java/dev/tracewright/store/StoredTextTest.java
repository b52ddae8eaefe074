package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTextTest {
    @TempDir
    Path folder;

    @Test
    void any_text_that_is_text_comes_back_as_it_was() {
        Random random = new Random(11);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = randomText(random, i == 0 ? 60_000 : random.nextInt(400));
            problems.add(new Problem("p" + i, "free", i, text, "'\"`;--:name <a> ?" + text, null, text));
        }
        Path file = folder.resolve("text.tracewright");
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(problems);
        }
        try (SessionStore store = Sessions.open(file)) {
            for (Problem problem : problems) {
                assertThat(store.problem(problem.id())).contains(problem);
            }
        }
    }

    @Test
    void a_lone_surrogate_and_a_nul_come_back_as_replacement_characters_of_the_same_length() {
        String broken = "a\ud83eb\udd5ac\0d🥚\ud83e";
        Problem problem = new Problem("key\ud83e", "free", 1, broken, "\0", null, null);
        try (SessionStore store = Sessions.create(folder.resolve("broken"))) {
            store.addProblems(List.of(problem));
            Problem back = store.problem("key\ud83e").orElseThrow();
            assertThat(back.question())
                    .isEqualTo("a\ufffdb\ufffdc\ufffdd🥚\ufffd")
                    .hasSameSizeAs(broken);
            assertThat(back.answer()).isEqualTo("\ufffd");
        }
    }

    @Test
    void an_output_of_sixty_thousand_characters_comes_back_whole() {
        String output = "The eggs 🥚 是 16. ".repeat(4_000);
        var trace = Samples.trace(1);
        var of = trace.response();
        var response = new Response(
                of.id(),
                of.problemId(),
                null,
                of.approach(),
                null,
                of.solver(),
                0,
                output,
                output,
                output,
                null,
                null,
                null,
                of.finish(),
                1,
                null,
                0);
        Path file = folder.resolve("long.tracewright");
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(List.of(trace.problem()));
            store.addResponse(response, List.of());
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.response(of.id())).contains(response);
        }
    }

    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int codePoint = switch (random.nextInt(4)) {
                case 0 -> 1 + random.nextInt(0x7f);
                case 1 -> 0x4e00 + random.nextInt(0x5000);
                case 2 -> 0x1f300 + random.nextInt(0x500);
                default -> 1 + random.nextInt(Character.MAX_CODE_POINT);
            };
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }
}
