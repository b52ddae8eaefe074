package dev.tracewright.align;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds formulas in a step and brings formulas to a form in which spacing, braces and the sign of multiplication do not matter. */
final class Formulas {
    private static final Pattern SET_APART =
            Pattern.compile("\\$([^$]{2,120})\\$|\\\\\\((.{2,120}?)\\\\\\)|\\\\\\[(.{2,160}?)\\\\\\]", Pattern.DOTALL);
    private static final Pattern RUNNING =
            Pattern.compile("[\\w().^/*+×−-]{1,40}+(?: ?[=+*/^×−-] ?[\\w().^/*+×−-]{1,40}+){1,12}+");
    private static final Pattern NAMES = Pattern.compile("left|right|cdot|times");
    private static final String OPERATORS = "=+*/^×−-\\";
    private static final String LEFT_OUT = "$*×·`{}\\_,!";

    private Formulas() {}

    /** The formulas of a text in plain form: those in dollar signs or brackets, and runs of operands and operators. */
    static Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        if (text.chars().noneMatch(Character::isDigit) || text.chars().noneMatch(c -> OPERATORS.indexOf(c) >= 0)) {
            return found;
        }
        Matcher apart = SET_APART.matcher(text);
        while (apart.find()) {
            for (int group = 1; group <= apart.groupCount(); group++) {
                if (apart.group(group) != null) {
                    add(found, plain(apart.group(group)));
                }
            }
        }
        Matcher running = RUNNING.matcher(text);
        while (running.find()) {
            add(found, plain(running.group()));
        }
        return found;
    }

    private static void add(Set<String> found, String plain) {
        boolean operator = plain.startsWith("frac") || plain.startsWith("sqrt");
        boolean digit = false;
        for (int i = 0; i < plain.length(); i++) {
            operator |= "=+*/^-".indexOf(plain.charAt(i)) >= 0;
            digit |= Character.isDigit(plain.charAt(i));
        }
        if (plain.length() >= 3 && operator && digit) {
            found.add(plain);
        }
    }

    /** The text without white space, emphasis, braces, dollar signs and signs of multiplication, in lower case. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || LEFT_OUT.indexOf(c) >= 0) {
                continue;
            }
            switch (c) {
                case '−' -> plain.append('-');
                default -> plain.append(Character.toLowerCase(c));
            }
        }
        return NAMES.matcher(plain).replaceAll("").replace("dfrac", "frac");
    }
}
