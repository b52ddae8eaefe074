package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Segment.Kind;
import dev.tracewright.trace.StepStatus;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model's reply is read where it says something, and refused in one sentence where it does not. */
class OpinionJsonTest {
    private static final String OUTPUT =
            "Sure! Let us see.\n\n1. There are 12 pens.\n2. 12 - 4 = 8, and 8 + 1 = 9.\n\nThe answer is: 9";
    private static final String STATUS =
            "\"status\":[{\"step\":1,\"status\":\"followed\"},{\"step\":2,\"status\":\"merged\"},{\"step\":3,\"status\":\"merged\"}]";
    private static final String GOOD = "{\"segments\":["
            + segment("Sure! Let us", "preamble", "")
            + "," + segment("1. There are 12", "step", "1")
            + "," + segment("2. 12 - 4 = 8,", "step", "3,2")
            + "," + segment("The answer is: 9", "conclusion", "")
            + "]," + STATUS + "}";

    private static String segment(String begins, String kind, String steps) {
        return "{\"begins\":\"" + begins + "\",\"kind\":\"" + kind + "\",\"steps\":[" + steps + "]}";
    }

    private static Alignment read(String reply) throws OpinionException {
        return OpinionJson.read(reply, OUTPUT, 3);
    }

    private static List<String> texts(Alignment alignment) {
        return alignment.segments().stream()
                .map(segment -> OUTPUT.substring(segment.start(), segment.end()).strip())
                .toList();
    }

    @Test
    void a_reply_in_the_asked_form_becomes_an_alignment_that_covers_the_output() throws OpinionException {
        Alignment opinion = read(GOOD);
        assertThat(texts(opinion))
                .containsExactly(
                        "Sure! Let us see.",
                        "1. There are 12 pens.",
                        "2. 12 - 4 = 8, and 8 + 1 = 9.",
                        "The answer is: 9");
        assertThat(opinion.segments())
                .extracting(Segment::kind)
                .containsExactly(Kind.PREAMBLE, Kind.STEP, Kind.STEP, Kind.CONCLUSION);
        assertThat(opinion.segments().get(2).steps()).containsExactly(2, 3);
        assertThat(opinion.status()).containsExactly(StepStatus.FOLLOWED, StepStatus.MERGED, StepStatus.MERGED);
        assertThat(opinion.segments().getFirst().start()).isZero();
        assertThat(opinion.segments().getLast().end()).isEqualTo(OUTPUT.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n%s\n```",
                "Here you are {as asked}:\n%s\nAnything else?",
                "{\"thought\":\"{\"}\n%s",
                "  %s  {\"segments\":[]}"
            })
    void fences_and_words_around_the_object_are_passed_over(String around) throws OpinionException {
        assertThat(read(around.replace("%s", GOOD))).isEqualTo(read(GOOD));
    }

    @Test
    void white_space_and_an_ellipsis_need_not_be_copied_faithfully() throws OpinionException {
        assertThat(texts(read(GOOD.replace("2. 12 - 4 = 8,", "2.\\n12  - 4 ..."))))
                .isEqualTo(texts(read(GOOD)));
    }

    @Test
    void text_before_the_first_named_passage_is_a_preamble() throws OpinionException {
        Alignment opinion = read(GOOD.replace(segment("Sure! Let us", "preamble", "") + ",", ""));
        assertThat(opinion.segments().getFirst().kind()).isEqualTo(Kind.PREAMBLE);
        assertThat(texts(opinion)).isEqualTo(texts(read(GOOD)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1. There are 12 | 1. There are 13 | Segment 2 of the reply begins with \"1. There are 13\"",
                "2. 12 - 4 = 8, | Sure! Let | Segment 3 of the reply begins with \"Sure! Let\"",
                "2. 12 - 4 = 8, | 2 pens | Segment 3 of the reply begins with \"2 pens\"",
                "The answer is: 9 | '' | Segment 4 of the reply begins with \"\"",
                "conclusion | ending | Segment 4 of the reply has the unknown kind \"ending\"",
                "[3,2] | [3,4] | Segment 3 of the reply names the step 4, but there are the steps 1 to 3",
                "[3,2] | [2.5] | Segment 3 of the reply names the step 2.5",
                "[3,2] | 3 | Segment 3 of the reply has no list of steps",
                "\"step\":3 | \"step\":2 | gives step 2 two statuses",
                "\"step\":3 | \"step\":0 | Status 3 of the reply names the step 0",
                "followed | done | gives step 1 the unknown status \"done\"",
                ",{\"step\":3,\"status\":\"merged\"} | '' | gives step 3 no status",
                "\"segments\" | \"parts\" | its JSON object has no \"segments\"",
            })
    void what_is_wrong_is_told_with_its_place(String part, String wrong, String sentence) {
        assertThat(GOOD).contains(part);
        assertThatThrownBy(() -> read(GOOD.replace(part, wrong)))
                .isInstanceOf(OpinionException.class)
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "I cannot do that.", "{", "{\"segments\":[}", "{\"segments\":[]}", "[1]", "{\"segments\":7}"
            })
    void a_reply_that_tells_nothing_is_refused_in_a_sentence(String reply) {
        assertThatThrownBy(() -> read(reply))
                .isInstanceOf(OpinionException.class)
                .message()
                .startsWith("The reply ")
                .endsWith(".");
    }

    @Test
    void hostile_replies_are_refused_in_time() {
        for (String hostile : List.of(
                "{\"segments\":" + "[".repeat(100_000),
                "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000),
                "{".repeat(300_000),
                "{}".repeat(150_000),
                "x".repeat(500_000),
                "{\"segments\":[" + (segment("S", "step", "1") + ",").repeat(5_000) + segment("S", "step", "1")
                        + "]}")) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> read(hostile)).isInstanceOf(OpinionException.class);
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
        }
    }

    @Test
    void any_reply_is_read_or_refused_and_what_was_read_is_kept_as_it_was() {
        Random random = new Random(5);
        int readable = 0;
        for (int round = 0; round < 3_000; round++) {
            StringBuilder mutated = new StringBuilder(GOOD);
            for (int i = random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(mutated.length());
                mutated.setCharAt(at, GOOD.charAt(random.nextInt(GOOD.length())));
            }
            try {
                Alignment opinion = read(mutated.toString());
                readable++;
                assertThat(opinion.status()).hasSize(3);
                assertThat(OpinionJson.kept(OpinionJson.write(opinion))).isEqualTo(opinion);
                int at = 0;
                for (Segment segment : opinion.segments()) {
                    assertThat(segment.start()).isEqualTo(at);
                    at = segment.end();
                }
                assertThat(at).isEqualTo(OUTPUT.length());
            } catch (OpinionException e) {
                assertThat(e.getMessage()).endsWith(".");
            }
        }
        assertThat(readable).isGreaterThan(500);
    }

    @Test
    void something_else_than_what_was_kept_is_refused() {
        assertThatThrownBy(() -> OpinionJson.kept("{\"segments\":[{}],\"status\":[]}"))
                .isInstanceOf(OpinionException.class);
        assertThatThrownBy(() -> OpinionJson.kept("no json")).isInstanceOf(OpinionException.class);
    }
}
