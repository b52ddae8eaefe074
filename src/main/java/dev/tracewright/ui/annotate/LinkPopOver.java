package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Step;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.KeyCap;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** The steps that a passage performs, as check boxes: digits toggle, 0 takes all away, Enter accepts, Escape leaves. */
final class LinkPopOver {
    private static final int LONGEST_STEP = 70;

    private final AnnotateViewModel model;
    private final int position;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final CheckBox none = new CheckBox(Texts.of("links.none"));
    private final PopOver pop = new PopOver();

    /**
     * Selects a passage and asks for its steps beside {@code text}, where it can be corrected now.
     *
     * @param closed runs when the person is done
     */
    static void open(AnnotateViewModel model, int position, @Nullable Node text, Runnable closed) {
        Sheet sheet = model.sheet().get();
        if (sheet != null && text != null && model.corrections().possible()) {
            model.selection().selectSegment(position);
            new LinkPopOver(model, sheet, position).show(text, closed);
        }
    }

    /** @param position the passage's position among the segments */
    private LinkPopOver(AnnotateViewModel model, Sheet sheet, int position) {
        this.model = model;
        this.position = position;
        List<Integer> performed = sheet.alignment().segments().get(position).steps();
        VBox list = new VBox();
        list.getStyleClass().add("link-steps");
        for (int i = 0; i < sheet.steps().size(); i++) {
            CheckBox box = new CheckBox(words(i + 1, sheet.steps().steps().get(i)));
            box.setId("link-step-" + (i + 1));
            box.setSelected(performed.contains(i + 1));
            box.setOnAction(event -> none.setSelected(chosen().isEmpty()));
            boxes.add(box);
            list.getChildren().add(i < 9 ? withKey(box, Integer.toString(i + 1)) : box);
        }
        none.setId("link-none");
        none.setSelected(performed.isEmpty());
        none.setOnAction(event -> clear());
        list.getChildren().add(withKey(none, "0"));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(360);
        scroll.getStyleClass().add("plain-scroll");
        VBox content = new VBox(title(), scroll, buttons(sheet));
        content.setId("link-chooser");
        content.getStyleClass().add("link-chooser");
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pop.setContentNode(content);
        pop.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        pop.setAnimated(false);
        pop.setDetachable(false);
    }

    private void show(Node beside, Runnable closed) {
        pop.setOnHidden(event -> closed.run());
        pop.show(beside);
        (boxes.isEmpty() ? none : boxes.getFirst()).requestFocus();
    }

    private static Label title() {
        Label title = new Label(Texts.of("links.title"));
        title.getStyleClass().add("column-head");
        return title;
    }

    private HBox buttons(Sheet sheet) {
        Button accept = new Button(Texts.of("links.accept"), new KeyCap("↵"));
        accept.setId("link-accept");
        accept.setContentDisplay(ContentDisplay.RIGHT);
        accept.getStyleClass().add("accent");
        accept.setOnAction(event -> accept());
        List<Integer> byRules = sheet.byRules().segments().get(position).steps();
        Button rules = new Button(Texts.of(
                "correction.as-rules",
                byRules.isEmpty() ? Texts.of("links.none") : Texts.of("status.performs", PersonMark.numbers(byRules))));
        rules.setId("link-by-rules");
        rules.setDisable(sheet.linksSet(position).isEmpty());
        rules.setOnAction(event -> {
            pop.hide();
            model.corrections().setLinks(position, null);
        });
        HBox row = new HBox(accept, rules);
        row.getStyleClass().add("form-buttons");
        return row;
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean bare = !event.isShortcutDown() && !event.isAltDown();
        if (code == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            accept();
        } else if (code == KeyCode.ESCAPE) {
            pop.hide();
        } else if (bare && code.isDigitKey()) {
            toggle(Integer.parseInt(code.getName().substring(code.getName().length() - 1)));
        } else {
            return;
        }
        event.consume();
    }

    private void toggle(int digit) {
        if (digit == 0) {
            clear();
        } else if (digit <= boxes.size()) {
            CheckBox box = boxes.get(digit - 1);
            box.setSelected(!box.isSelected());
            none.setSelected(chosen().isEmpty());
        }
    }

    private void clear() {
        boxes.forEach(box -> box.setSelected(false));
        none.setSelected(true);
    }

    private void accept() {
        pop.hide();
        model.corrections().setLinks(position, chosen());
    }

    private List<Integer> chosen() {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                chosen.add(i + 1);
            }
        }
        return chosen;
    }

    private static HBox withKey(CheckBox box, String key) {
        HBox row = new HBox(new KeyCap(key), box);
        row.getStyleClass().add("link-row");
        return row;
    }

    private static String words(int number, Step step) {
        String line = step.body().strip().replaceAll("\\s+", " ");
        return number + "  " + (line.length() <= LONGEST_STEP ? line : line.substring(0, LONGEST_STEP - 1) + "…");
    }
}
