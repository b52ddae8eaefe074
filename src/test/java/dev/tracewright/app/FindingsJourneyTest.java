package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Finding;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A researcher looks for the traces in which something went wrong, and reads why, without touching the mouse. */
class FindingsJourneyTest {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final int USUAL = 30;

    private static final String STEPS = "1. Note the numbers 16 and 7.\n2. Subtract 7 from 16, which gives 9.\n"
            + "3. Multiply the difference by 2.";
    private static final String OUTPUT = "1. The numbers are 16 and 7.\n2. 16 - 7 = 8\n3. 8 * 2 = 17\n"
            + "4. As a check we divide: 17 / 17 = 1\n\nThe answer is: 17";

    @TempDir
    private Path sessions;

    private WindowHarness window;

    /** Thirty traces in order, and one that is wrong in several ways. */
    @BeforeEach
    void open_the_session() {
        try (SessionStore store = new Workspace(sessions).create("made")) {
            for (Path file : List.of(
                    MadeTraces.additions(sessions.resolve("usual.jsonl"), USUAL),
                    MadeTraces.trace(
                            sessions.resolve("odd.jsonl"), "What is 16 less 7, doubled?", "18", STEPS, OUTPUT))) {
                Transfer.read(file, ImportOptions.NONE, store, read -> {}, () -> false);
            }
        }
        window = WindowHarness.open(
                sessions,
                WindowHarness.USUAL.withLastSession(
                        sessions.resolve("made.tracewright").toString()),
                ShellView::after);
        window.until(
                "every item is read",
                () -> window.model().session().findings().progress().get().complete()
                        && window.model().session().findings().progress().get().total() == USUAL + 1);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void the_queue_is_filtered_by_a_finding_and_by_none_again() {
        window.press(KeyCode.I);
        window.until("the menu is open", () -> menu().isShowing());
        choose(Finding.FALSE_ARITHMETIC);
        assertThat(on(() -> window.model().queue().shown().size())).isEqualTo(1);
        assertThat(window.text("chosen-false_arithmetic")).isEqualTo("false arithmetic");
        assertThat(on(() ->
                        Objects.requireNonNull(item(Finding.FALSE_ARITHMETIC).getText())))
                .isEqualTo("false arithmetic  1");
        does(() -> ((javafx.scene.control.ButtonBase) window.node("chosen-false_arithmetic")).fire());
        assertThat(on(() -> window.model().queue().shown().size())).isEqualTo(USUAL + 1);
        assertThat(window.shows("chosen-false_arithmetic")).isFalse();
    }

    @Test
    void the_first_false_equation_is_named_and_a_key_leads_to_each_of_them() {
        showTheOddOne();
        assertThat(window.text("first-false"))
                .contains("16 - 7 = 8")
                .contains("step 2")
                .endsWith("1 more");
        window.press(KeyCode.W);
        assertThat(litSteps()).containsExactly(2);
        assertThat(window.text("first-false")).contains("8 * 2 = 17").contains("2 of 2");
        window.press(KeyCode.W);
        assertThat(litSteps()).containsExactly(3);
        assertThat(window.text("first-false")).startsWith("first false");
    }

    @Test
    void a_leak_is_marked_in_its_step_and_counted_above() {
        showTheOddOne();
        assertThat(window.text("leak-count")).isEqualTo("1 computed value");
        assertThat(on(() -> window.node("step-2").lookup(".sign-drop"))).isNotNull();
        assertThat(on(() -> window.node("step-2").getAccessibleText())).contains("9: Computed value");
        does(() -> window.model().editSteps(editor -> editor.edit(1, "Subtract 7 from 16.")));
        window.layout();
        assertThat(window.shows("leak-count")).isFalse();
        window.until(
                "the queue knows it, too",
                () -> !window.model()
                        .session()
                        .findings()
                        .of(window.key())
                        .orElseThrow()
                        .contains(Finding.LEAK));
    }

    @Test
    void either_side_lights_the_other_and_the_line_below_says_why() {
        showTheOddOne();
        window.press(2, KeyCode.DOWN);
        assertThat(litSteps()).containsExactly(2);
        int lit = litSegments().iterator().next();
        assertThat(window.text("evidence-line")).startsWith("Step 2, followed: ");
        window.press(KeyCode.RIGHT);
        assertThat(on(() -> window.model().selection().segment().get())).isEqualTo(lit);
        assertThat(litSteps()).containsExactly(2);
        assertThat(window.text("evidence-line")).startsWith("Performs step 2: ");
        window.press(KeyCode.DOWN);
        assertThat(litSteps()).containsExactly(3);
        window.press(KeyCode.LEFT);
        assertThat(on(() -> window.model().selectedStep().get())).isEqualTo(3);
    }

    @Test
    void work_that_no_step_asks_for_is_said_to_be_added_by_the_solver() {
        showTheOddOne();
        assertThat(on(() -> window.scene().getRoot().lookupAll(".status-added").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList()))
                .containsExactly("added");
        assertThat(on(() -> window.scene().getRoot().lookupAll(".status-detail").stream()
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> text.startsWith("by the solver"))
                        .toList()))
                .hasSize(1);
    }

    private void showTheOddOne() {
        does(() -> window.model()
                .queue()
                .select(window.model()
                        .queue()
                        .matching(row -> row.problem().question().contains("doubled"))
                        .getFirst()
                        .key()));
        window.untilSettled();
    }

    private MenuButton menu() {
        return (MenuButton) window.node("filter-findings");
    }

    private CheckMenuItem item(Finding finding) {
        return (CheckMenuItem) menu().getItems().stream()
                .filter(item -> ("filter-" + finding.key()).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(Finding finding) {
        does(() -> {
            item(finding).setSelected(true);
            item(finding).fire();
            menu().hide();
        });
        window.layout();
    }

    private List<Integer> litSteps() {
        window.layout();
        return on(() -> java.util.stream.IntStream.rangeClosed(1, 3)
                .filter(step -> isLit(window.node("step-" + step)))
                .boxed()
                .toList());
    }

    private Set<Integer> litSegments() {
        return on(() -> window.scene().getRoot().lookupAll(".output-box").stream()
                .filter(FindingsJourneyTest::isLit)
                .map(node -> Integer.valueOf(node.getId().substring("segment-".length())))
                .collect(java.util.stream.Collectors.toSet()));
    }

    private static boolean isLit(Node node) {
        return node.getPseudoClassStates().contains(LIT);
    }
}
