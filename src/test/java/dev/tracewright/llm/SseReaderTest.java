package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SseReaderTest {
    @Test
    void data_comes_with_and_without_a_space() throws IOException {
        assertThat(data("data: a\n\ndata:b\n\ndata:  c\n\n")).containsExactly("a", "b", " c");
    }

    @Test
    void data_lines_of_one_event_are_joined() throws IOException {
        assertThat(data("data: {\ndata: \"a\": 1}\n\n")).containsExactly("{\n\"a\": 1}");
    }

    @Test
    void comments_ids_and_retry_lines_are_skipped() throws IOException {
        assertThat(data(": OPENROUTER PROCESSING\n\nid: 1\nretry: 5\ndata: a\n\n:\n\n"))
                .containsExactly("a");
    }

    @Test
    void every_line_ending_ends_a_line() throws IOException {
        assertThat(data("data: a\r\n\r\ndata: b\r\rdata: c\n\n")).containsExactly("a", "b", "c");
    }

    @Test
    void an_event_keeps_its_name() throws IOException {
        SseReader.Event event = reader("event: error\ndata: x\n\n").next();
        assertThat(event).isEqualTo(new SseReader.Event("error", "x", true));
    }

    @Test
    void a_byte_order_mark_is_skipped_once() throws IOException {
        assertThat(data("\uFEFFdata: \uFEFFa\n\n")).containsExactly("\uFEFFa");
    }

    @Test
    void an_event_without_its_empty_line_is_given_as_incomplete() throws IOException {
        assertThat(reader("data: a").next()).isEqualTo(new SseReader.Event("", "a", false));
    }

    @Test
    void a_bare_object_between_events_is_data() throws IOException {
        assertThat(data("{\"error\":\"x\"}\n\n")).containsExactly("{\"error\":\"x\"}");
    }

    @Test
    void what_came_before_a_break_is_given_before_the_error() throws IOException {
        InputStream begun = new ByteArrayInputStream("data: a\n".getBytes(StandardCharsets.UTF_8));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                int count = begun.read(into, at, length);
                if (count == -1) {
                    throw new IOException("reset");
                }
                return count;
            }
        };
        SseReader reader = new SseReader(broken);
        assertThat(reader.next()).isEqualTo(new SseReader.Event("", "a", false));
        assertThatThrownBy(reader::next).hasMessage("reset");
    }

    @Test
    void pieces_of_any_size_give_the_same_events() throws IOException {
        String text = "\uFEFF: hi\r\ndata: {\"a\":\"鸡兔同笼 🐔\"}\r\n\r\nevent: x\rdata:y\rdata: z\r\rdata: [DONE]\n\n";
        List<String> expected = data(text);
        assertThat(expected).containsExactly("{\"a\":\"鸡兔同笼 🐔\"}", "y\nz", "[DONE]");
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            assertThat(data(new SseReader(dribbling(text, random)))).isEqualTo(expected);
        }
    }

    private static InputStream dribbling(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(length, 1 + random.nextInt(4)));
            }
        };
    }

    private static SseReader reader(String text) {
        return new SseReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> data(String text) throws IOException {
        return data(reader(text));
    }

    private static List<String> data(SseReader reader) throws IOException {
        List<String> data = new ArrayList<>();
        for (SseReader.Event event = reader.next(); event != null; event = reader.next()) {
            data.add(event.data());
        }
        return data;
    }
}
