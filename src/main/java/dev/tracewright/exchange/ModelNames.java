package dev.tracewright.exchange;

import java.util.Locale;
import java.util.Map;

/** The readable names of the models that trace files call by a short name. */
final class ModelNames {
    private static final Map<String, String> READABLE = Map.ofEntries(
            Map.entry("gpt4", "GPT-4"),
            Map.entry("gpt3point5", "GPT-3.5-Turbo"),
            Map.entry("gpt35", "GPT-3.5-Turbo"),
            Map.entry("wizardmath7b", "WizardMath-7B"),
            Map.entry("wizardmath13b", "WizardMath-13B"),
            Map.entry("wizardmath70b", "WizardMath-70B"),
            Map.entry("llama27bchat", "Llama 2-7B Chat"),
            Map.entry("l27bchat", "Llama 2-7B Chat"),
            Map.entry("llama38b", "Llama 3-8B"),
            Map.entry("zephyr", "Zephyr-7B"));

    private ModelNames() {}

    /** The readable name; a name that is not known stays as it is. */
    static String readable(String name) {
        String bare = name.startsWith("Model.") ? name.substring("Model.".length()) : name;
        return READABLE.getOrDefault(bare.toLowerCase(Locale.ROOT), bare);
    }

    /** Whether the short name is known. */
    static boolean known(String name) {
        return READABLE.containsKey(name.toLowerCase(Locale.ROOT));
    }
}
