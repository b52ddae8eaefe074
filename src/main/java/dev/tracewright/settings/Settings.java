package dev.tracewright.settings;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose, on this machine; a session's own settings live in the session.
 *
 * @param appearance how the window looks
 * @param annotating how labelling works
 * @param lastSession the session to open on the next start, a path or an address, or null; a password in it is
 *     taken out
 * @param hintDismissed whether the first-start hint was closed
 * @param endpoints servers of models
 */
public record Settings(
        Appearance appearance,
        Annotating annotating,
        Models models,
        @Nullable String lastSession,
        boolean hintDismissed,
        List<Endpoint> endpoints) {
    /** What a first start has. */
    public static final Settings DEFAULT = new Settings(
            new Appearance(Theme.SYSTEM, 100, "system"),
            new Annotating(true, new Hiding(Blind.SEVERAL, false, false), ""),
            new Models("", ""),
            null,
            false,
            List.of());

    public Settings {
        endpoints = List.copyOf(endpoints);
        lastSession = lastSession == null ? null : withoutPassword(lastSession);
    }

    private static String withoutPassword(String session) {
        return session.contains("://")
                ? session.replaceFirst("://([^:/@?]*):.*@", "://$1@").replaceAll("(?i)(?<=[?&])password=[^&]*&?", "")
                : session;
    }

    /** Light, dark, or as the operating system has it. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * How the window looks.
     *
     * @param theme light or dark
     * @param textScale per cent of the usual text size, {@value #SMALLEST} to {@value #LARGEST}; other values are corrected
     * @param language one of {@link #LANGUAGES}; other values become {@code system}
     */
    public record Appearance(Theme theme, int textScale, String language) {
        public static final int SMALLEST = 80;
        public static final int LARGEST = 200;
        /** The languages of the program, and {@code system} for the operating system's. */
        public static final Set<String> LANGUAGES = Set.of("system", "en", "zh-CN");

        public Appearance {
            textScale = Math.clamp(textScale, SMALLEST, LARGEST);
            language = LANGUAGES.contains(language) ? language : "system";
        }
    }

    /** When the suggestion and the values it was made from are hidden until the person has decided. */
    public enum Blind {
        NEVER,
        /** In sessions in which somebody else labelled, too. */
        SEVERAL,
        ALWAYS
    }

    /**
     * What a person does not see while they judge.
     *
     * @param blind when the suggestion waits for the person's verdict
     * @param gold whether the data set's answer is hidden, and the suggestion with it
     * @param models whether approach, delegator and solver are hidden
     */
    public record Hiding(Blind blind, boolean gold, boolean models) {}

    /**
     * How labelling works.
     *
     * @param autoAdvance whether a verdict leads to the next open item
     * @param hiding what a person does not see while they judge
     * @param annotator the person's name, one line; empty while none was given
     */
    public record Annotating(boolean autoAdvance, Hiding hiding, String annotator) {
        private static final int LONGEST_NAME = 100;

        public Annotating {
            String line = annotator.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            annotator = line.length() > LONGEST_NAME
                    ? line.substring(
                            0,
                            line.offsetByCodePoints(0, Math.min(LONGEST_NAME, line.codePointCount(0, line.length()))))
                    : line;
        }
    }

    /**
     * Which models were chosen last.
     *
     * @param delegator the chosen delegator, or empty
     * @param solver the chosen solver, or empty
     */
    public record Models(String delegator, String solver) {}

    public Settings withAppearance(Appearance newAppearance) {
        return new Settings(newAppearance, annotating, models, lastSession, hintDismissed, endpoints);
    }

    public Settings withAnnotating(Annotating newAnnotating) {
        return new Settings(appearance, newAnnotating, models, lastSession, hintDismissed, endpoints);
    }

    public Settings withLastSession(@Nullable String newLastSession) {
        return new Settings(appearance, annotating, models, newLastSession, hintDismissed, endpoints);
    }

    public Settings withHintDismissed(boolean newHintDismissed) {
        return new Settings(appearance, annotating, models, lastSession, newHintDismissed, endpoints);
    }

    public Settings withEndpoints(List<Endpoint> newEndpoints) {
        return new Settings(appearance, annotating, models, lastSession, hintDismissed, newEndpoints);
    }
}
