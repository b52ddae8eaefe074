package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.work.ModelShelf;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says what a verifier would be sent and waits for the person's word; nothing is sent before. */
final class RefineAsking extends VBox {
    private final RefineViewModel refine;
    private final AnnotateContext context;
    private final Runnable backToWork;
    private final ObservableList<ModelShelf.Choice> choices = FXCollections.observableArrayList();
    private final ComboBox<ModelShelf.Choice> picker = new ComboBox<>(choices);
    private final Label text = new Label();
    private final Button send = new Button(Texts.of("refine.send"));
    private final Button cancel = new Button(Texts.of("refine.cancel"));
    private final Ui.Bonds bonds = new Ui.Bonds();

    /** @param backToWork puts the keyboard where the work is */
    RefineAsking(RefineViewModel refine, AnnotateContext context, Runnable backToWork) {
        this.refine = refine;
        this.context = context;
        this.backToWork = backToWork;
        getStyleClass().addAll("bar", "bar-opinion");
        setId("refine-asking");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setId("refine-sends");
        picker.setId("pick-verifier");
        picker.setAccessibleText(Texts.of("refine.model"));
        picker.getStyleClass().add("model-picker");
        send.setId("refine-send");
        send.getStyleClass().add("accent");
        send.setOnAction(event -> send());
        cancel.setId("refine-cancel");
        cancel.setOnAction(event -> {
            refine.asking().set(false);
            backToWork.run();
        });
        FlowPane row = new FlowPane(picker, send, cancel);
        row.getStyleClass().add("opinion-row");
        getChildren().setAll(text, row);
        ListChangeListener<ModelShelf.Choice> restock = change -> Ui.soon(this::stock);
        context.models().delegators().addListener(restock);
        bonds.onRelease(() -> context.models().delegators().removeListener(restock));
        bonds.follow(refine.asking(), this::opened);
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
        if (picker.getValue() == null && !choices.isEmpty()) {
            picker.setValue(choices.getFirst());
        }
        boolean some = !choices.isEmpty();
        text.setText(Texts.of(some ? "refine.sends" : "refine.no-model"));
        Bars.shown(picker, some);
        Bars.shown(send, some);
    }

    private void opened() {
        if (refine.asking().get()) {
            Ui.soon(() -> (choices.isEmpty() ? cancel : send).requestFocus());
        }
    }

    private void send() {
        ModelShelf.Choice choice = picker.getValue();
        if (choice != null) {
            backToWork.run(); // the button that was pressed is about to leave
            refine.ask(choice.model().get());
        }
    }
}
