package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a trace or baseline file says, such as {@code sot-gpt4-wizardmath7b-gsm8k-05-28-24-traces.csv} or {@code
 * cot-l27bchat-feb5.csv}.
 *
 * @param approach how the solver was prompted, or null
 * @param delegator the delegator's readable name, or null
 * @param solver the solver's readable name, or null
 * @param createdAt midnight (UTC) of the day in epoch milliseconds, or 0
 */
record FileNameFacts(
        @Nullable Approach approach,
        @Nullable String delegator,
        @Nullable String solver,
        long createdAt) {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{2})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern BETWEEN = Pattern.compile("[-_ ]+");
    private static final Pattern ENDING = Pattern.compile("(?i)(-traces?)?\\.(csv|jsonl?|txt)$");

    static FileNameFacts of(String fileName) {
        String stem = ENDING.matcher(fileName).replaceFirst("");
        long createdAt = 0;
        Matcher date = DATE.matcher(stem);
        if (date.find()) {
            createdAt = midnight(date.group(3), date.group(1), date.group(2));
            stem = stem.substring(0, date.start()) + stem.substring(date.end());
        }
        Approach approach = null;
        List<String> models = new ArrayList<>();
        for (String token : BETWEEN.splitAsStream(stem).toList()) {
            Approach named = approach(token);
            if (named != null && approach == null) {
                approach = named;
            } else if (ModelNames.known(token) || token.startsWith("Model.")) {
                models.add(ModelNames.readable(token));
            } else if (approach == Approach.TRACE_OF_THOUGHT
                    && DatasetNames.known(token) == null
                    && models.size() < 2
                    && !token.isEmpty()) {
                models.add(token);
            }
        }
        boolean two = models.size() >= 2;
        return new FileNameFacts(
                approach,
                two ? models.get(0) : null,
                two ? models.get(1) : models.isEmpty() ? null : models.getFirst(),
                createdAt);
    }

    private static @Nullable Approach approach(String token) {
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "sot", "tot" -> Approach.TRACE_OF_THOUGHT;
            case "cot" -> Approach.CHAIN_OF_THOUGHT;
            case "sp", "standard" -> Approach.STANDARD;
            case "plansolve", "ps" -> Approach.PLAN_AND_SOLVE;
            default -> null;
        };
    }

    private static long midnight(String year, String month, String day) {
        try {
            return LocalDate.of(2000 + Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
