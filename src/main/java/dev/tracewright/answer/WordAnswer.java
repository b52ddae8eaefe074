package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers that are no values: the letter of a choice, yes or no, a name of the question. */
final class WordAnswer {
    private static final Pattern CHOICE = Pattern.compile(
            "\\(([A-J])\\)|(?<![A-Za-z])(?:[Oo]ption|[Cc]hoice|[Ii]s:?|^)[\\s*]{0,4}+([A-J])(?![A-Za-z'])|^[\\s*]{0,4}+([A-J])[).:*]");
    private static final Pattern YES_OR_NO =
            Pattern.compile("(?<![A-Za-z])([Yy]es|YES|[Nn]o|NO|True|False|是的?|不是)(?=[\\s]*+(?:[,.!;:*—-]|，|。|$))");
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z])[A-Z][a-z]{2,20}(?!['’a-z])");

    private WordAnswer() {}

    /** The word in the stretch that answers what was asked, or null where a value was asked or no such word is there. */
    static @Nullable Found in(Asked asked, String text, int from, int to) {
        String part = text.substring(from, to);
        return switch (asked.kind()) {
            case VALUE -> null;
            case CHOICE -> choice(part, from);
            case YES_OR_NO -> {
                Matcher word = YES_OR_NO.matcher(part);
                yield word.find() ? found(word, 1, from) : null;
            }
            case NAME -> {
                Matcher word = NAME.matcher(part);
                Found name = null;
                while (name == null && word.find()) {
                    name = asked.names().contains(word.group()) ? found(word, 0, from) : null;
                }
                yield name;
            }
        };
    }

    private static @Nullable Found choice(String part, int from) {
        Matcher letter = CHOICE.matcher(part);
        Found last = null;
        while (letter.find()) {
            int group = letter.group(1) != null ? 1 : letter.group(2) != null ? 2 : 3;
            last = found(letter, group, from);
        }
        return last;
    }

    private static Found found(Matcher matcher, int group, int from) {
        return new Found(matcher.group(group), from + matcher.start(group), from + matcher.end(group));
    }
}
