package dev.tracewright.ui.annotate;

import dev.tracewright.align.Equation;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.Mark;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The part of the solver's output that stands in one row: one box a segment, equations and answers lit in the text. */
final class OutputCell extends VBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
    private static final double TOOLTIP_IN_EM = 34;
    private static final int BOXES_AT_ONCE = 24;

    private final AnnotateViewModel model;
    private final IntConsumer chooseLinks;
    private final List<Box> boxes = new ArrayList<>();

    /**
     * @param link why the text and its steps belong together, in words; empty where there are no steps
     * @param setBy who set the steps that the text performs, in words; empty where the rules did
     * @param opinion what a second opinion says that it performs instead; empty where nothing
     */
    private record Content(
            String text, int position, Segment segment, String link, List<Mark> marks, String setBy, String opinion) {}

    private record Box(Content content, VBox node) {}

    private @Nullable String emptyText;
    private int unfolded = -1;

    /** @param chooseLinks asks for the steps that the segment at a position performs */
    OutputCell(AnnotateViewModel model, IntConsumer chooseLinks) {
        this.model = model;
        this.chooseLinks = chooseLinks;
        getStyleClass().add("output-cell");
    }

    void show(Sheet sheet, AlignedRows.Row row, Phase phase) {
        if (row.segments().isEmpty()) {
            showEmpty(sheet, row, phase);
            return;
        }
        emptyText = null;
        List<Box> wanted = new ArrayList<>();
        int selected = row.segments().indexOf(model.selection().segment().get());
        int pointed = row.segments().indexOf(model.answer().litSegment());
        if (Math.max(selected, pointed) >= BOXES_AT_ONCE) {
            unfolded = row.step();
        }
        boolean whole = row.segments().size() <= BOXES_AT_ONCE || row.step() == unfolded;
        for (int position : whole ? row.segments() : row.segments().subList(0, BOXES_AT_ONCE)) {
            Segment segment = sheet.alignment().segments().get(position);
            Content content = new Content(
                    sheet.output().substring(segment.start(), segment.end()),
                    position,
                    segment,
                    sheet.steps().size() == 0 ? "" : LinkWords.ofSegment(sheet, position),
                    marks(sheet, segment),
                    setBy(sheet, position),
                    model.opinions().linksOf(position).map(OpinionBar::performs).orElse(""));
            wanted.add(boxes.stream()
                    .filter(box -> box.content().equals(content))
                    .findFirst()
                    .orElseGet(() -> new Box(content, box(content))));
        }
        if (!wanted.equals(boxes) || getChildren().size() != wanted.size() + (whole ? 0 : 1)) {
            boxes.clear();
            boxes.addAll(wanted);
            getChildren().setAll(wanted.stream().map(Box::node).toList());
            VBox.setVgrow(wanted.getLast().node(), Priority.ALWAYS);
            if (!whole) {
                getChildren().add(unfold(sheet, row, phase));
            }
        }
    }

    private Hyperlink unfold(Sheet sheet, AlignedRows.Row row, Phase phase) {
        Hyperlink more = new Hyperlink(Texts.of("grid.more", row.segments().size() - BOXES_AT_ONCE));
        more.setOnAction(event -> {
            unfolded = row.step();
            show(sheet, row, phase);
        });
        return more;
    }

    void light(TraceSelection selection) {
        for (Box box : boxes) {
            int position = box.content().position();
            box.node().pseudoClassStateChanged(LIT, selection.lightsSegment(position));
            box.node().pseudoClassStateChanged(NEAR, selection.isSegmentNear(position));
        }
    }

    /** The lit place in the text of a segment, or null where none is lit. */
    @Nullable
    Node litPlace(int position) {
        Node box = box(position);
        return box == null ? null : box.lookup("." + Mark.LIT);
    }

    /** The box of a segment, or null where it is not shown here. */
    @Nullable
    Node box(int position) {
        return boxes.stream()
                .filter(box -> box.content().position() == position)
                .map(Box::node)
                .findFirst()
                .orElse(null);
    }

    private void showEmpty(Sheet sheet, AlignedRows.Row row, Phase phase) {
        boxes.clear();
        String text = emptyText(sheet, row, phase);
        if (text.equals(emptyText)) {
            return;
        }
        emptyText = text;
        Label label = new Label(text);
        label.setWrapText(true);
        VBox box = new VBox(label);
        box.getStyleClass().addAll("grid-cell", "output-none");
        VBox.setVgrow(box, Priority.ALWAYS);
        getChildren().setAll(box);
    }

    private static String emptyText(Sheet sheet, AlignedRows.Row row, Phase phase) {
        if (phase == Phase.WAITING) {
            return row.step() == 1 ? Texts.of("output.waiting") : "";
        }
        if (sheet.output().isEmpty()) {
            return row.step() == 1 ? Texts.of("output.none-yet") : "";
        }
        if (phase == Phase.STREAMING) {
            return "";
        }
        StepStatus status = sheet.alignment().status().get(row.step() - 1);
        for (AlignedRows.Row other : sheet.rows()) {
            for (int position : other.segments()) {
                if (sheet.alignment().segments().get(position).steps().contains(row.step())) {
                    return other.step() == 0
                            ? Texts.of("output.performed-elsewhere")
                            : Texts.of("output.performed-beside", other.step());
                }
            }
        }
        return Texts.of(status == StepStatus.SKIPPED ? "output.skipped" : "output.no-text." + status.key());
    }

    private VBox box(Content content) {
        VBox box = new VBox();
        box.getStyleClass()
                .addAll(
                        "grid-cell",
                        "output-box",
                        "kind-" + content.segment().kind().key());
        box.setId("segment-" + content.position());
        box.getChildren().setAll(texts(content, limit(content)));
        box.setOnMouseClicked(event -> {
            model.selection().selectSegment(content.position());
            event.consume();
        });
        if (!content.setBy().isEmpty()) {
            Label mark = PersonMark.links(content.segment().steps());
            mark.setTooltip(new Tooltip(content.setBy()));
            mark.setAccessibleText(mark.getText() + ". " + content.setBy());
            box.getChildren().add(mark);
        }
        if (!content.opinion().isEmpty()) {
            Label other = OpinionMark.label();
            OpinionMark.show(other, content.opinion());
            box.getChildren().add(other);
        }
        box.hoverProperty().subscribe(hovered -> model.selection().hoverSegment(content.position(), hovered));
        box.pseudoClassStateChanged(
                UNSURE, !content.segment().sure() && !content.segment().steps().isEmpty());
        box.setAccessibleRole(AccessibleRole.LIST_ITEM);
        box.setAccessibleText(
                Texts.of("output.accessible", content.link(), content.text().strip()));
        if (!content.link().isEmpty()) {
            Tooltip why = new Tooltip(content.link());
            why.setWrapText(true);
            why.setMaxWidth(TOOLTIP_IN_EM * Theme.fontPixels().get());
            Tooltip.install(box, why);
        }
        MenuItem copy = new MenuItem(Texts.of("output.copy"));
        copy.setOnAction(event -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(content.text().strip());
            Clipboard.getSystemClipboard().setContent(clip);
        });
        box.setOnContextMenuRequested(event -> {
            model.selection().selectSegment(content.position());
            ContextMenu menu = new ContextMenu(copy);
            menu.getItems().addAll(LinkMenu.items(model, content.position(), chooseLinks));
            menu.show(box, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return box;
    }

    /** How much of a text is shown at first: all of it where a lit place would else be out of sight. */
    private static int limit(Content content) {
        boolean beyond = content.marks().stream()
                .anyMatch(mark -> mark.style().equals(Mark.LIT) && mark.end() > RichText.SHOWN_AT_ONCE);
        return beyond ? content.text().length() : RichText.SHOWN_AT_ONCE;
    }

    /** The text without the white space around it; very long ones in part, with a link to the rest. */
    private static List<Node> texts(Content content, int limit) {
        String text = content.text();
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        List<Node> nodes = new ArrayList<>();
        int shown = Math.min(to, from + limit);
        for (int at = from; at < shown; at = Math.min(shown, at + RichText.SHOWN_AT_ONCE)) {
            int end = Math.min(shown, at + RichText.SHOWN_AT_ONCE);
            nodes.add(new RichText(
                    text, at, end, content.marks(), Theme.fontPixels().get()));
        }
        if (shown < to) {
            Hyperlink more = new Hyperlink(Texts.of("output.more", to - shown));
            more.setOnAction(event -> {
                if (more.getParent() instanceof VBox box) {
                    List<Node> rest =
                            new ArrayList<>(texts(content, content.text().length()));
                    box.getChildren().stream()
                            .filter(node -> node instanceof Label)
                            .forEach(rest::add);
                    box.getChildren().setAll(rest);
                }
            });
            nodes.add(more);
        }
        return nodes;
    }

    private static String setBy(Sheet sheet, int position) {
        List<Integer> byRules = sheet.byRules().segments().get(position).steps();
        String rules =
                byRules.isEmpty() ? Texts.of("links.none") : Texts.of("status.performs", PersonMark.numbers(byRules));
        return sheet.linksSet(position)
                .map(event -> PersonMark.words(event, rules))
                .orElse("");
    }

    private List<Mark> marks(Sheet sheet, Segment segment) {
        List<Mark> marks = new ArrayList<>();
        for (Equation equation : sheet.equations()) {
            if (equation.start() >= segment.start() && equation.end() <= segment.end()) {
                marks.add(Mark.equation(
                        equation.start() - segment.start(), equation.end() - segment.start(), equation.holds()));
            }
        }
        for (AnswerValue value : AnswerValue.values()) {
            Found place = model.answer().place(value);
            boolean here = place != null && place.start() >= segment.start() && place.end() <= segment.end();
            boolean lit = model.answer().lit().get() == value;
            boolean again = value != AnswerValue.STATED
                    && place != null
                    && place.equals(model.answer().place(AnswerValue.STATED)); // one mark says it
            if (place == null || !here || (!lit && (again || value.isMarkedWhenLitOnly()))) {
                continue;
            }
            int from = place.start() - segment.start();
            int to = place.end() - segment.start();
            marks.add(new Mark(from, to, value.mark(), Mark.Sign.NONE, Texts.of("verdict.place." + value.key())));
            if (lit) {
                marks.add(Mark.of(from, to, Mark.LIT));
            }
        }
        return marks;
    }
}
