package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.trace.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateLibraryTest {
    private static final TemplateLibrary BUILT_IN = TemplateLibrary.BUILT_IN;

    private static TemplateLibrary.Entry find(TemplateLibrary library, String name) {
        return library.find(TemplateName.of(name)).orElseThrow();
    }

    @Test
    void the_papers_and_the_authors_templates_are_built_in() {
        assertThat(find(BUILT_IN, "paper/delegation@1").template()).isEqualTo(Templates.PAPER.delegation());
        assertThat(find(BUILT_IN, "authors/solution").template()).isEqualTo(Templates.AUTHORS_LATER.solution());
        assertThat(BUILT_IN.entries())
                .allMatch(TemplateLibrary.Entry::builtIn)
                .hasSize(BUILT_IN.names().size());
        assertThat(BUILT_IN.entries()).extracting(TemplateLibrary.Entry::role).contains(TemplateRole.values());
    }

    @Test
    void a_changed_text_is_the_next_version_and_the_same_text_stays_its_version() {
        TemplateLibrary.Added first = BUILT_IN.add("ours", TemplateRole.STANDARD, "Q: {question}");
        TemplateLibrary.Added second = first.library().add("ours", TemplateRole.STANDARD, "Question: {question}");
        TemplateLibrary.Added again = second.library().add("ours", TemplateRole.STANDARD, "Q: {question}");
        assertThat(first.entry().id()).hasToString("ours@1");
        assertThat(second.entry().id()).hasToString("ours@2");
        assertThat(again.entry()).isEqualTo(first.entry());
        assertThat(again.library()).isSameAs(second.library());
        assertThat(find(second.library(), "ours")).isEqualTo(second.entry());
        assertThat(find(second.library(), "ours@1")).isEqualTo(first.entry());
        assertThat(first.library().find(TemplateName.of("ours@2"))).isEmpty();
        assertThat(BUILT_IN.find(TemplateName.of("ours"))).isEmpty();
    }

    @Test
    void placeholders_are_checked() {
        assertThatThrownBy(() -> BUILT_IN.add("ours", TemplateRole.SOLUTION, "{question}"))
                .hasMessage("The template ours@1 cannot be used: the prompt template lacks the placeholder {steps}.");
        assertThatThrownBy(() -> BUILT_IN.add("ours", TemplateRole.DELEGATION, "{question} {steps}"))
                .hasMessageStartingWith(
                        "The template ours@1 cannot be used: this prompt template has no use for {steps}");
    }

    @Test
    void built_in_names_roles_and_versions_are_not_taken_over() {
        assertThatThrownBy(() -> BUILT_IN.add("paper/standard", TemplateRole.STANDARD, "{question}!"))
                .hasMessageContaining("belongs to a built-in template");
        TemplateLibrary library =
                BUILT_IN.with(List.of(new OwnTemplate("ours", 3, TemplateRole.STANDARD, "{question}")));
        assertThatThrownBy(() -> library.add("ours", TemplateRole.DELEGATION, "{question}"))
                .hasMessageContaining("has the role standard");
        assertThatThrownBy(
                        () -> library.with(List.of(new OwnTemplate("ours", 3, TemplateRole.STANDARD, "{question}?"))))
                .hasMessageContaining("ours@3 exists already with another text");
        assertThat(library.add("ours", TemplateRole.STANDARD, "{question}!")
                        .entry()
                        .id())
                .hasToString("ours@4");
    }

    @Test
    void a_preview_shows_what_a_model_would_be_sent() {
        Problem problem = MadeStudies.problems(1).getFirst();
        assertThat(TemplateLibrary.preview(find(BUILT_IN, "paper/chain-of-thought"), problem, null))
                .isEqualTo(problem.question() + ". Think step-by-step.");
        assertThat(TemplateLibrary.preview(find(BUILT_IN, "paper/solution"), problem, "1. Subtract 1."))
                .contains(problem.question())
                .endsWith("problem: 1. Subtract 1..");
        assertThat(TemplateLibrary.preview(find(BUILT_IN, "paper/solution"), problem, null))
                .endsWith("problem: {steps}.");
    }
}
