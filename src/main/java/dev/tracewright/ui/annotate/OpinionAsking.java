package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.work.ModelShelf;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says what would be sent to whom and waits for the person's word; nothing is sent before. */
final class OpinionAsking extends VBox {
    private final AnnotateViewModel model;
    private final AnnotateContext context;
    private final Runnable backToWork;
    private final ObservableList<ModelShelf.Choice> choices = FXCollections.observableArrayList();
    private final ComboBox<ModelShelf.Choice> picker = new ComboBox<>(choices);
    private final Label text = new Label();
    private final Button one = new Button();
    private final Button all = new Button();
    private final Button cancel = new Button(Texts.of("opinion.cancel"));
    private final Ui.Bonds bonds = new Ui.Bonds();
    /** What would be sent as a set once the person confirms it, or null while it is about the shown answer. */
    private @Nullable List<ItemRow> set;

    /** @param backToWork puts the keyboard where the work is */
    OpinionAsking(AnnotateViewModel model, AnnotateContext context, Runnable backToWork) {
        this.model = model;
        this.context = context;
        this.backToWork = backToWork;
        getStyleClass().addAll("bar", "bar-opinion");
        setId("opinion-asking");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setId("opinion-sends");
        picker.setId("pick-opinion");
        picker.setAccessibleText(Texts.of("opinion.model"));
        picker.getStyleClass().add("model-picker");
        one.setId("opinion-one");
        one.getStyleClass().add("accent");
        one.setOnAction(event -> send());
        all.setId("opinion-all");
        all.setOnAction(event -> prepareSet());
        cancel.setId("opinion-cancel");
        cancel.setOnAction(event -> close());
        FlowPane row = new FlowPane(picker, one, all, cancel);
        row.getStyleClass().add("opinion-row");
        getChildren().setAll(text, row);
        picker.valueProperty().addListener((property, before, now) -> reset());
        ListChangeListener<ModelShelf.Choice> restock = change -> Ui.soon(this::stock);
        context.models().delegators().addListener(restock);
        bonds.onRelease(() -> context.models().delegators().removeListener(restock));
        bonds.follow(model.opinions().asking(), this::opened);
        bonds.follow(model.item(), this::reset);
        stock();
    }

    void release() {
        bonds.release();
    }

    private void stock() {
        ModelShelf.Choice before = picker.getValue();
        choices.setAll(context.models().delegators().stream()
                .filter(choice -> !choice.demonstration())
                .toList());
        String wanted = before == null ? context.chosenDelegator().get() : before.id();
        ModelShelf.find(choices, wanted == null ? "" : wanted).ifPresent(picker::setValue);
        reset();
    }

    private void opened() {
        if (model.opinions().asking().get()) {
            reset();
            Ui.soon(() -> (choices.isEmpty() ? cancel : one).requestFocus());
        }
    }

    private void close() {
        model.opinions().asking().set(false);
        backToWork.run();
    }

    /** Back to the question about the shown answer. */
    private void reset() {
        set = null;
        boolean some = !choices.isEmpty();
        long shown = model.queue().shown().stream()
                .filter(row -> row.responseId() != null && row.planId() != null)
                .count();
        text.setText(Texts.of(some ? "opinion.sends" : "opinion.no-model"));
        one.setText(Texts.of("opinion.ask-one"));
        all.setText(Texts.of("opinion.ask-all", shown));
        Bars.shown(picker, some);
        Bars.shown(one, some);
        Bars.shown(all, some && shown > 1);
    }

    private void prepareSet() {
        ModelShelf.Choice choice = picker.getValue();
        if (choice == null) {
            return;
        }
        long shown = model.queue().shown().stream()
                .filter(row -> row.responseId() != null && row.planId() != null)
                .count();
        model.opinions().openAmongShown(choice.name(), rows -> {
            if (choice.equals(picker.getValue()) && model.opinions().asking().get()) {
                set = rows;
                text.setText(Texts.of(
                        rows.isEmpty() ? "opinion.set.none" : "opinion.set",
                        rows.size(),
                        choice.name(),
                        choice.place(),
                        shown - rows.size()));
                one.setText(Texts.of("opinion.send-set", rows.size()));
                Bars.shown(one, !rows.isEmpty());
                Bars.shown(all, false);
                one.requestFocus();
            }
        });
    }

    private void send() {
        ModelShelf.Choice choice = picker.getValue();
        List<ItemRow> rows = set;
        if (choice == null) {
            return;
        }
        backToWork.run(); // the button that was pressed is about to leave
        if (rows == null) {
            model.opinions().asking().set(false);
            model.opinions().askAboutShown(choice.model().get(), choice.place());
        } else {
            model.opinions().ask(rows, choice.model().get(), choice.place());
        }
    }
}
