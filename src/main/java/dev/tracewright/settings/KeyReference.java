package dev.tracewright.settings;

import java.util.regex.Pattern;

/**
 * Says where an API key is, without being one: the name of an environment variable. Only references are ever saved.
 *
 * @param variable the variable's name: capital letters, digits and underscores
 */
public record KeyReference(String variable) {
    private static final String SCHEME = "env:";
    private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,63}");
    /** A long run without an underscore that mixes letters and digits is rather a key than a name. */
    private static final Pattern KEY_LIKE = Pattern.compile("(?=.*[A-Z])(?=.*[0-9].*[0-9])[A-Z0-9]{20,}");

    /**
     * A reference to a variable.
     *
     * @throws SettingsException when {@code variable} is no such name; the message does not repeat it, it may be a key
     */
    public KeyReference {
        if (!NAME.matcher(variable).matches() || KEY_LIKE.matcher(variable).matches()) {
            throw new SettingsException(
                    "This is not the name of an environment variable, so it is not saved: write env:NAME with capital letters,"
                            + " digits and underscores, such as env:OPENAI_API_KEY; to use a key itself, give it for this"
                            + " session only.");
        }
    }

    /**
     * Reads a reference as typed, such as {@code env:OPENAI_API_KEY}.
     *
     * @throws SettingsException for everything else, above all for something that looks like a key; the message does not
     *     repeat what was typed
     */
    public static KeyReference parse(String typed) {
        String text = typed.strip();
        if (!text.startsWith(SCHEME)) {
            throw new SettingsException(
                    "A key itself is never saved: put it into an environment variable and write env:NAME here, such as"
                            + " env:OPENAI_API_KEY, or give the key for this session only.");
        }
        return new KeyReference(text.substring(SCHEME.length()).strip());
    }

    /** The reference as it is typed and saved. */
    @Override
    public String toString() {
        return SCHEME + variable;
    }
}
