package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Derives the bare gold answer from a data set's answer field, which may hold a whole solution. */
public final class GoldAnswer {
    private static final String MARK = "####";
    private static final Pattern ANSWER_LINE = Pattern.compile("^[ \\t]*+A:[ \\t]*+(\\S.*)$", Pattern.MULTILINE);
    private static final int LONGEST_VALUE = 200;

    private GoldAnswer() {}

    /**
     * The answer as a person would write it: what follows {@code ####} (without thousands separators), else the content of the
     * last {@code \boxed{…}}, else what follows {@code A:} in the last line that begins so, else the text itself where it is one
     * short line; null where there is none.
     */
    public static @Nullable String of(String datasetAnswer) {
        int mark = datasetAnswer.lastIndexOf(MARK);
        if (mark >= 0) {
            String line = datasetAnswer
                    .substring(mark + MARK.length())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            return line.isEmpty() ? null : Normal.withoutThousands(line);
        }
        List<Found> boxes = Boxed.all(datasetAnswer);
        if (!boxes.isEmpty()) {
            return boxes.getLast().value();
        }
        String answer = null;
        Matcher line = ANSWER_LINE.matcher(datasetAnswer);
        while (line.find()) {
            answer = line.group(1).strip();
        }
        if (answer != null) {
            return answer.length() > LONGEST_VALUE ? null : Normal.withoutThousands(answer);
        }
        String bare = datasetAnswer.strip();
        return bare.isEmpty() || bare.length() > LONGEST_VALUE || bare.indexOf('\n') >= 0 ? null : bare;
    }
}
