package dev.tracewright.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns text into comparable marks: word stems, numbers, operations and single-letter names. */
final class Words {
    private static final Set<String> STOP = Set.of(
            "the",
            "a",
            "an",
            "of",
            "to",
            "in",
            "is",
            "are",
            "be",
            "by",
            "for",
            "and",
            "or",
            "that",
            "this",
            "it",
            "its",
            "we",
            "you",
            "your",
            "our",
            "us",
            "will",
            "can",
            "as",
            "at",
            "on",
            "with",
            "from",
            "which",
            "so",
            "if",
            "then",
            "now",
            "let",
            "lets",
            "step",
            "was",
            "were",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "i",
            "he",
            "she",
            "they",
            "his",
            "her",
            "their",
            "also",
            "just",
            "need",
            "should",
            "would",
            "into",
            "these",
            "those",
            "there",
            "here",
            "what",
            "how",
            "when",
            "where",
            "who",
            "use",
            "using",
            "get",
            "first",
            "next",
            "after",
            "finally",
            "start",
            "given",
            "each",
            "any",
            "all",
            "not",
            "no",
            "but",
            "than",
            "problem",
            "text",
            "left",
            "right",
            "begin",
            "end",
            "been",
            "frac",
            "dfrac",
            "boxed",
            "cdot",
            "times",
            "sqrt",
            "quad",
            "therefore",
            "since",
            "because",
            "up",
            "out");
    private static final Map<String, String> OPERATIONS = operations();
    private static final Map<String, String> NUMBERS = numbers();

    private Words() {}

    private static Map<String, String> operations() {
        Map<String, String> map = new HashMap<>();
        put(map, "+mul", "multiply multipli product multiplication twice double triple ×");
        put(map, "+add", "add sum addition plus together combine combin total altogether");
        put(map, "+sub", "subtract difference minus remain remainder subtraction deduct less");
        put(map, "+div", "divide divid division quotient ratio half");
        put(map, "+sqrt", "root sqrt");
        put(map, "+square", "square squar");
        put(map, "+solve", "solve solv isolate isolat");
        put(map, "+simplify", "simplify simplifi simplifying reduce reduc");
        put(map, "+substitute", "substitute substitut plug replace replac");
        put(map, "+expand", "expand distribute distribut expansion");
        put(map, "+factor", "factor factoriz factoring");
        put(map, "+check", "check verify verifi confirm");
        put(map, "+compare", "compare compar");
        put(map, "+write", "write rewrite rewrit written");
        put(map, "+identify", "identify identifi determine determin find found know known");
        put(map, "+convert", "convert conversion");
        put(map, "+calculate", "calculate calculat compute comput evaluate evaluat");
        put(map, "+equation", "equation equat");
        return Map.copyOf(map);
    }

    private static Map<String, String> numbers() {
        Map<String, String> map = new HashMap<>();
        String[] words = {
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
        };
        for (int i = 2; i < words.length; i++) {
            map.put(words[i], "#" + i);
        }
        return Map.copyOf(map);
    }

    private static void put(Map<String, String> map, String mark, String words) {
        for (String word : words.split(" ", -1)) {
            map.put(word, mark);
        }
    }

    /** The marks of a stretch of text, in order of their first appearance. */
    static Set<String> of(String text, int from, int to) {
        Set<String> marks = new LinkedHashSet<>();
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            int start = at;
            if (Numeral.isLatin(c) || (Character.isLetter(c) && !Character.isIdeographic(c))) {
                while (at < to && isWordPart(text, at)) {
                    at++;
                }
                addWord(marks, text.substring(start, at).toLowerCase(Locale.ROOT), at - start == 1 ? c : 0);
            } else if (c >= '0' && c <= '9') {
                while (at < to && (isDigit(text.charAt(at)) || isInnerSeparator(text, at, to))) {
                    at++;
                }
                marks.add("#" + plain(text.substring(start, at)));
            } else if (Character.isIdeographic(c)) {
                marks.add(text.substring(start, Math.min(to, start + 2)));
                at++;
            } else {
                String operation = operation(text, at, to);
                if (!operation.isEmpty()) {
                    marks.add(operation);
                }
                at++;
            }
        }
        return marks;
    }

    /** Whether a mark is the stem of a word, and not a number, an operation or a letter's name. */
    static boolean isWord(String mark) {
        return mark.length() > 2 && mark.charAt(0) != '#' && mark.charAt(0) != '+' && mark.charAt(0) != '\'';
    }

    /** Whether a mark is a number. */
    static boolean isNumber(String mark) {
        return mark.startsWith("#");
    }

    /** The first {@code most} words and runs of digits of a stretch as they stand, in lower case. */
    static List<String> inOrder(String text, int from, int to, int most) {
        List<String> words = new ArrayList<>();
        int at = from;
        while (at < to && words.size() < most) {
            char c = text.charAt(at);
            int start = at++;
            if (Character.isLetterOrDigit(c)) {
                while (at < to && !Character.isIdeographic(c) && isSameKind(c, text.charAt(at))) {
                    at++;
                }
                words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static boolean isSameKind(char first, char c) {
        return Character.isLetterOrDigit(c) && Character.isDigit(first) == Character.isDigit(c);
    }

    private static boolean isWordPart(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetter(c) && !Character.isIdeographic(c);
    }

    private static void addWord(Set<String> marks, String word, char single) {
        if (single != 0) {
            if ("ais".indexOf(word.charAt(0)) < 0 || Character.isUpperCase(single)) {
                marks.add("'" + word);
            }
            return;
        }
        if (word.equals("times")) {
            marks.add("+mul");
        } else if (word.equals("frac") || word.equals("dfrac")) {
            marks.add("+div");
        } else if (word.equals("sqrt")) {
            marks.add("+sqrt");
        }
        if (STOP.contains(word)) {
            return;
        }
        String number = NUMBERS.get(word);
        if (number != null) {
            marks.add(number);
            return;
        }
        String stem = stem(word);
        String operation = OPERATIONS.get(word);
        if (operation == null) {
            operation = OPERATIONS.get(stem);
        }
        marks.add(operation == null ? stem : operation);
    }

    /** A light English stem: plural and verb endings off. */
    static String stem(String word) {
        String stem = word;
        for (String ending : new String[] {"ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly"}) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        if (last >= 3 && (stem.charAt(last) == 'e' || stem.charAt(last) == 'y' || stem.charAt(last) == 'i')) {
            stem = stem.substring(0, last);
        } else if (last >= 3 && stem.charAt(last) == stem.charAt(last - 1) && stem.charAt(last) != 'l') {
            stem = stem.substring(0, last);
        }
        return stem;
    }

    private static String operation(String text, int at, int to) {
        boolean spaced = at > 0 && at + 1 < to && text.charAt(at - 1) == ' ' && text.charAt(at + 1) == ' ';
        return switch (text.charAt(at)) {
            case '+' -> "+add";
            case '×', '·' -> "+mul";
            case '*' -> spaced ? "+mul" : "";
            case '÷' -> "+div";
            case '/' -> spaced ? "+div" : "";
            case '-', '−' -> spaced ? "+sub" : "";
            case '=' -> "+equation";
            case '√' -> "+sqrt";
            case '²' -> "#2";
            case '%' -> "percent";
            default -> "";
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isInnerSeparator(String text, int at, int to) {
        char c = text.charAt(at);
        return (c == ',' || c == '.') && at + 1 < to && isDigit(text.charAt(at + 1));
    }

    private static String plain(String number) {
        String digits = number.replace(",", "");
        if (digits.indexOf('.') >= 0) {
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            digits = digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
        }
        return digits;
    }
}
