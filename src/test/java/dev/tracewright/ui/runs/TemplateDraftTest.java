package dev.tracewright.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.TemplateLibrary;
import dev.tracewright.experiment.TemplateName;
import dev.tracewright.experiment.TemplateRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An own template is checked and previewed while it is written, and a changed text is its next version. */
class TemplateDraftTest {
    private static final OwnTemplate FIRST =
            new OwnTemplate("own/solution", 1, TemplateRole.SOLUTION, "{question}\nFollow: {steps}");

    private static TemplateDraft of(TemplateLibrary library, String name) {
        return new TemplateDraft(
                library,
                library.find(TemplateName.of(name)).orElseThrow(),
                MadeStudies.problems(3).getLast());
    }

    @Test
    void a_built_in_template_is_copied_under_an_own_name_and_shown_with_a_real_problem() {
        TemplateDraft draft = of(TemplateLibrary.BUILT_IN, "paper/solution");
        assertThat(draft.name().get()).isEqualTo("own/solution");
        assertThat(draft.version().get()).isEqualTo(new TemplateName("own/solution", 1));
        assertThat(draft.preview().get()).contains("bears 3 plums", "the first delegated step");
        assertThat(draft.fault().get()).isEmpty();
    }

    @Test
    void a_changed_text_is_the_next_version_and_a_known_one_stays_its_version() {
        TemplateDraft draft = of(TemplateLibrary.BUILT_IN.with(List.of(FIRST)), "own/solution");
        assertThat(draft.template()).contains(FIRST);
        draft.text().set(FIRST.text() + "!");
        assertThat(draft.template().orElseThrow().id()).hasToString("own/solution@2");
        draft.text().set(FIRST.text());
        assertThat(draft.template().orElseThrow().id()).hasToString("own/solution@1");
    }

    @Test
    void what_is_wrong_is_a_sentence_and_there_is_nothing_to_keep_then() {
        TemplateDraft draft = of(TemplateLibrary.BUILT_IN, "paper/solution");
        draft.text().set("Only {question}");
        assertThat(draft.fault().get()).contains("lacks the placeholder {steps}");
        assertThat(draft.template()).isEmpty();
        assertThat(draft.preview().get()).isEmpty();
        draft.text().set("{question} {steps} {step}");
        assertThat(draft.fault().get()).contains("unknown placeholder {step}");
        draft.text().set("{question} {steps}");
        assertThat(draft.fault().get()).isEmpty();
        draft.name().set("paper/solution");
        assertThat(draft.fault().get()).contains("belongs to a built-in template");
    }
}
