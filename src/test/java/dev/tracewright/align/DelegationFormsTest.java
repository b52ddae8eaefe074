package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cuts the forms of {@code delegation-forms.txt} as a person would. */
class DelegationFormsTest {
    record Form(String name, String text, String introduction, List<String> steps, String closing) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        String file;
        try (InputStream in =
                Objects.requireNonNull(DelegationFormsTest.class.getResourceAsStream("delegation-forms.txt"))) {
            file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(file.split("(?m)^@ ", -1)).skip(1).map(DelegationFormsTest::read);
    }

    private static Form read(String block) {
        List<String> lines = new ArrayList<>(List.of(block.split("\n", -1)));
        String name = lines.removeFirst();
        int arrow = lines.indexOf("=>");
        String introduction = "";
        String closing = "";
        List<String> text = new ArrayList<>(lines.subList(0, arrow));
        while (text.getLast().startsWith("intro ") || text.getLast().startsWith("closing ")) {
            String line = plain(text.removeLast());
            if (line.startsWith("intro ")) {
                introduction = line.substring("intro ".length());
            } else {
                closing = line.substring("closing ".length());
            }
        }
        List<String> steps = lines.subList(arrow + 1, lines.size()).stream()
                .filter(line -> !line.isEmpty())
                .map(DelegationFormsTest::plain)
                .toList();
        return new Form(name, plain(String.join("\n", text)), introduction, steps, closing);
    }

    private static String plain(String written) {
        return written.replace('⇥', '\t')
                .replace('␍', '\r')
                .replace('⍽', '\u00a0')
                .replace('⎵', '\u3000')
                .replace('⏎', '\n');
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void a_form_is_cut_as_a_person_would(Form form) {
        Steps steps = StepParser.parse(form.text());
        assertThat(steps.steps()).extracting(Step::body).containsExactlyElementsOf(form.steps());
        assertThat(steps.introduction().replace('\u00a0', ' ').strip()).isEqualTo(form.introduction());
        assertThat(steps.closing().strip()).isEqualTo(form.closing());
        assertThat(steps.text()).isEqualTo(form.text());
    }

    @Test
    void the_forms_are_many() {
        assertThat(forms().map(Form::name).distinct().count())
                .isEqualTo(forms().count())
                .isGreaterThan(90);
    }
}
