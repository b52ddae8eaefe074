package dev.tracewright.work;

import dev.tracewright.llm.ChatModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models a person can choose from: those of the configured endpoints and the offline demonstration models. */
public final class ModelShelf {
    /** What a model can be asked to do. */
    public enum Role {
        DELEGATOR,
        SOLVER,
        BOTH;

        boolean serves(Role asked) {
            return this == BOTH || this == asked;
        }
    }

    /**
     * A model that can be chosen.
     *
     * @param id stable across starts: endpoint and model, or the offline model's name
     * @param name what is shown
     * @param place where it runs, as shown: the endpoint's name, or words for offline
     * @param role what it can be asked to do
     * @param demonstration whether it is an offline demonstration model
     * @param model opens it
     */
    public record Choice(
            String id, String name, String place, Role role, boolean demonstration, Supplier<ChatModel> model) {
        @Override
        public String toString() {
            return place.isEmpty() ? name : name + " · " + place;
        }
    }

    private final ObservableList<Choice> delegators = FXCollections.observableArrayList();
    private final ObservableList<Choice> solvers = FXCollections.observableArrayList();

    /** Replaces what is on the shelf. */
    public void stock(List<Choice> choices) {
        delegators.setAll(choices.stream()
                .filter(choice -> choice.role().serves(Role.DELEGATOR))
                .toList());
        solvers.setAll(choices.stream()
                .filter(choice -> choice.role().serves(Role.SOLVER))
                .toList());
    }

    public ObservableList<Choice> delegators() {
        return delegators;
    }

    public ObservableList<Choice> solvers() {
        return solvers;
    }

    /** The choice with this id among {@code choices}, or the first one, or nothing where there is none. */
    public static Optional<Choice> find(List<Choice> choices, String id) {
        return choices.stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .or(() -> choices.stream().findFirst());
    }
}
