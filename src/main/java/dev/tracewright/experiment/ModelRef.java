package dev.tracewright.experiment;

/**
 * A model as a study names it: which of the configured endpoints, and which model there.
 *
 * @param endpoint the endpoint's name; not its address, so that a plan can be shared
 * @param model the model's name as the endpoint knows it
 */
public record ModelRef(String endpoint, String model) {
    /** @throws IllegalArgumentException when one of the names is blank */
    public ModelRef {
        if (endpoint.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("a model of a study has an endpoint and a name");
        }
    }

    /** {@code model · endpoint}, as it is shown. */
    @Override
    public String toString() {
        return model + " · " + endpoint;
    }
}
