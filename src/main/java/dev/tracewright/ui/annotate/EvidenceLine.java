package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.Sheet;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** One line below the grid that explains the link of what is selected or under the pointer. */
final class EvidenceLine extends Label {
    private static final double LEAST_ROOM_IN_EM = 22;

    private final AnnotateViewModel model;
    private final Region area;
    private final Tooltip whole = new Tooltip();
    private final Ui.Bonds bonds = new Ui.Bonds();

    /** @param area what it shares its height with: where that is low, the steps come first and the line is hidden */
    EvidenceLine(AnnotateViewModel model, Region area) {
        this.model = model;
        this.area = area;
        setId("evidence-line");
        getStyleClass().add("evidence-line");
        setGraphic(new FontIcon(MaterialDesignL.LINK_VARIANT));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        setTextOverrun(OverrunStyle.ELLIPSIS);
        setTooltip(whole);
        TraceSelection selection = model.selection();
        bonds.follow(model.sheet(), this::show);
        bonds.follow(area.heightProperty(), this::show);
        bonds.follow(selection.step(), this::show);
        bonds.follow(selection.segment(), this::show);
        bonds.follow(selection.hoveredStep(), this::show);
        bonds.follow(selection.hoveredSegment(), this::show);
    }

    void release() {
        bonds.release();
    }

    private void show() {
        Sheet sheet = model.sheet().get();
        boolean linked =
                sheet != null && sheet.steps().size() > 0 && !sheet.output().isEmpty();
        boolean room = area.getHeight() > LEAST_ROOM_IN_EM * Theme.fontPixels().get();
        setVisible(linked && room);
        setManaged(linked && room);
        if (sheet == null || !linked) {
            return;
        }
        TraceSelection selection = model.selection();
        boolean hovering =
                selection.hoveredStep().get() > 0 || selection.hoveredSegment().get() >= 0;
        int step = hovering ? selection.hoveredStep().get() : selection.step().get();
        int segment = hovering
                ? selection.hoveredSegment().get()
                : selection.segment().get();
        String words = words(sheet, step, segment);
        setText(words.replaceAll("\\s+", " "));
        whole.setText(words);
    }

    private static String words(Sheet sheet, int step, int segment) {
        if (step > 0 && step <= sheet.steps().size()) {
            return LinkWords.ofStep(sheet, step);
        }
        if (segment >= 0 && segment < sheet.alignment().segments().size()) {
            return LinkWords.ofSegment(sheet, segment);
        }
        return Texts.of("link.choose");
    }
}
