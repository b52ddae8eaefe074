package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Finding;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The findings of an item as a few small shapes, with their names for who points at them or cannot see them. */
final class FindingMarks extends HBox {
    private final Tooltip names = new Tooltip();
    private Set<Finding> shown = Set.of();

    FindingMarks() {
        getStyleClass().add("finding-marks");
        setMinWidth(0);
    }

    /** Shows these findings and no others. */
    void show(Set<Finding> findings) {
        if (shown.equals(findings)) {
            return;
        }
        if (shown.isEmpty()) {
            Tooltip.install(this, names);
        } else if (findings.isEmpty()) {
            Tooltip.uninstall(this, names);
        }
        shown = findings;
        getChildren()
                .setAll(findings.stream()
                        .map(finding -> new FontIcon(FindingIcons.icon(finding)))
                        .toList());
        names.setText(names("\n"));
    }

    /** What a screen reader says behind the item's name; empty for no findings. */
    String spoken() {
        return shown.isEmpty() ? "" : ", " + names(", ");
    }

    private String names(String between) {
        return shown.stream().map(FindingIcons::name).collect(Collectors.joining(between));
    }
}
