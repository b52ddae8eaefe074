package dev.tracewright.align;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a list that runs on within a line, "1. Add. 2. Divide." or "(1) add, (2) divide", by numbers that count up. */
final class InlineList {
    private static final String BLANK = "[ \\t\\u00a0\\u3000]";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<![\\p{L}\\d])(?i:step|步骤)" + BLANK + "?+(?<n>\\d{1,2}+)[.:)：、]" + BLANK + "*+"),
            Pattern.compile(
                    "第" + BLANK + "?+(?<n>\\d{1,2}+|[一二三四五六七八九十]{1,3}+)" + BLANK + "?+步[骤]?+[：:，,、]?+" + BLANK + "*+"),
            Pattern.compile("(?<n>[①-⑳])" + BLANK + "*+"),
            Pattern.compile("[(（](?<n>\\d{1,2}+)[)）]" + BLANK + "*+"),
            Pattern.compile("(?<![\\p{L}\\d.,])(?<n>\\d{1,2}+)[)）]" + BLANK + "++"),
            Pattern.compile("(?<![\\p{L}\\d.,])(?<n>\\d{1,2}+)[.．、]" + BLANK + "++"),
            Pattern.compile("(?<![\\p{L}\\d.,])(?<n>\\d{1,2}+)[、．]" + BLANK + "*+"));
    private static final Pattern JOINS = Pattern.compile("(?:and|then|finally|以及|和)" + BLANK + "++$");
    private static final String CLAUSE_ENDS = ".;:,!?。；：，！？、*\n\r";

    private InlineList() {}

    /**
     * One item.
     *
     * @param start offset of its number or of what stands before the number
     * @param body offset of its text
     */
    record Item(int start, int body) {}

    /** The items of the longest list that runs through {@code text}; empty where none has two items. */
    static List<Item> in(String text) {
        List<Item> longest = List.of();
        for (Pattern form : FORMS) {
            List<Item> items = countingUp(text, form);
            if (items.size() > longest.size()) {
                longest = items;
            }
        }
        return longest.size() > 1 ? longest : List.of();
    }

    private static List<Item> countingUp(String text, Pattern form) {
        List<Item> items = new ArrayList<>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            if (matcher.end() < text.length()
                    && valueOf(matcher.group("n")) == items.size() + 1
                    && followsClause(text, matcher.start())) {
                items.add(new Item(matcher.start(), matcher.end()));
            }
        }
        return items;
    }

    private static int valueOf(String number) {
        char first = number.charAt(0);
        Numeral script = Numeral.isCircled(first)
                ? Numeral.CIRCLED
                : Character.isDigit(first) ? Numeral.DIGITS : Numeral.CHINESE;
        return script.read(number);
    }

    /** Whether the text before {@code at} ends a clause, so that "see step 2." or "in (2)" opens no item. */
    private static boolean followsClause(String text, int at) {
        int from = Math.max(0, at - 12);
        String before = JOINS.matcher(text.substring(from, at)).replaceFirst("");
        int end = before.length();
        while (end > 0 && (MarkerReader.isBlank(before.charAt(end - 1)) || before.charAt(end - 1) == '*')) {
            end--;
        }
        return end == 0 ? from == 0 : CLAUSE_ENDS.indexOf(before.charAt(end - 1)) >= 0;
    }
}
