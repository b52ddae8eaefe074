package dev.tracewright.ui.annotate;

import dev.tracewright.answer.StrictMatch;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.work.Sheet;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** What exact-match grading would have said, in one small line below the verdict; where it differs from the person, that is said. */
final class StrictLine extends Hyperlink {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    private final AnnotateViewModel model;
    private final FontIcon icon = new FontIcon(MaterialDesignE.EQUAL);
    private final Tooltip explained = new Tooltip();
    private final Ui.Bonds bonds = new Ui.Bonds();

    StrictLine(AnnotateViewModel model) {
        this.model = model;
        setId("strict-match");
        getStyleClass().add("strict-line");
        setGraphic(icon);
        setTooltip(explained);
        setMinWidth(USE_PREF_SIZE);
        AnswerViewModel answer = model.answer();
        setOnAction(event -> {
            setVisited(false);
            answer.light(AnswerValue.STRICT);
        });
        hoverProperty().subscribe(this::point);
        focusVisibleProperty().subscribe(this::point);
        bonds.follow(model.sheet(), this::show);
        bonds.follow(model.label(), this::show);
        bonds.follow(model.phase(), this::show);
        bonds.follow(answer.suggestionShown(), this::show);
    }

    void release() {
        bonds.release();
    }

    private void point(boolean there) {
        if (there) {
            model.answer().light(AnswerValue.STRICT);
        } else {
            model.answer().unlight(AnswerValue.STRICT);
        }
    }

    /** Keeps its room where there is nothing to say, so that nothing moves when there is. */
    private void show() {
        Sheet sheet = model.sheet().get();
        Phase phase = model.phase().get();
        StrictMatch strict =
                sheet == null || phase == Phase.STREAMING || phase == Phase.WAITING ? null : sheet.strict();
        boolean shown = strict != null && model.answer().suggestionShown().get();
        setVisible(shown);
        if (strict == null || !shown) {
            return;
        }
        Verdict person = model.label().get().verdict();
        boolean differs = person != null && person != strict.verdict();
        String value = strict.value() == null
                ? Texts.of("strict.no-value")
                : Answers.shown(strict.value().value());
        String form = person == null ? "strict.says" : differs ? "strict.differs" : "strict.agrees";
        setText(Texts.of(form, said(strict.verdict()), value));
        icon.setIconCode(differs ? MaterialDesignN.NOT_EQUAL_VARIANT : MaterialDesignE.EQUAL);
        pseudoClassStateChanged(DIFFERS, differs);
        explained.setText(Texts.of("strict.hint"));
        setAccessibleText(getText() + " " + Texts.of("strict.hint"));
    }

    private static String said(@Nullable Verdict verdict) {
        return verdict == null
                ? ""
                : Texts.of("verdict." + verdict.name().toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    }
}
