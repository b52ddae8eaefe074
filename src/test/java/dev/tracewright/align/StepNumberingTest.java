package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.trace.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepNumberingTest {
    private static Steps plan(String text) {
        return StepParser.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'1. A\n2. B\n3. C', '1. A\n2. N\n3. B\n4. C'",
        "'Step 1: A\nStep 2: B', 'Step 1: A\nStep 2: N\nStep 3: B'",
        "'**Step 1:** A\n\n**Step 2:** B', '**Step 1:** A\n\n**Step 2:** N\n\n**Step 3:** B'",
        "'**Step 1: A**\ntext\n\n**Step 2: B**\ntext', '**Step 1: A**\ntext\n\n**Step 2:** N\n\n**Step 3: B**\ntext'",
        "'(1) A\n(2) B', '(1) A\n(2) N\n(3) B'",
        "'- A\n- B', '- A\n- N\n- B'",
        "'a) A\nb) B', 'a) A\nb) N\nc) B'",
        "'I. A\nII. B\nIII. C', 'I. A\nII. N\nIII. B\nIV. C'",
        "'第一步：甲\n第二步：乙', '第一步：甲\n第二步：N\n第三步：乙'",
        "'①甲\n②乙', '①甲\n②N\n③乙'",
        "'Step One: A\nStep Two: B', 'Step One: A\nStep Two: N\nStep Three: B'",
        "'1. A\n1. B', '1. A\n1. N\n1. B'",
        "'### Step 1\nA\n### Step 2\nB', '### Step 1\nA\n### Step 2N\n### Step 3\nB'",
        "'A\nB', 'A\nN\nB'",
        "'Step 1: A\nStep 2-3: B', 'Step 1: A\nStep 2: N\nStep 3-4: B'",
        "'１．甲\n２．乙', '１．甲\n２．N\n３．乙'",
        "'#1 A\n#2 B', '#1 A\n#2 N\n#3 B'",
        "'[1] A\n[2] B', '[1] A\n[2] N\n[3] B'",
        "'1\\. A\n2\\. B', '1\\. A\n2\\. N\n3\\. B'",
        "'[Step 1] A\n[Step 2] B', '[Step 1] A\n[Step 2] N\n[Step 3] B'",
        "'1 - Add\n2 - Halve', '1 - Add\n2 - N\n3 - Halve'",
        "'1 Add\n2 Halve', '1 Add\n2 N\n3 Halve'",
        "'Q1: A\nQ2: B', 'Q1: A\nQ2: N\nQ3: B'",
        "'First step: A\nSecond step: B', 'First step: A\nSecond step: N\nThird step: B'",
        "'**A.** Add\n**B.** Halve', '**A.** Add\n**B.** N\n**C.** Halve'",
        "'0. A\n1. B', '0. A\n1. N\n2. B'",
        "'1️⃣ A\n2️⃣ B', '1️⃣ A\n2️⃣ N\n3️⃣ B'",
        "'1. Add. 2. Halve.', '1. Add. 2. N 3. Halve.'",
        "'→ A\n→ B', '→ A\n→ N\n→ B'"
    })
    void inserting_follows_the_style_of_the_plan(String before, String after) {
        assertThat(StepNumbering.insert(plan(before), 1, "N").text()).isEqualTo(after);
    }

    @Test
    void appending_keeps_the_closing_apart() {
        Steps appended = StepNumbering.insert(plan("Hi:\n1. A\n2. B\n\nGood luck!"), 2, "C");
        assertThat(appended.text()).isEqualTo("Hi:\n1. A\n2. B\n3. C\n\nGood luck!");
    }

    @Test
    void the_first_step_of_an_empty_plan_is_number_one() {
        assertThat(StepNumbering.insert(plan(""), 0, "A").text()).isEqualTo("1. A");
    }

    @Test
    void removing_closes_the_numbering() {
        Steps plan = plan("1. A\n2. B\n3. C\n");
        assertThat(StepNumbering.remove(plan, 1).text()).isEqualTo("1. A\n2. C\n");
        assertThat(StepNumbering.remove(plan, 0).text()).isEqualTo("1. B\n2. C\n");
        assertThat(StepNumbering.remove(plan, 2).text()).isEqualTo("1. A\n2. B\n");
    }

    @Test
    void moving_changes_order_and_numbers_but_no_text() {
        Steps plan = plan("Step 1: A\n\nStep 2: B\nStep 3: C\nStep 4: D");
        assertThat(StepNumbering.move(plan, 0, 2).text()).isEqualTo("Step 1: B\n\nStep 2: C\nStep 3: A\nStep 4: D");
        assertThat(StepNumbering.move(plan, 2, 0).text()).isEqualTo("Step 1: C\n\nStep 2: A\nStep 3: B\nStep 4: D");
        assertThat(StepNumbering.move(plan, 1, 1)).isEqualTo(plan);
    }

    @Test
    void ten_steps_become_eleven() {
        String ten = "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j";
        assertThat(StepNumbering.insert(plan(ten), 9, "new").text()).endsWith("9. i\n10. new\n11. j");
    }

    @Test
    void splitting_and_merging_undo_each_other() {
        Steps plan = plan("1. Add the sums. Divide them.\n2. Round.");
        Steps split = StepNumbering.split(plan, 0, "Add the sums.".length());
        assertThat(split.text()).isEqualTo("1. Add the sums.\n2. Divide them.\n3. Round.");
        assertThat(StepNumbering.mergeWithNext(split, 0).text()).isEqualTo(plan.text());
    }

    @Test
    void merging_titled_steps_keeps_both_titles_bold() {
        Steps plan = plan("**Step 1: Add**\n* x\n\n**Step 2: Divide**\n* y\n\n**Step 3: End**");
        assertThat(StepNumbering.mergeWithNext(plan, 0).text())
                .isEqualTo("**Step 1: Add**\n* x\n**Divide**\n* y\n\n**Step 2: End**");
    }

    @Test
    void editing_a_titled_step_closes_its_bold_marker() {
        Steps plan = plan("**Step 1: Add**\n\n**Step 2: Divide**");
        assertThat(StepNumbering.edit(plan, 0, "Sum up").text()).isEqualTo("**Step 1:** Sum up\n\n**Step 2: Divide**");
        assertThat(StepNumbering.edit(plan, 0, "Sum up**\nwith care").text())
                .isEqualTo("**Step 1: Sum up**\nwith care\n\n**Step 2: Divide**");
    }

    @Test
    void gaps_and_restarts_in_the_numbering_stay() {
        assertThat(StepNumbering.insert(plan("1. A\n2. B\n5. C"), 1, "N").text())
                .isEqualTo("1. A\n2. N\n3. B\n6. C");
        assertThat(StepNumbering.remove(plan("1. A\n2. B\n3. C\n1. D\n2. E"), 0).text())
                .isEqualTo("1. B\n2. C\n1. D\n2. E");
    }

    @Test
    void sub_items_introductions_and_numbers_in_texts_stay_verbatim() {
        Steps plan = plan("**Plan**\n\n1. A\n   - x\n   - y\n\n2. Use step 1.\n");
        assertThat(StepNumbering.insert(plan, 0, "N").text())
                .isEqualTo("**Plan**\n\n1. N\n\n2. A\n   - x\n   - y\n\n3. Use step 1.\n");
    }

    @Test
    void places_outside_the_plan_are_refused() {
        assertThatThrownBy(() -> StepNumbering.insert(plan("1. A"), 2, "N"))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void no_edit_of_any_text_throws_or_touches_the_frame() {
        for (long seed = 0; seed < 1500; seed++) {
            Steps plan = plan(Texts.random(seed));
            for (int i = 0; i < plan.size(); i++) {
                assertThat(StepNumbering.insert(plan, i, "N").size()).isEqualTo(plan.size() + 1);
                assertThat(StepNumbering.remove(plan, i).closing()).isEqualTo(plan.closing());
                assertThat(StepNumbering.move(plan, i, 0).introduction()).isEqualTo(plan.introduction());
                assertThat(StepNumbering.move(plan, i, i)).isEqualTo(plan);
                assertThat(StepNumbering.edit(plan, i, plan.steps().get(i).body())
                                .size())
                        .isEqualTo(plan.size());
            }
        }
    }
}
