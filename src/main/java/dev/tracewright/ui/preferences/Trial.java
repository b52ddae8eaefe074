package dev.tracewright.ui.preferences;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.Price;
import dev.tracewright.settings.Allowance;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.ui.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One tiny call to a server and what came of it, in a few lines below the button that asked for it. */
final class Trial extends VBox {
    private static final int LONGEST_ANSWER = 120;

    private final ModelServers servers;
    private @Nullable Cancellation running;

    Trial(ModelServers servers) {
        this.servers = servers;
        getStyleClass().add("trial");
        setId("trial");
        setVisible(false);
        setManaged(false);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                cancel();
            }
        });
    }

    /** Asks; what a call that still runs brings is not shown any more. */
    void run(ModelServers.Draft server) {
        cancel();
        Cancellation mine = new Cancellation();
        running = mine;
        Label asking = new Label(
                Texts.of("settings.trial.asking", server.endpoint().models().getFirst()));
        Button stop = new Button(Texts.of("settings.trial.stop"));
        stop.setId("trial-stop");
        stop.setOnAction(event -> mine.cancel());
        HBox line = new HBox(new ProgressIndicator(), asking, stop);
        line.getStyleClass().add("form-buttons");
        show(List.of(line));
        servers.test(
                server,
                mine,
                reply -> {
                    if (running == mine) {
                        running = null;
                        answered(server.endpoint(), reply);
                    }
                },
                words -> {
                    if (running == mine) {
                        running = null;
                        failed(words);
                    }
                });
    }

    /** Says what stands in the way of asking. */
    void failed(String words) {
        Label said = new Label(words, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        said.getStyleClass().add("save-failed");
        show(List.of(wrapped(said, "trial-failed")));
    }

    /** Ends the call, where one runs. */
    void cancel() {
        if (running != null) {
            Cancellation last = running;
            running = null;
            last.cancel();
        }
    }

    private void answered(Endpoint endpoint, ChatReply reply) {
        if (reply.finish() == FinishReason.CANCELLED) {
            show(List.of(muted(Texts.of("settings.trial.stopped"))));
            return;
        }
        List<Label> lines = new ArrayList<>();
        Label said = new Label(words(reply), new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        said.getStyleClass().add("trial-answer");
        lines.add(wrapped(said, "trial-answer"));
        lines.add(muted(facts(endpoint, reply)));
        reply.notes().forEach(note -> lines.add(muted(note)));
        show(lines);
    }

    private static String words(ChatReply reply) {
        String answer =
                reply.output().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        if (answer.isEmpty()) {
            return Texts.of(reply.reasoning() == null ? "settings.trial.empty" : "settings.trial.only-reasoning");
        }
        int length = answer.codePointCount(0, answer.length());
        return Texts.of(
                "settings.trial.answer",
                length <= LONGEST_ANSWER
                        ? answer
                        : answer.substring(0, answer.offsetByCodePoints(0, LONGEST_ANSWER)) + "…");
    }

    private static String facts(Endpoint endpoint, ChatReply reply) {
        List<String> facts = new ArrayList<>();
        facts.add(Texts.of("settings.trial.millis", reply.millis()));
        facts.add(
                reply.promptTokens() == null || reply.outputTokens() == null
                        ? Texts.of("settings.trial.uncounted")
                        : Texts.of("settings.trial.tokens", reply.promptTokens(), reply.outputTokens()));
        Allowance allowance = endpoint.allowance();
        if (allowance.priceIn() != null && allowance.priceOut() != null) {
            BigDecimal cost = new Price(allowance.priceIn(), allowance.priceOut(), allowance.currency()).cost(reply);
            if (cost != null) {
                String amount =
                        cost.round(new MathContext(2)).stripTrailingZeros().toPlainString();
                facts.add(Texts.of("settings.trial.cost", amount, allowance.currency()));
            }
        }
        return String.join("  ·  ", facts);
    }

    private void show(List<? extends javafx.scene.Node> lines) {
        getChildren().setAll(lines);
        setVisible(true);
        setManaged(true);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return wrapped(label, "trial-fact");
    }

    private static Label wrapped(Label label, String id) {
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
