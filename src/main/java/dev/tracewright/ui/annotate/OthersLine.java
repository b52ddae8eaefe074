package dev.tracewright.ui.annotate;

import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.work.OpenSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The verdicts of other people on the answer, as soon as what others said may be seen; not there where nobody else has decided. */
final class OthersLine extends Label {
    private final AnnotateViewModel model;
    private final Tooltip whole = new Tooltip();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private @Nullable String shown;

    OthersLine(AnnotateViewModel model) {
        this.model = model;
        setId("others");
        getStyleClass().add("others-line");
        setTooltip(whole);
        show("");
        bonds.follow(model.item(), this::read);
        bonds.follow(model.answer().suggestionShown(), this::read);
    }

    void release() {
        bonds.release();
    }

    private void read() {
        OpenSession.Item item = model.item().get();
        String key =
                item == null || item.response() == null ? null : item.response().id();
        boolean same = key != null && key.equals(shown);
        boolean may = model.answer().suggestionShown().get();
        shown = may ? key : null;
        if (!same || !may) {
            show("");
        }
        if (may && key != null) {
            model.readHistory(said -> {
                if (key.equals(shown)) {
                    show(others(said.labels()));
                }
            });
        }
    }

    private String others(List<LabelEvent> labels) {
        Map<String, Verdict> latest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(name -> name));
        for (LabelEvent event : labels) {
            Verdict verdict = event.label().verdict();
            if (verdict == null) {
                latest.remove(event.author());
            } else if (!event.author().equals(model.session().annotator())) {
                latest.put(event.author(), verdict);
            }
        }
        return latest.entrySet().stream()
                .map(entry -> Texts.of(
                        entry.getValue() == Verdict.TRUE ? "verdict.other.true" : "verdict.other.false",
                        entry.getKey()))
                .collect(Collectors.joining(" \u00b7 "));
    }

    private void show(String text) {
        setText(text);
        whole.setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
