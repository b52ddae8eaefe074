package dev.tracewright.ui.runs;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.Money;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.work.PreparedStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What the study will ask and take, and what keeps it from running; beside the form, so that it is seen while it changes. */
final class SummaryPane extends VBox {
    private final StudyFormModel model;
    private final Label title = new Label(Texts.of("runs.form.summary"));
    private final Label calls = new Label();
    private final Label tokens = Forms.muted("");
    private final Label money = Forms.muted("");
    private final Label known = Forms.muted("");
    private final VBox lines = new VBox();
    private final VBox said = new VBox();
    private final Button start = new Button(Texts.of("runs.form.start"), new FontIcon(MaterialDesignP.PLAY));
    private final Button keep = new Button(Texts.of("runs.form.keep"));

    /** What the buttons do. */
    interface Orders {
        void keep(PreparedStudy study, boolean start);

        void save();

        void leave();
    }

    SummaryPane(StudyFormModel model, Orders orders, Ui.Bonds bonds) {
        this.model = model;
        getStyleClass().add("summary");
        setId("summary");
        calls.setId("estimate-calls");
        calls.getStyleClass().add("summary-calls");
        calls.setWrapText(true);
        tokens.setId("estimate-tokens");
        money.setId("estimate-money");
        lines.getStyleClass().add("summary-lines");
        said.getStyleClass().add("summary-said");
        said.setId("summary-said");
        start.setId("study-start");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> order(orders, true));
        keep.setId("study-keep");
        keep.setOnAction(event -> order(orders, false));
        Button save = new Button(Texts.of("runs.form.save"));
        save.setId("study-save");
        save.setOnAction(event -> orders.save());
        Button leave = new Button(Texts.of("runs.form.leave"));
        leave.setId("study-leave");
        leave.setOnAction(event -> orders.leave());
        for (Button button : List.of(start, keep, save, leave)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        FlowPane buttons = Forms.row(start, keep, save, leave);
        title.getStyleClass().add("section-title");
        VBox parts = new VBox(title, calls, tokens, money, known, lines, said);
        parts.getStyleClass().add("summary-parts");
        ScrollPane scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, buttons);
        bonds.follow(model.outlook(), this::show);
    }

    /** Whether there is room for saying what this is. */
    void showTitle(boolean shown) {
        Forms.show(title, shown);
    }

    private void order(Orders orders, boolean begin) {
        PreparedStudy ready = model.outlook().get().ready();
        if (ready != null) {
            orders.keep(ready, begin);
        }
    }

    private void show() {
        StudyFormModel.Outlook outlook = model.outlook().get();
        boolean ready = outlook.ready() != null;
        start.setDisable(!ready);
        keep.setDisable(!ready);
        PreparedStudy prepared = outlook.prepared();
        Estimate estimate = prepared == null ? null : prepared.estimate();
        calls.setText(
                estimate == null
                        ? Texts.of("runs.form.no-estimate")
                        : Texts.of("runs.form.estimate", estimate.calls()));
        boolean counted = estimate != null && estimate.calls() > 0;
        Forms.show(tokens, counted);
        Forms.show(money, counted);
        lines.getChildren().clear();
        Forms.show(known, prepared != null && prepared.answered() > 0);
        if (prepared != null) {
            known.setText(Texts.of("runs.form.answered", prepared.answered()));
        }
        if (estimate != null) {
            tokens.setText(Texts.of("runs.form.estimate.tokens", estimate.tokensIn(), estimate.tokensOut()));
            money.setText(money(estimate));
            if (estimate.lines().size() > 1) {
                estimate.lines()
                        .forEach(line -> lines.getChildren()
                                .add(Forms.muted(Texts.of(
                                        "runs.form.estimate.line", line.model().toString(), line.calls()))));
            }
        }
        if (!outlook.pending()) {
            tell(outlook);
        }
    }

    private static String money(Estimate estimate) {
        String sums = estimate.money().stream().map(Money::toString).collect(Collectors.joining(" + "));
        if (estimate.unpriced().isEmpty()) {
            boolean free =
                    estimate.money().stream().allMatch(sum -> sum.amount().signum() == 0);
            return free ? Texts.of("runs.form.estimate.free") : Texts.of("runs.form.estimate.money", sums);
        }
        return sums.isEmpty() || estimate.unpriced().size() == estimate.lines().size()
                ? Texts.of("runs.money.unknown")
                : Texts.of("runs.form.estimate.part", sums, estimate.unpriced().size());
    }

    private void tell(StudyFormModel.Outlook outlook) {
        List<Label> lines = new ArrayList<>();
        outlook.faults()
                .forEach(fault -> lines.add(line(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "fault", fault.sentence())));
        if (outlook.failure() != null) {
            lines.add(line(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "fault", outlook.failure()));
        }
        PreparedStudy prepared = outlook.prepared();
        if (prepared != null) {
            prepared.troubles()
                    .forEach(trouble -> lines.add(line(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "fault", trouble)));
            prepared.notes().forEach(note -> lines.add(line(MaterialDesignI.INFORMATION_OUTLINE, "muted", note)));
            if (prepared.ready()) {
                lines.add(line(MaterialDesignC.CHECK, "summary-ready", Texts.of("runs.form.ready")));
            }
        }
        said.getChildren().setAll(lines);
    }

    private static Label line(Ikon icon, String style, String text) {
        Label line = new Label(text, new FontIcon(icon));
        line.setWrapText(true);
        line.getStyleClass().addAll("summary-line", style);
        return line;
    }
}
