package dev.tracewright.align;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The ways in which list numbers are written, each able to read and to write a number. */
enum Numeral {
    NONE,
    DIGITS,
    WORD,
    ORDINAL,
    LETTER,
    ROMAN,
    CHINESE,
    CIRCLED;

    private static final List<String> WORDS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final String CHINESE_DIGITS = "一二三四五六七八九";
    private static final char FIRST_CIRCLED = '①';
    private static final int CIRCLED_COUNT = 20;
    private static final int[] ROMAN_VALUES = {50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"l", "xl", "x", "ix", "v", "iv", "i"};
    private static final List<String> ROMAN_NUMBERS =
            IntStream.rangeClosed(1, 39).mapToObj(Numeral::writeRoman).toList();

    /** The value of {@code token} in this script, or 0 where it is none (or above 99). */
    int read(String token) {
        return switch (this) {
            case NONE -> 0;
            case DIGITS -> readDigits(token);
            case WORD -> WORDS.indexOf(token.toLowerCase(Locale.ROOT)) + 1;
            case ORDINAL -> ORDINALS.indexOf(token.toLowerCase(Locale.ROOT)) + 1;
            case LETTER -> token.length() == 1 && isLatin(token.charAt(0)) ? (token.charAt(0) | 32) - 'a' + 1 : 0;
            case ROMAN -> readRoman(token.toLowerCase(Locale.ROOT));
            case CHINESE -> readChinese(token);
            case CIRCLED -> {
                int at = token.isEmpty() ? -1 : token.charAt(0) - FIRST_CIRCLED;
                yield token.length() == 1 && at >= 0 && at < CIRCLED_COUNT ? at + 1 : 0;
            }
        };
    }

    /** Writes {@code value} as {@code model} was written (upper or lower case); falls back to digits out of range. */
    String write(int value, String model) {
        String plain = Integer.toString(value);
        boolean upper = !model.isEmpty() && Character.isUpperCase(model.charAt(0));
        return switch (this) {
            case NONE -> model;
            case DIGITS -> inDigitsOf(model, plain);
            case WORD -> writeWord(WORDS, value, upper);
            case ORDINAL -> writeWord(ORDINALS, value, upper);
            case LETTER -> value < 1 || value > 26 ? plain : String.valueOf((char) ((upper ? 'A' : 'a') + value - 1));
            case ROMAN -> {
                String roman = writeRoman(value);
                yield roman.isEmpty() ? plain : upper ? roman.toUpperCase(Locale.ROOT) : roman;
            }
            case CHINESE -> value < 1 || value > 99 ? plain : writeChinese(value);
            case CIRCLED ->
                value < 1 || value > CIRCLED_COUNT ? plain : String.valueOf((char) (FIRST_CIRCLED + value - 1));
        };
    }

    private static String writeWord(List<String> words, int value, boolean upper) {
        if (value < 1 || value > words.size()) {
            return Integer.toString(value);
        }
        String word = words.get(value - 1);
        return upper ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
    }

    /** The number in the digits of the model, which may be full-width or of another alphabet. */
    private static String inDigitsOf(String model, String plain) {
        int digit = model.isEmpty() ? -1 : Character.digit(model.charAt(0), 10);
        int zero = digit < 0 ? '0' : model.charAt(0) - digit;
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            written.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
        }
        return written.toString();
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isChineseDigit(char c) {
        return c == '十' || CHINESE_DIGITS.indexOf(c) >= 0;
    }

    static boolean isCircled(char c) {
        return c >= FIRST_CIRCLED && c < FIRST_CIRCLED + CIRCLED_COUNT;
    }

    private static int readDigits(String token) {
        int value = 0;
        for (int i = 0; i < token.length(); i++) {
            int digit = Character.digit(token.charAt(i), 10);
            if (digit < 0 || i > 1) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int readRoman(String token) {
        return ROMAN_NUMBERS.indexOf(token) + 1;
    }

    private static String writeRoman(int value) {
        if (value < 1 || value > 89) {
            return "";
        }
        StringBuilder roman = new StringBuilder();
        int rest = value;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                roman.append(ROMAN_SIGNS[i]);
            }
        }
        return roman.toString();
    }

    private static int readChinese(String token) {
        int ten = token.indexOf('十');
        if (ten < 0) {
            return token.length() == 1 ? CHINESE_DIGITS.indexOf(token.charAt(0)) + 1 : 0;
        }
        int tens = ten == 0 ? 1 : ten == 1 ? CHINESE_DIGITS.indexOf(token.charAt(0)) + 1 : 0;
        String rest = token.substring(ten + 1);
        int ones = rest.isEmpty() ? 0 : rest.length() == 1 ? CHINESE_DIGITS.indexOf(rest.charAt(0)) + 1 : -100;
        return tens == 0 || ones < 0 || (ones == 0 && !rest.isEmpty()) ? 0 : tens * 10 + ones;
    }

    private static String writeChinese(int value) {
        String ones = value % 10 == 0 ? "" : CHINESE_DIGITS.substring(value % 10 - 1, value % 10);
        if (value < 10) {
            return ones;
        }
        return (value < 20 ? "" : CHINESE_DIGITS.substring(value / 10 - 1, value / 10)) + "十" + ones;
    }
}
