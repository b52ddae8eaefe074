package dev.tracewright.answer;

import java.util.List;
import java.util.Random;

/** Makes answers of every kind, since the rules of comparing must hold for all of them. */
final class MadeAnswers {
    private final Random random;

    MadeAnswers(Random random) {
        this.random = random;
    }

    /** An answer of some kind. */
    String answer() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> number();
            case 2 -> "\\frac{" + digit() + "}{" + digit() + "}";
            case 3 -> digit() + "\\sqrt{" + digit() + "}";
            case 4 -> digit() + "x^2 + " + digit() + "x - " + digit();
            case 5 -> "(" + number() + ", " + number() + ")";
            case 6 -> "[" + digit() + ", \\infty)";
            case 7 -> digit() + ", " + digit() + ", " + digit();
            case 8 -> "\\{" + digit() + ", " + digit() + "\\}";
            case 9 -> "x = " + number();
            case 10 -> digit() + "x + y = " + digit();
            case 11 -> digit() + " \\pm \\sqrt{" + digit() + "}";
            case 12 -> digit() + ":" + (10 + random.nextInt(50));
            case 13 -> "10" + random.nextInt(2) + "1_" + (2 + random.nextInt(8));
            case 14 ->
                List.of("Evelyn", "Thursday", "no solution", "(A)", "(B)").get(random.nextInt(5));
            default ->
                "\\begin{pmatrix} " + digit() + " & " + digit() + " \\\\ " + digit() + " & " + digit()
                        + " \\end{pmatrix}";
        };
    }

    private String number() {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(random.nextInt(2000) - 1000);
            case 1 -> digit() + "." + random.nextInt(100);
            case 2 -> "\\sin " + digit() + "0^\\circ";
            default -> String.valueOf(digit());
        };
    }

    private int digit() {
        return 1 + random.nextInt(9);
    }

    /** The value as somebody else would set it. */
    static List<String> dresses(String value) {
        return List.of(
                "$" + value + "$",
                "$$" + value + "$$",
                "**" + value + "**",
                "*" + value + "*",
                "`" + value + "`",
                "\\(" + value + "\\)",
                "\\[ " + value + " \\]",
                "\\boxed{" + value + "}",
                "$\\boxed{" + value + "}$.",
                "  " + value + " .",
                "\"" + value + "\"",
                value.replace("(", "\\left(").replace(")", "\\right)"),
                value.replace("[", "\\left [").replace("]", "\\right ]"),
                value.replace(" ", "  "),
                value.replace("-", "−"),
                value.replace("\\frac", "\\dfrac"),
                value + "\\,",
                "{" + value + "}",
                "\\displaystyle " + value);
    }
}
