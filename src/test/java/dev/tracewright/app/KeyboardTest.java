package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything can be reached by keyboard, and everything has a name for those who do not see it. */
class KeyboardTest {
    private static final int MANY_TABS = 60;

    @TempDir
    private Path sessions;

    private WindowHarness window;

    @BeforeEach
    void open_the_example() {
        window = WindowHarness.open(sessions);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_question_mark_opens_the_sheet_with_every_action_that_has_a_key() {
        window.press(KeyCode.SHIFT, KeyCode.SLASH);
        window.until("the sheet is open", () -> window.shows("shortcut-sheet"));
        List<String> words = on(() -> words(window.node("shortcut-sheet")));
        List<Action> actions = on(() -> window.built().shell().actions());
        assertThat(actions)
                .filteredOn(action -> !action.keys().isEmpty())
                .hasSizeGreaterThan(30)
                .allSatisfy(action -> {
                    assertThat(words).contains(action.name());
                    // A digit of the keypad does what the digit on the sheet does.
                    action.keys()
                            .forEach(key ->
                                    assertThat(words).contains(Keys.text(key).replace("Numpad ", "")));
                });
        window.press(KeyCode.ESCAPE);
        window.until("the sheet is closed", () -> !window.shows("shortcut-sheet"));
    }

    @Test
    void no_two_actions_of_a_screen_share_a_key() {
        eachActionHasItsKeys();
        showForm();
        eachActionHasItsKeys();
        showResults();
        eachActionHasItsKeys();
        showAnswersToOneProblem();
        eachActionHasItsKeys();
    }

    private void showResults() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.until("the results are shown", () -> window.shows("results-fact-labelled"));
        window.layout();
    }

    private void showAnswersToOneProblem() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.until("the Inspect screen is shown", () -> window.shows("inspect"));
        window.press(KeyCode.P);
        window.until("the answers are side by side", () -> window.shows("answer-0"));
        window.layout();
    }

    private void showForm() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.until("the Runs screen is shown", () -> window.shows("runs-empty"));
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        window.until("the form of a study is shown", () -> window.shows("study-start"));
        window.layout();
    }

    private void eachActionHasItsKeys() {
        Set<String> taken = new HashSet<>();
        for (Action action : on(() -> window.built().shell().actions())) {
            action.keys()
                    .forEach(key -> assertThat(taken.add(key.getName()))
                            .as(action.id() + " has " + key.getName() + " to itself")
                            .isTrue());
        }
    }

    @Test
    void a_slash_leads_to_the_search_and_writes_nothing_there() {
        window.press(KeyCode.SLASH);
        assertThat(window.focused().getId()).isEqualTo("queue-search");
        assertThat(((javafx.scene.control.TextField) window.focused()).getText())
                .isEmpty();
    }

    @Test
    void tab_goes_from_the_search_through_queue_and_steps_to_the_verdict() {
        window.press(KeyCode.SLASH);
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < MANY_TABS; i++) {
            window.press(KeyCode.TAB);
            visited.add(Objects.requireNonNullElse(window.focused().getId(), ""));
        }
        assertThat(visited).containsSubsequence("queue-list", "step-grid", "verdict-true", "verdict-false");
    }

    @Test
    void every_control_of_every_screen_has_a_name() {
        assertThat(nameless()).isEmpty();
        showForm();
        assertThat(nameless()).isEmpty();
        showResults();
        assertThat(nameless()).isEmpty();
        showAnswersToOneProblem();
        assertThat(nameless()).isEmpty();
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.until("the settings are shown", () -> window.shows("settings"));
        window.click("add-endpoint");
        window.layout();
        assertThat(nameless()).isEmpty();
    }

    /** Controls that take the keyboard but have neither accessible text, nor words, nor a label that belongs to them. */
    private List<String> nameless() {
        return on(() -> {
            List<Node> all = new ArrayList<>();
            collect(window.scene().getRoot(), all);
            Set<Node> labelled = new HashSet<>();
            all.forEach(node -> {
                if (node instanceof Label label && label.getLabelFor() != null) {
                    labelled.add(label.getLabelFor());
                }
            });
            return all.stream()
                    .filter(node -> node instanceof Control && node.isFocusTraversable())
                    .filter(node -> !(node instanceof ScrollPane) || "step-grid".equals(node.getId()))
                    .filter(node -> !(node instanceof StatusBar)) // shows text, takes no keys
                    .filter(node -> blank(node.getAccessibleText()) && !labelled.contains(node))
                    .filter(node -> !(node instanceof Labeled named) || blank(named.getText()))
                    .map(Node::toString)
                    .toList();
        });
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<String> words(Node root) {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all.stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
