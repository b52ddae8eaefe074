package dev.tracewright.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every visible word, from the resource bundles; a missing one shows its key, and a test finds it before a user does. */
public final class Texts {
    private static final String BUNDLE = "dev.tracewright.ui.texts";
    private static volatile ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    private Texts() {}

    /** Switches the language of everything that is built from now on. */
    public static void use(Locale locale) {
        bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    /** The text of this key, with {@code {0}}, {@code {1}} … replaced by the arguments. */
    public static String of(String key, Object... arguments) {
        String pattern;
        try {
            pattern = bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
        return new MessageFormat(pattern, bundle.getLocale()).format(arguments);
    }
}
