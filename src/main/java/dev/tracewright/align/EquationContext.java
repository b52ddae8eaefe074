package dev.tracewright.align;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the sentence around an equation, because a writer may ask, suppose, round or reject rather than assert it. */
final class EquationContext {
    /** Words that make the number behind them another one, as in "is 5 more than". */
    static final Set<String> RELATIONS = Set.of(
            "more",
            "less",
            "fewer",
            "greater",
            "times",
            "percent",
            "of",
            "hundred",
            "thousand",
            "million",
            "billion",
            "dozen",
            "half",
            "and",
            "plus",
            "minus",
            "divided",
            "multiplied",
            "squared",
            "cubed",
            "or",
            "to",
            "factorial",
            "mod",
            "modulo",
            "remainder",
            "r");

    private static final Set<String> CHANGES_MEANING = Set.of(
            "of",
            "twice",
            "double",
            "triple",
            "half",
            "times",
            "by",
            "plus",
            "minus",
            "and",
            "divided",
            "multiplied",
            "square",
            "root",
            "squared",
            "sqrt",
            "log",
            "third",
            "quarter",
            "mod",
            "base",
            "sum",
            "difference",
            "from",
            "or",
            "step",
            "steps",
            "than",
            "floor",
            "ceil",
            "sin",
            "cos",
            "tan",
            "ln",
            "gcd",
            "lcm",
            "over",
            "choose");
    private static final List<String> REMAINDERS = List.of("remainder", "mod ", "modulo", "base ", "\\pmod", "\\bmod");
    private static final List<String> ROUNDS =
            List.of("round", "approx", "about", "nearly", "roughly", "almost", "≈", "~");
    private static final Pattern SUPPOSES = Pattern.compile(
            "\\blet(?!['’]s\\b)|\\blet['’]s (?:say|check|see|test|verify|consider|imagine|pretend)\\b|\\b(?:if|whether|suppose|supposing|assum\\w*+|unless|would|could|should|does|did|guess|try|trying|instead|"
                    + "not|isn't|incorrect\\w*+|wrong\\w*+|mistake\\w*+|error|says?|claims?|false)\\b");
    private static final Pattern REJECTS = Pattern.compile(
            "contradict|\\b(?:is|are|was) (?:false|incorrect|wrong|impossible|not (?:true|correct|possible|equal|valid))"
                    + "|isn't (?:true|correct|equal)|n't (?:hold|equal|match|work|satisfy)|"
                    + "not (?:hold|equal|match|work|satisf)|\\((?:false|not true|incorrect|wrong)\\)|[✗✘❌]|cannot be");
    private static final int NEAR = 170;
    private static final int LONGEST_SENTENCE = 300;

    private final String text;
    private final Line line;
    private final Side left;
    private final Side right;

    EquationContext(String text, Line line, Side left, Side right) {
        this.text = text;
        this.line = line;
        this.left = left;
        this.right = right;
    }

    /** Whether the writer means the equation to hold as it stands. */
    boolean isAssertion() {
        String before = sentenceBefore().toLowerCase(Locale.ROOT);
        String after = text.substring(right.end(), Math.min(text.length(), right.end() + NEAR))
                .toLowerCase(Locale.ROOT);
        return !SUPPOSES.matcher(before).find()
                && !REJECTS.matcher(after).find()
                && !asks(after)
                && !hasRemainder(before, after)
                && !isSoftened(before, after)
                && !changesUnit()
                && !changesMeaning(before);
    }

    /** "half of 3 + 4"; but "and" joins two equations in "1 + 2 = 3 and 3 + 4 = 7". */
    private boolean changesMeaning(String before) {
        String word = wordBefore();
        boolean joins = (word.equals("and") || word.equals("or")) && before.contains("=");
        return CHANGES_MEANING.contains(word) && !joins;
    }

    private String sentenceBefore() {
        int from = left.start();
        int stop = Math.max(line.start(), left.start() - LONGEST_SENTENCE);
        while (from > stop && !endsSentence(from - 1)) {
            from--;
        }
        return text.substring(from, left.start());
    }

    private boolean endsSentence(int at) {
        char c = text.charAt(at);
        boolean stop = ".!?;".indexOf(c) >= 0 && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
        return stop || "。！？；".indexOf(c) >= 0;
    }

    private static boolean asks(String after) {
        String rest = after.stripLeading();
        return rest.startsWith("?") || rest.startsWith("$?") || rest.startsWith("？");
    }

    private static boolean hasRemainder(String before, String after) {
        String rest = after.lines().findFirst().orElse("");
        return REMAINDERS.stream().anyMatch(word -> before.contains(word) || rest.contains(word));
    }

    /** Said to be rounded, and so near that it may be. */
    private boolean isSoftened(String before, String after) {
        String rest = after.lines().findFirst().orElse("");
        boolean soft = ROUNDS.stream().anyMatch(word -> before.contains(word) || rest.contains(word));
        double value = Math.max(1, Math.abs(left.value().doubleValue()));
        double difference = Math.abs(left.value().subtract(right.value()).doubleValue());
        return soft && (difference <= 1 || difference <= value * 0.1);
    }

    /** "1/2 pound = 8 ounces", "$9.24 ÷ 7 = 132 cents": the sides count other things. */
    private boolean changesUnit() {
        Set<String> units = new HashSet<>(left.units());
        units.addAll(right.units());
        int at = MarkerReader.skipBlanks(text, right.end(), line.end());
        int end = at;
        while (end < line.end() && end < at + 20 && Numeral.isLatin(text.charAt(end))) {
            end++;
        }
        String unit = text.substring(at, end).toLowerCase(Locale.ROOT);
        boolean other = unit.length() > 1 && left.units().stream().noneMatch(unit::startsWith) && !isRateOf(unit);
        boolean converts = left.operations() <= 1 && !left.units().isEmpty();
        return (units.size() > 1 && left.sums()) || unit.startsWith("cent") || (other && converts);
    }

    /** "24 feet / 3 feet/year" counts years. */
    private boolean isRateOf(String unit) {
        String side = text.substring(left.start(), right.start()).toLowerCase(Locale.ROOT);
        String stem = unit.substring(0, Math.min(3, unit.length()));
        return left.writing().quotients() > 0 && (side.contains("/" + stem) || side.contains("per " + stem));
    }

    private String wordBefore() {
        int end = left.start();
        while (end > line.start()
                && !Character.isLetter(text.charAt(end - 1))
                && " $(\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int from = end;
        while (from > line.start() && end - from < 20 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
