package dev.tracewright.ui.runs;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The form in which a study is made, from the problems to the budget, with its summary beside it, or below where it is narrow. */
final class StudyForm extends BorderPane {
    private static final double EMS_FOR_BOTH = 62;
    private static final double SUMMARY_EMS = 22;

    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final TextField name;
    private final SummaryPane summary;
    private final Ui.Bonds bonds = new Ui.Bonds();

    /** @param datasets the data sets of the session, with how many problems each has */
    StudyForm(StudyFormModel model, RunsContext context, Map<String, Long> datasets, SummaryPane.Orders orders) {
        setId("study-form");
        getStyleClass().add("run");
        name = Forms.field("study-name", model.draft().name(), 30, Texts.of("runs.form.name"));
        Label title = new Label(Texts.of("runs.form.title"));
        title.getStyleClass().add("page-title");
        VBox page = new VBox(
                title,
                Forms.section(Texts.of("runs.form.name"), name, Forms.fault(model, bonds, "name")),
                new ProblemsSection(model, datasets, context, bonds),
                new PromptsSection(model, bonds),
                new ModelsSection(model, context, bonds),
                new CallsSection(model, bonds),
                new LimitsSection(model, context.servers(), bonds));
        page.getStyleClass().add("form-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        setCenter(scroll);
        summary = new SummaryPane(model, orders, bonds);
        bonds.follow(widthProperty(), this::arrange);
        bonds.follow(heightProperty(), this::arrange);
        bonds.follow(Theme.fontPixels(), this::arrange);
    }

    void release() {
        bonds.release();
    }

    void focusFirst() {
        if (name.getScene() == null) {
            applyCss(); // a scroll pane takes its page into the window only once it has been styled
        }
        name.requestFocus();
        name.selectAll();
    }

    /** The summary stands beside the form where there is room for both. */
    private void arrange() {
        double em = Theme.fontPixels().get();
        boolean beside = getWidth() > EMS_FOR_BOTH * em;
        if (beside && !summary.equals(getRight())) {
            setBottom(null);
            setRight(summary);
        } else if (!beside && !summary.equals(getBottom())) {
            setRight(null);
            setBottom(summary);
        }
        summary.pseudoClassStateChanged(BELOW, !beside);
        summary.showTitle(beside);
        summary.setPrefWidth(beside ? SUMMARY_EMS * em : USE_COMPUTED_SIZE);
        summary.setMaxHeight(beside ? Double.MAX_VALUE : Math.max(120, getHeight() * 0.4));
    }
}
