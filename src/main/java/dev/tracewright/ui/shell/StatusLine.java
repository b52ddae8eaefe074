package dev.tracewright.ui.shell;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.work.Labelling;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;

/** The bottom line: what was found in the shown item, what undo would take back, and where the keys are. */
final class StatusLine extends StatusBar {
    private final Label undo = new Label();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private @Nullable AnnotateViewModel model;
    private boolean silent;

    StatusLine(Runnable showKeys) {
        setId("status-line");
        setText("");
        Hyperlink keys = new Hyperlink(Texts.of("shell.status.keys"));
        keys.setId("show-keys");
        keys.setFocusTraversable(false);
        keys.setOnAction(event -> showKeys.run());
        getRightItems().addAll(undo, keys);
    }

    void follow(AnnotateViewModel followed) {
        bonds.release();
        model = followed;
        bonds.follow(followed.sheet(), this::show);
        bonds.follow(followed.session().labelling().last(), this::show);
    }

    /** Says nothing while another screen than Annotate is shown. */
    void silence(boolean nothing) {
        silent = nothing;
        show();
    }

    private void show() {
        AnnotateViewModel shown = model;
        if (shown == null) {
            return;
        }
        Sheet sheet = shown.sheet().get();
        setText(silent || sheet == null || sheet.output().isEmpty() ? "" : String.join("   ·   ", findings(sheet)));
        Labelling.Act last = shown.session().labelling().last().get();
        Optional<ItemRow> item = last == null ? Optional.empty() : shown.queue().find(last.key());
        undo.setText(
                silent || last == null || item.isEmpty()
                        ? ""
                        : Texts.of("shell.status.undo", item.get().problem().number(), describe(last)));
    }

    private static String describe(Labelling.Act last) {
        return switch (last) {
            case Labelling.Labelled label -> describe(label);
            case Labelling.Corrected correction -> describe(correction.after());
            case Labelling.Reviewed _ -> Texts.of("review.act");
        };
    }

    private static String describe(Correction correction) {
        return switch (correction) {
            case Correction.OfStatus(int step, StepStatus status) ->
                Texts.of(
                        "shell.findings.step",
                        Integer.toString(step),
                        Texts.of(status == null ? "correction.left-to-rules" : "status." + status.key()));
            case Correction.OfLinks links -> Texts.of("correction.link");
        };
    }

    private static String describe(Labelling.Labelled last) {
        Verdict verdict = last.after().verdict();
        if (verdict != last.before().verdict()) {
            return verdict == null
                    ? Texts.of("history.open")
                    : Texts.of("verdict." + verdict.name().toLowerCase(Locale.ROOT));
        }
        for (Flag flag : Flag.values()) {
            if (last.before().flags().contains(flag) != last.after().flags().contains(flag)) {
                return Texts.of("flag." + flag.key());
            }
        }
        return Texts.of("action.label.note");
    }

    private static List<String> findings(Sheet sheet) {
        List<String> findings = new ArrayList<>();
        for (StepStatus status : StepStatus.values()) {
            if (status == StepStatus.FOLLOWED) {
                continue;
            }
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < sheet.alignment().status().size(); i++) {
                if (sheet.alignment().status().get(i) == status) {
                    numbers.add(Integer.toString(i + 1));
                }
            }
            if (!numbers.isEmpty()) {
                String key = numbers.size() == 1 ? "shell.findings.step" : "shell.findings.steps";
                findings.add(Texts.of(
                        key, numbers.stream().collect(Collectors.joining(", ")), Texts.of("status." + status.key())));
            }
        }
        if (!sheet.checks().breaks().isEmpty()) {
            findings.add(Texts.of("finding.order_broken"));
        }
        if (!sheet.checks().added().isEmpty()) {
            findings.add(Texts.of("finding.added_work"));
        }
        if (!sheet.checks().leaks().isEmpty()) {
            findings.add(Texts.of("finding.leak"));
        }
        int equations = sheet.equations().size();
        long broken =
                sheet.equations().stream().filter(equation -> !equation.holds()).count();
        if (broken > 0) {
            findings.add(Texts.of("shell.findings.equations.false", broken, equations));
        } else if (equations > 0) {
            findings.add(Texts.of("shell.findings.equations.all", equations));
        }
        return findings.isEmpty() ? List.of(Texts.of("shell.findings.none")) : findings;
    }
}
