package dev.tracewright.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Lets any text a model can send be stored: what no data base can hold becomes U+FFFD instead of a refused answer.
 *
 * <p>UTF-8 has no lone surrogates and PostgreSQL has no NUL; each such character is replaced by the one character U+FFFD, so
 * that every offset into the text stays right. All texts bound to a statement pass here, keys included, so that what is written
 * under a key is found under it.
 */
final class StorableText extends AbstractArgumentFactory<String> {
    StorableText() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String storable = of(value);
        return (position, statement, context) -> statement.setString(position, storable);
    }

    /** The text with each lone surrogate and each NUL replaced; the same object where there is none. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder storable = new StringBuilder(text);
        for (int i = from; i < storable.length(); i++) {
            char c = storable.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < storable.length()
                    && Character.isLowSurrogate(storable.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                storable.setCharAt(i, '\uFFFD');
            }
        }
        return storable.toString();
    }
}
