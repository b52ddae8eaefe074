package dev.tracewright.align;

import java.util.List;
import java.util.Locale;

/** Openings of paragraphs by which writers announce, conclude or say farewell. */
final class Phrases {
    private static final List<String> CONCLUSIONS = List.of(
            "therefore",
            "thus",
            "hence",
            "so,",
            "so ",
            "the answer is",
            "the final answer",
            "final answer",
            "answer:",
            "a:",
            "in conclusion",
            "in summary",
            "conclusion",
            "finally, the answer",
            "our final answer",
            "my answer",
            "the correct answer",
            "as a result",
            "consequently",
            "overall",
            "to summarize",
            "####",
            "following these",
            "putting it all",
            "putting this all",
            "let's put this all",
            "to sum up",
            "因此",
            "所以",
            "答案",
            "综上");
    private static final List<String> ANNOUNCEMENTS = List.of(
            "let's follow",
            "let's go",
            "let's solve",
            "let's work",
            "let's think",
            "let's begin",
            "let's start",
            "let’s",
            "sure",
            "great",
            "okay",
            "certainly",
            "of course",
            "following the",
            "here is how",
            "here's how",
            "i will follow",
            "to solve this",
            "we will follow",
            "we can follow");
    private static final List<String> FAREWELLS = List.of(
            "remember to",
            "woohoo",
            "i hope",
            "let me know",
            "great job",
            "congratulations",
            "good luck",
            "note:",
            "note that this",
            "please note",
            "that's it",
            "well done",
            "feel free",
            "is there anything");
    private static final List<String> CONTINUATIONS = List.of(
            "where ",
            "which ",
            "and ",
            "or ",
            "but ",
            "since ",
            "because ",
            "so we",
            "so the",
            "this gives",
            "this is",
            "this means",
            "that is",
            "i.e.",
            "e.g.",
            "simplifying",
            "given ",
            "with ",
            "then ");

    private static final List<String> MOVES_ON =
            List.of("finally", "lastly", "next", "now", "then", "after that", "to find", "最后", "接下来");
    private static final List<String> APPENDICES = List.of(
            "explanation",
            "worked-out",
            "worked out",
            "summary",
            "here's a summary",
            "bonus",
            "challenge",
            "extension");

    private Phrases() {}

    static boolean concludes(String text, int start, int end) {
        String opening = opening(text, start, end);
        return CONCLUSIONS.stream().anyMatch(opening::startsWith);
    }

    /** Whether a paragraph only says that the work begins now. */
    static boolean announces(String body) {
        String opening = opening(body, 0, body.length());
        return ANNOUNCEMENTS.stream().anyMatch(opening::startsWith);
    }

    /** Whether a paragraph opens the next thought. */
    static boolean movesOn(String text, int start, int end) {
        String opening = opening(text, start, end);
        return MOVES_ON.stream().anyMatch(opening::startsWith);
    }

    /** Whether a paragraph is the heading of something added after the solution. */
    static boolean opensAppendix(String text, int start, int end) {
        boolean heading = text.startsWith("**", start) || text.charAt(start) == '#';
        String opening = opening(text, start, end);
        return heading && APPENDICES.stream().anyMatch(opening::startsWith);
    }

    static boolean saysFarewell(String text, int start, int end) {
        String opening = opening(text, start, end);
        return FAREWELLS.stream().anyMatch(opening::startsWith);
    }

    /** Whether a paragraph goes on with the one before: a formula, a clause, an indented line. */
    static boolean continues(String text, int start, int end) {
        char first = text.charAt(start);
        if (Character.isLowerCase(first) || "=+-*/$\\([|<>≈•·~^&.,".indexOf(first) >= 0 || Character.isDigit(first)) {
            return !text.startsWith("**", start);
        }
        if (end - start > 1 && !Character.isLetter(text.charAt(start + 1)) && isFormula(text, start, end)) {
            return true;
        }
        String opening = opening(text, start, end);
        return CONTINUATIONS.stream().anyMatch(opening::startsWith) || isFormula(text, start, end);
    }

    /** Whether the stretch has hardly any words beside a formula. */
    static boolean isFormula(String text, int start, int end) {
        int letters = 0;
        int run = 0;
        boolean equals = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            run = Character.isLetter(c) ? run + 1 : 0;
            if (run == 4) {
                letters++;
            }
            equals |= c == '=' || c == '≈';
        }
        return equals && letters <= 2;
    }

    private static String opening(String text, int start, int end) {
        int at = start;
        while (at < end && "*#_ \t$>[\\".indexOf(text.charAt(at)) >= 0 && !text.startsWith("####", at)) {
            at++;
        }
        if (at > start && text.charAt(at - 1) == '\\') {
            at--;
        }
        return text.substring(at, Math.min(end, at + 24)).toLowerCase(Locale.ROOT);
    }
}
