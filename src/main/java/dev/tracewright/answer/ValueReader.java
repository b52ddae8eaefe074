package dev.tracewright.answer;

import dev.tracewright.answer.Value.Relation.Sign;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads what a written answer is: takes lists, brackets, relations and names apart and reads what is left as one value. */
final class ValueReader {
    private static final int LONGEST = 600;
    private static final int MOST_ITEMS = 60;
    private static final int MOST_ROWS = 20;
    private static final int DEEPEST = 6;
    private static final Pattern MATRIX = Pattern.compile(
            "\\\\begin ?\\{([pbvB]?|small)(?:matrix|array)\\}(?:\\{[lcr| ]{1,12}\\})?(.*)\\\\end ?\\{\\1(?:matrix|array)\\}");
    private static final Pattern UNION = Pattern.compile("(?<=[)\\]]) ?U ?(?=[(\\[])");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z](?:_\\{?\\w{1,4}\\}?)?|\\\\[a-z]{2,8}|[A-Za-z](?:\\^\\{-1\\})?\\([^()=]{1,20}\\)");
    private static final Pattern SEVERAL_NAMES = Pattern.compile("\\([a-z], ?[a-z](?:, ?[a-z])?\\)");
    private static final Pattern RELATION = Pattern.compile("=|<|>|\\\\(?:leq|geq|neq|in)(?![a-z])");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))? ?(?:([ap])\\.? ?m\\.?)?(?: |$)(?:o'clock)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RATIO = Pattern.compile("[^:]{1,40}(?::[^:]{1,40}){1,3}");
    private static final Pattern BASED = Pattern.compile("([0-9A-Z]{1,60})_(?:\\{(\\d{1,2}|[a-z]{3,8})\\}|(\\d))");
    private static final Pattern CHOICE =
            Pattern.compile("(?:(?:option|choice|answer) )?\\(?([A-J])(?:[).:](?: (.*))?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDINAL = Pattern.compile("(\\d)(?:\\^ ?\\{? ?)?(?:st|nd|rd|th)\\b ?\\}?");
    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)[eE]([-+]?\\d{1,3})");
    private static final Map<String, Integer> LARGE_WORDS =
            Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
    private static final Pattern LARGE = Pattern.compile("(\\d) (thousand|million|billion|trillion)\\b");
    private static final Pattern ABOUT = Pattern.compile(
            "^(?:about|approximately|exactly|only|around|roughly|nearly|is|equals) ++", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS_AFTER = Pattern.compile("(?<=[\\d})%]) ?+[A-Za-z]{2,20}+[A-Za-z ./-]{0,60}+$");
    private static final Pattern ALL_NUMBERS =
            Pattern.compile("\\\\mathbb ?\\{?R\\}?|(?:all )?real numbers|all reals", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING =
            Pattern.compile("\\\\emptyset|empty set|\\\\\\{ ?\\\\\\}", Pattern.CASE_INSENSITIVE);

    private ValueReader() {}

    /** What {@code written} is. Never fails: what is nothing else is a text. */
    static Value read(String written) {
        String notation = Normal.notation(written);
        return notation.length() > LONGEST ? text(notation) : whole(notation, 0);
    }

    private static Value whole(String notation, int depth) {
        String value = Normal.stripEnds(notation.strip());
        if (value.isEmpty() || depth > DEEPEST) {
            return text(value);
        }
        Matcher matrix = MATRIX.matcher(value);
        if (matrix.matches()) {
            return matrix(matrix.group(1).equals("v"), matrix.group(2), depth);
        }
        if (NOTHING.matcher(value).matches()) {
            return new Value.Several(List.of());
        }
        if (ALL_NUMBERS.matcher(value).matches()) {
            return new Value.Tuple('(', List.of(infinity(true), infinity(false)), ')');
        }
        if (value.contains("\\pm") || value.contains("\\mp")) {
            return several(
                    List.of(
                            value.replace("\\pm", "+").replace("\\mp", "-"),
                            value.replace("\\pm", "-").replace("\\mp", "+")),
                    depth);
        }
        String plain =
                "([{".indexOf(value.charAt(0)) >= 0 || value.startsWith("\\{") ? value : Normal.withoutThousands(value);
        Brackets brackets = Brackets.around(plain);
        if (brackets != null) {
            List<String> items = Brackets.split(brackets.inside(), ",;");
            if (brackets.set()) {
                return several(items, depth);
            }
            if (items.size() > 1) {
                return new Value.Tuple(brackets.open(), all(items, depth), brackets.close());
            }
        }
        BigFraction words = Character.isLetter(plain.charAt(0)) ? NumberWords.read(plain) : null;
        if (words != null) {
            return new Value.Expression(new Algebra.Numeral(words), plain);
        }
        List<String> parts = Brackets.split(plain, ",;");
        if (parts.size() > 1) {
            return list(parts, depth);
        }
        List<String> pieces = union(plain);
        if (pieces.size() > 1) {
            return several(pieces, depth);
        }
        Value relation = relation(plain, depth);
        return relation == null ? single(plain, depth) : relation;
    }

    private static List<String> union(String value) {
        int in = value.indexOf("\\in ");
        String sets = in >= 0 ? value.substring(in + 4) : value;
        return List.of(UNION.matcher(sets).replaceAll("\\\\cup").split("\\\\cup", -1));
    }

    /** {@code n = 2,3,4}: the name before the first item is that of all, where no other item has one. */
    private static Value list(List<String> parts, int depth) {
        List<String> items = new ArrayList<>(parts);
        boolean named =
                items.stream().skip(1).anyMatch(item -> RELATION.matcher(item).find());
        if (!named) {
            items.set(0, Normal.withoutName(items.getFirst()));
        }
        return several(items, depth);
    }

    private static Value several(List<String> parts, int depth) {
        List<Value> items = all(parts, depth);
        if (items.size() > 1 && items.stream().allMatch(Value.Named.class::isInstance)) {
            long names = items.stream()
                    .map(item -> ((Value.Named) item).name())
                    .distinct()
                    .count();
            if (names == 1) {
                items = items.stream().map(item -> ((Value.Named) item).value()).toList();
            }
        }
        return items.size() == 1 ? items.getFirst() : new Value.Several(items);
    }

    private static List<Value> all(List<String> parts, int depth) {
        if (parts.size() > MOST_ITEMS) {
            return List.of(text(String.join(",", parts)));
        }
        return parts.stream().map(part -> whole(part, depth + 1)).toList();
    }

    private static Value matrix(boolean determinant, String inside, int depth) {
        List<List<Value>> rows = new ArrayList<>();
        String[] lines = inside.split("\\\\\\\\", -1);
        if (lines.length > MOST_ROWS) {
            return text(inside);
        }
        for (String row : lines) {
            if (!row.isBlank()) {
                rows.add(all(List.of(row.split("&", -1)), depth));
            }
        }
        return new Value.Matrix(determinant, rows);
    }

    /** An equation, inequality or named value, or null where there is none that can be read. */
    private static @Nullable Value relation(String value, int depth) {
        List<String> sides = new ArrayList<>();
        List<String> signs = new ArrayList<>();
        Matcher sign = RELATION.matcher(value);
        int from = 0;
        while (sign.find() && sides.size() < 4) {
            sides.add(value.substring(from, sign.start()).strip());
            signs.add(sign.group());
            from = sign.end();
        }
        if (sides.isEmpty()) {
            return null;
        }
        sides.add(value.substring(from).strip());
        if (signs.stream().allMatch("="::equals) || signs.equals(List.of("\\in"))) {
            return equation(sides, depth);
        }
        return Inequalities.read(sides, signs);
    }

    private static @Nullable Value equation(List<String> sides, int depth) {
        String first = sides.getFirst();
        String last = sides.getLast();
        if (first.isEmpty() || last.isEmpty()) {
            return whole(first + last, depth + 1);
        }
        if (SEVERAL_NAMES.matcher(first).matches()) {
            return whole(last, depth + 1);
        }
        Algebra left = MathParser.parse(first);
        Algebra right = MathParser.parse(Normal.withoutThousands(last));
        boolean named = NAME.matcher(first).matches() && !namesOf(right).contains(first);
        if (named) {
            return new Value.Named(first, whole(last, depth + 1));
        }
        if (NAME.matcher(last).matches() && !namesOf(left).contains(last)) {
            return new Value.Named(last, whole(first, depth + 1));
        }
        if (left == null || right == null) {
            return left == null && right == null ? null : wordsBefore(first, last, depth);
        }
        if ((namesOf(left).isEmpty() && namesOf(right).isEmpty()) || sides.size() > 2) {
            return whole(last, depth + 1);
        }
        return new Value.Relation(Sign.EQUAL, left, right);
    }

    /** {@code total cost = 5}: what stands before the sign is a name in words. */
    private static @Nullable Value wordsBefore(String first, String last, int depth) {
        boolean words = first.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '_');
        return words ? new Value.Named(first, whole(last, depth + 1)) : null;
    }

    /** The variables of an expression. */
    static List<String> namesOf(@Nullable Algebra expression) {
        return switch (expression) {
            case null -> List.of();
            case Algebra.Numeral numeral -> List.of();
            case Algebra.Name(String name) ->
                name.equals("π") || name.equals("e") || name.equals("i") || name.equals("∞")
                        ? List.of()
                        : List.of(name);
            case Algebra.Sum(List<Algebra> terms) -> namesOf(terms);
            case Algebra.Product(List<Algebra> factors) -> namesOf(factors);
            case Algebra.Power(Algebra base, Algebra exponent) -> namesOf(List.of(base, exponent));
            case Algebra.Call(String function, List<Algebra> arguments) -> namesOf(arguments);
        };
    }

    private static List<String> namesOf(List<Algebra> parts) {
        return parts.stream().flatMap(part -> namesOf(part).stream()).distinct().toList();
    }

    static Value infinity(boolean minus) {
        Algebra infinity = new Algebra.Name("∞");
        return new Value.Expression(minus ? infinity.negate() : infinity, minus ? "-\\infty" : "\\infty");
    }

    private static Value single(String value, int depth) {
        Value special = special(value, depth);
        if (special != null) {
            return special;
        }
        String plain =
                SCIENTIFIC.matcher(ORDINAL.matcher(value).replaceAll("$1")).replaceAll("$1*10^{$2}");
        plain = ABOUT.matcher(plain).replaceFirst("");
        plain = LARGE.matcher(plain)
                .replaceFirst(found -> found.group(1) + "*10^{" + LARGE_WORDS.get(found.group(2)) + "}");
        plain = Units.stripped(plain).replace("%", "").strip();
        plain = Normal.stripEnds(Normal.withoutThousands(plain));
        Algebra algebra = MathParser.parse(plain);
        if (algebra == null && plain.length() < 300) {
            plain = WORDS_AFTER.matcher(plain).replaceFirst("");
            algebra = MathParser.parse(plain);
        }
        if (algebra != null) {
            return new Value.Expression(algebra, plain);
        }
        int space = plain.lastIndexOf(' ');
        BigFraction words = NumberWords.read(space < 0 ? plain : plain.substring(0, space));
        return words == null ? text(value) : new Value.Expression(new Algebra.Numeral(words), plain);
    }

    private static @Nullable Value special(String value, int depth) {
        Matcher time = TIME.matcher(value);
        if (time.matches() && (time.group(2) != null || time.group(4) != null)) {
            return time(time);
        }
        Matcher based = BASED.matcher(value);
        if (based.matches()) {
            return based(based);
        }
        if (RATIO.matcher(value).matches() && value.indexOf('(') < 0) {
            List<Value> parts = all(List.of(value.split(":", -1)), depth);
            if (parts.stream().allMatch(Value.Expression.class::isInstance)) {
                return new Value.Ratio(parts);
            }
        }
        Matcher choice = CHOICE.matcher(value);
        if (choice.matches() && value.length() > 1) {
            String beside = choice.group(2);
            return new Value.Choice(
                    Character.toUpperCase(choice.group(1).charAt(0)),
                    beside == null || beside.isBlank() ? null : whole(beside, depth + 1));
        }
        return null;
    }

    private static @Nullable Value time(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        String half = time.group(4);
        if (minute > 59 || second > 59 || (half != null && (hour > 12 || hour == 0))) {
            return null;
        }
        if (half == null) {
            return new Value.Time(List.of(hour, minute, second), null);
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).equals("p");
        return new Value.Time(List.of(hour % 12 + (afternoon ? 12 : 0), minute, second), afternoon ? "pm" : "am");
    }

    private static @Nullable Value based(Matcher based) {
        String written = based.group(2) == null ? based.group(3) : based.group(2);
        BigFraction number = Character.isDigit(written.charAt(0))
                ? BigFraction.of(Integer.parseInt(written))
                : NumberWords.read(written);
        String digits = based.group(1);
        int base = number == null ? 0 : number.intValue();
        boolean valid = base >= 2
                && base <= 36
                && digits.chars().anyMatch(Character::isDigit)
                && digits.chars().allMatch(digit -> Character.digit(digit, base) >= 0);
        return valid ? new Value.Based(new BigInteger(digits, base), base) : null;
    }

    /** Letters, digits and the signs that change a meaning; blanks, braces and quotes do not. */
    static Value.Text text(String value) {
        StringBuilder kept = new StringBuilder();
        String lower = value.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != ' ' && "{}\"'".indexOf(c) < 0) {
                kept.append(c);
            }
        }
        return new Value.Text(kept.toString());
    }
}
