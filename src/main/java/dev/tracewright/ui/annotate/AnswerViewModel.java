package dev.tracewright.ui.annotate;

import dev.tracewright.answer.StrictMatch;
import dev.tracewright.settings.Settings;
import dev.tracewright.trace.Candidate;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Segment;
import dev.tracewright.work.Sheet;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * The values that a verdict rests on: whether the person may see them yet, where they stand in the output, and which one is lit
 * there. Where labelling is blind, the suggestion and everything it was made from wait for the person's own verdict.
 */
public final class AnswerViewModel {
    private static final int NOWHERE = -1;

    private final AnnotateViewModel model;
    private final ObservableBooleanValue several;
    private final ObjectProperty<Settings.Blind> blind = new SimpleObjectProperty<>(Settings.Blind.SEVERAL);
    private final BooleanProperty hideGold = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper valuesShown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper suggestionShown = new ReadOnlyBooleanWrapper();
    private @Nullable Candidate considered;

    /** @param several whether somebody else labelled in this session, too */
    AnswerViewModel(AnnotateViewModel model, ObservableBooleanValue several) {
        this.model = model;
        this.several = several;
        blind.subscribe(now -> decideWhatIsShown());
        hideGold.subscribe(now -> decideWhatIsShown());
        several.subscribe(now -> decideWhatIsShown());
        model.label().subscribe(now -> decideWhatIsShown());
        model.sheet().subscribe(now -> keepPlaced());
    }

    /** When the suggestion waits for the person's verdict. */
    public ObjectProperty<Settings.Blind> blind() {
        return blind;
    }

    /** Whether the data set's answer is hidden, and with it everything that tells it. */
    public BooleanProperty hideGold() {
        return hideGold;
    }

    /** Whether the suggestion waits for the person's verdict in this session. */
    public boolean isBlind() {
        return blind.get() == Settings.Blind.ALWAYS || (blind.get() == Settings.Blind.SEVERAL && several.get());
    }

    /** Whether the stated and the reasoned value are shown, in the bar and in the output. */
    public ReadOnlyBooleanProperty valuesShown() {
        return valuesShown.getReadOnlyProperty();
    }

    /** Whether the suggestion with its reason and the strict match are shown. */
    public ReadOnlyBooleanProperty suggestionShown() {
        return suggestionShown.getReadOnlyProperty();
    }

    /** The value whose place in the output is lit, or null. */
    public ReadOnlyObjectProperty<@Nullable AnswerValue> lit() {
        return model.selection().value();
    }

    /** Where a value stands in the output; null where there is none or it is not shown. */
    @Nullable
    Found place(@Nullable AnswerValue value) {
        Sheet sheet = model.sheet().get();
        Judgement judgement = sheet == null ? null : sheet.judgement();
        if (sheet == null || judgement == null || value == null || !valuesShown.get()) {
            return null;
        }
        return switch (value) {
            case STATED -> judgement.stated();
            case REASONED -> judgement.reasoned();
            case CONSIDERED ->
                considered == null || !judgement.candidates().contains(considered) ? null : considered.found();
            case STRICT -> {
                StrictMatch strict = sheet.strict();
                yield strict == null || !suggestionShown.get() ? null : strict.value();
            }
        };
    }

    /** Every value that might be the answer, the most formal place first; none where values are not shown yet. */
    public List<Candidate> candidates() {
        Sheet sheet = model.sheet().get();
        Judgement judgement = sheet == null ? null : sheet.judgement();
        return judgement == null || !valuesShown.get() ? List.of() : judgement.candidates();
    }

    /** Lights one of {@link #candidates} in its place. */
    public void light(Candidate one) {
        considered = one;
        model.selection().lightValue(null); // so that the next one of the same kind is noticed
        light(AnswerValue.CONSIDERED);
    }

    /** Position of the segment in which the lit value stands, or -1. */
    int litSegment() {
        Sheet sheet = model.sheet().get();
        Found place = place(lit().get());
        if (sheet == null || place == null) {
            return NOWHERE;
        }
        List<Segment> segments = sheet.alignment().segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).start() <= place.start()
                    && place.end() <= segments.get(i).end()) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** Lights a value in its place, if it has one that is shown. */
    public void light(AnswerValue value) {
        model.selection().lightValue(place(value) == null ? null : value);
    }

    /** Lights this value no more; another one that is lit stays. */
    public void unlight(AnswerValue value) {
        if (lit().get() == value) {
            model.selection().lightValue(null);
        }
    }

    /** Lights the next value that has a place of its own in the bar, after the last one none. */
    public void lightNext() {
        List<AnswerValue> all = Arrays.asList(AnswerValue.values());
        model.selection()
                .lightValue(all.stream()
                        .skip(all.indexOf(lit().get()) + 1L)
                        .filter(value -> value != AnswerValue.CONSIDERED && place(value) != null)
                        .findFirst()
                        .orElse(null));
    }

    private void keepPlaced() {
        if (place(lit().get()) == null) {
            model.selection().lightValue(null);
        }
    }

    private void decideWhatIsShown() {
        boolean decided = model.label().get().verdict() != null;
        valuesShown.set(decided || !isBlind());
        suggestionShown.set(valuesShown.get() && !hideGold.get());
        keepPlaced();
        model.session().findings().doubts().hideUndecided(isBlind() || hideGold.get());
    }
}
