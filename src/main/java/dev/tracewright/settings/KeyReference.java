package dev.tracewright.settings;

import java.util.regex.Pattern;

/** Says where an API key is, without being one. Only references are ever saved. */
public sealed interface KeyReference {
    /**
     * Reads a reference as typed: {@code env:OPENAI_API_KEY} or {@code keychain}.
     *
     * @throws SettingsException for everything else, above all for something that looks like a key; the message does not
     *     repeat what was typed
     */
    static KeyReference parse(String typed) {
        String text = typed.strip();
        if (text.equals(Keychain.WORD)) {
            return new Keychain();
        }
        if (!text.startsWith(Variable.SCHEME)) {
            throw new SettingsException(
                    "A key itself is never saved: put it into an environment variable and write env:NAME here, such as"
                            + " env:OPENAI_API_KEY, keep it in the system's keychain and write keychain, or give the key for"
                            + " this session only.");
        }
        return new Variable(text.substring(Variable.SCHEME.length()).strip());
    }

    /**
     * The key is the value of an environment variable.
     *
     * @param name the variable's name: capital letters, digits and underscores
     */
    record Variable(String name) implements KeyReference {
        private static final String SCHEME = "env:";
        private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,63}");
        /** A long run without an underscore that mixes letters and digits is rather a key than a name. */
        private static final Pattern KEY_LIKE = Pattern.compile("(?=.*[A-Z])(?=.*[0-9].*[0-9])[A-Z0-9]{20,}");

        /** @throws SettingsException when {@code name} is no such name; the message does not repeat it, it may be a key */
        public Variable {
            if (!NAME.matcher(name).matches() || KEY_LIKE.matcher(name).matches()) {
                throw new SettingsException(
                        "This is not the name of an environment variable, so it is not saved: write env:NAME with capital"
                                + " letters, digits and underscores, such as env:OPENAI_API_KEY; to use a key itself, give it"
                                + " for this session only.");
            }
        }

        /** The reference as it is typed and saved. */
        @Override
        public String toString() {
            return SCHEME + name;
        }
    }

    /** The key stands in the system's keychain, under the address of the server, so that no other server gets it. */
    record Keychain() implements KeyReference {
        private static final String WORD = "keychain";

        /** The reference as it is typed and saved. */
        @Override
        public String toString() {
            return WORD;
        }
    }
}
