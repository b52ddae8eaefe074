package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepParserTest {
    static Stream<Arguments> forms() {
        return Stream.of(
                form("1. Add.\n2. Divide.", "1. ", "2. "),
                form("1) Add.\n2) Divide.", "1) ", "2) "),
                form("(1) Add.\n(2) Divide.", "(1) ", "(2) "),
                form("1: Add.\n2: Divide.", "1: ", "2: "),
                form("1.Add.\n2.Divide.", "1.", "2."),
                form("1.) Add.\n2.) Divide.", "1.) ", "2.) "),
                form("Step 1: Add.\nStep 2: Divide.", "Step 1: ", "Step 2: "),
                form("STEP 1 - Add.\nSTEP 2 - Divide.", "STEP 1 - ", "STEP 2 - "),
                form("Step 1. Add.\nStep 2. Divide.", "Step 1. ", "Step 2. "),
                form("Step #1: Add.\nStep #2: Divide.", "Step #1: ", "Step #2: "),
                form("Step One: Add.\nStep Two: Divide.", "Step One: ", "Step Two: "),
                form("Step 1\nAdd.\nStep 2\nDivide.", "Step 1", "Step 2"),
                form("**Step 1: Add**\nText.\n\n**Step 2: Divide**\nText.", "**Step 1: ", "**Step 2: "),
                form("**Step 1:** Add.\n\n**Step 2:** Divide.", "**Step 1:** ", "**Step 2:** "),
                form("**Step 1**: Add.\n**Step 2**: Divide.", "**Step 1**: ", "**Step 2**: "),
                form("**Step 1**\nAdd.\n**Step 2**\nDivide.", "**Step 1**", "**Step 2**"),
                form("### Step 1\nAdd.\n\n### Step 2\nDivide.", "### Step 1", "### Step 2"),
                form("### Step 1: Add\n- x\n### Step 2: Divide\n- y", "### Step 1: ", "### Step 2: "),
                form("## 1. Add\ntext\n## 2. Divide\ntext", "## 1. ", "## 2. "),
                form("**1.** Add.\n**2.** Divide.", "**1.** ", "**2.** "),
                form("**1. Add**\ntext\n**2. Divide**\ntext", "**1. ", "**2. "),
                form("1. **Add**: the sums\n2. **Divide**: it", "1. ", "2. "),
                form("1.**Add**: the sums\n2.**Divide**: it", "1.", "2."),
                form("- 1. Add.\n- 2. Divide.", "- 1. ", "- 2. "),
                form("* **Step 1:** Add.\n* **Step 2:** Divide.", "* **Step 1:** ", "* **Step 2:** "),
                form("### Understand\n- a\n- b\n### Compute\n- c", "### ", "### "),
                form("# Plan\n## Understand\ntext\n## Compute\ntext", "## ", "## "),
                form("**Understand**\n- a\n- b\n\n**Compute**\n- c", "", ""),
                form("**Plan**\n\n**Understand**\n- a\n\n**Compute**\n- c", "", ""),
                form("1. Add:\n   a. one\n   b. two\n2. Divide.", "1. ", "2. "),
                form("1. Add:\n  - one\n  - two\n2. Divide.", "1. ", "2. "),
                form("1. Add:\n  1. one\n  2. two\n2. Divide.", "1. ", "2. "),
                form("1. Add:\n1) one\n2) two\n2. Divide.", "1. ", "2. "),
                form("Step 1: Add:\n1. one\n2. two\nStep 2: Divide.", "Step 1: ", "Step 2: "),
                form("- Add.\n- Divide.", "- ", "- "),
                form("* Add.\n\t+ one\n* Divide.", "* ", "* "),
                form("• Add.\n• Divide.", "• ", "• "),
                form("a) Add.\nb) Divide.", "a) ", "b) "),
                form("(a) Add.\n(b) Divide.", "(a) ", "(b) "),
                form("A. Add.\nB. Divide.", "A. ", "B. "),
                form("i. Add.\nii. Divide.", "i. ", "ii. "),
                form("Add.\nDivide.", "", ""),
                form("Add\nthe sums.\n\nDivide\nit.", "", ""),
                form("第一步：求和。\n第二步：除法。", "第一步：", "第二步："),
                form("第1步 求和。\n第2步 除法。", "第1步 ", "第2步 "),
                form("步骤1：求和。\n步骤2：除法。", "步骤1：", "步骤2："),
                form("一、求和。\n二、除法。", "一、", "二、"),
                form("（一）求和。\n（二）除法。", "（一）", "（二）"),
                form("１．求和。\n２．除法。", "１．", "２．"),
                form("①求和。\n②除法。", "①", "②"),
                form("1、求和。\n2、除法。", "1、", "2、"),
                form("1. Add. 2. Divide.", "1. ", "2. "),
                form("3. Add.\n7. Divide.", "3. ", "7. "),
                form("1. Add.\n1. Divide.", "1. ", "1. "),
                form(" 9. Add.\n10. Divide.", "9. ", "10. "),
                form("1. Add.\r\n\r\n2. Divide.\r\n", "1. ", "2. "),
                form("> 1. Add\n> 2. Divide", "> 1. ", "> 2. "),
                form("1. Add $\\frac{1}{2}$:\n$$\nx = 3\n$$\n2. Divide.", "1. ", "2. "),
                form("1. Fill in:\n| a | b |\n|---|---|\n| 1 | 2 |\n2. Divide.", "1. ", "2. "));
    }

    private static Arguments form(String text, String... markers) {
        return Arguments.of(text, List.of(markers));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_of_list_is_cut_at_its_items(String text, List<String> markers) {
        Steps steps = StepParser.parse(text);
        assertThat(steps.text()).isEqualTo(text);
        assertThat(steps.steps()).extracting(Step::marker).containsExactlyElementsOf(markers);
    }

    @Test
    void the_forms_are_found_behind_an_introduction_and_before_a_farewell() {
        forms().forEach(form -> {
            String list = (String) form.get()[0];
            if (!list.startsWith("# ")
                    && list.indexOf("\r") < 0
                    && !list.startsWith("Add")
                    && !list.startsWith("**Plan")) {
                Steps alone = StepParser.parse(list);
                Steps framed = StepParser.parse("Here are the steps:\n\n" + list + "\n\nGood luck with it!");
                assertThat(framed.size()).as(list).isEqualTo(alone.size());
                assertThat(framed.closing()).as(list).isEqualTo("Good luck with it!");
                assertThat(framed.introduction()).as(list).startsWith("Here are the steps:");
            }
        });
    }

    @Test
    void a_step_keeps_its_bullets_and_its_gap() {
        Steps steps = StepParser.parse("Plan:\n\n**Step 1: Sum**\n\n* add\n* check\n\n**Step 2: Share**\n\n* divide\n");
        assertThat(steps.introduction()).isEqualTo("Plan:\n\n");
        assertThat(steps.steps().getFirst()).isEqualTo(new Step("**Step 1: ", "Sum**\n\n* add\n* check", "\n\n"));
        assertThat(steps.steps().getLast().gap()).isEqualTo("\n");
    }

    @Test
    void a_note_after_the_list_is_no_step() {
        Steps steps = StepParser.parse("1. Add.\n2. Divide.\n\nNote: do not solve it yet.");
        assertThat(steps.closing()).isEqualTo("Note: do not solve it yet.");
    }

    @Test
    void decimals_times_and_formulas_at_a_line_start_open_no_step() {
        Steps steps = StepParser.parse("1. Take\n3.5 metres\n12:30 pm\n2) = 4\n100. of them\n2. Divide.");
        assertThat(steps.size()).isEqualTo(2);
    }

    @Test
    void nothing_but_white_space_has_no_steps() {
        assertThat(StepParser.parse("").size()).isZero();
        assertThat(StepParser.parse(" \n\t\r\n").introduction()).isEqualTo(" \n\t\r\n");
    }

    @Test
    void no_text_is_ever_lost() {
        for (long seed = 0; seed < 4000; seed++) {
            String text = Texts.random(seed);
            assertThat(StepParser.parse(text).text()).isEqualTo(text);
        }
    }

    @Test
    void bodies_begin_and_end_without_white_space_lost_to_the_gap() {
        for (long seed = 0; seed < 1000; seed++) {
            for (Step step : StepParser.parse(Texts.random(seed)).steps()) {
                assertThat(step.body()).isEqualTo(step.body().stripTrailing());
                assertThat(step.gap().replace('\u00a0', ' ')).isBlank();
            }
        }
    }
}
