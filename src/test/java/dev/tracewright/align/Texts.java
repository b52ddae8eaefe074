package dev.tracewright.align;

import java.util.Random;

/** Makes arbitrary texts out of what lists, formulas and prose are made of, so that properties meet every mixture. */
final class Texts {
    private static final String[] PIECES = {
        "1. ",
        "2. ",
        "3) ",
        "(4) ",
        "Step 1: ",
        "**Step 2:** ",
        "**Step 3: Title**",
        "### Step 4",
        "### ",
        "**1.** ",
        "10. ",
        "- ",
        "* ",
        "• ",
        "a) ",
        "(b) ",
        "ii. ",
        "第一步：",
        "第十二步",
        "一、",
        "①",
        "⑳ ",
        "1、",
        "（三）",
        "Step 2-3: ",
        "Part II",
        "\n",
        "\r\n",
        "\n\n",
        "\r",
        "\t",
        "   ",
        " ",
        "Add the 12 apples.",
        "x = 3 + 4",
        "$\\frac{1}{2}$",
        "\\boxed{5",
        "}",
        "$",
        "$40",
        "The answer is: 7",
        "Therefore, 5.",
        "####",
        "Good luck!",
        "计算总数",
        "\uD83D\uDE00",
        "\uD83D",
        "___",
        "3,000",
        "<<3*4=12>>",
        "(",
        ")",
        "[",
        "]",
        "{",
        "=",
        "**",
        "\\",
        "\u0000",
        "١. ",
        "12:30",
        "3.5%",
        "`",
        "|a|b|",
        "\u3000",
        "~~~",
        "\u00a0",
        "1 Add ",
        "2 Halve ",
        "[1] ",
        "[2] ",
        "#1 ",
        "1 - Add",
        "First step: ",
        "0. ",
        "1\uFE0F\u20E3 ",
        "→ ",
        "- [ ] ",
        "**A.** ",
        "$$\n",
        "\n$$",
        "\\[\n",
        "\\]",
        "```\n",
        "1\\. ",
        ". 2. ",
        "16 - 3 = 13",
        "(12 + 3)",
        "15 people",
        " is 48",
        "e.g. ",
        "\\frac{3}{4}",
        "\\sqrt{",
        "10^2",
        "≈",
        " equals ",
        "¥5"
    };

    private Texts() {}

    static String random(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(20) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
