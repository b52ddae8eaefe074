package dev.tracewright.analysis;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every word of tables and charts, from the resource bundle; a missing one shows its key, and a test finds it before a user does. */
final class AnalysisTexts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.tracewright.analysis.texts", Locale.ENGLISH);

    private AnalysisTexts() {}

    /** The text of this key, with {@code {0}}, {@code {1}} … replaced by the arguments; whole numbers are grouped by thousands. */
    static String of(String key, Object... arguments) {
        String pattern;
        try {
            pattern = BUNDLE.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
        return new MessageFormat(pattern, BUNDLE.getLocale()).format(arguments);
    }
}
