package dev.tracewright.align;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A plan and a solver's output that follows it, made from a seed, so that properties of the alignment meet many of both.
 *
 * @param plan the plan in one of many list styles
 * @param results what the output adds to each step
 */
record MadeTrace(Steps plan, List<String> results) {
    private static final String[] STYLES = {
        "%d. ",
        "%d) ",
        "(%d) ",
        "%d: ",
        "Step %d: ",
        "**Step %d:** ",
        "**%d.** ",
        "### Step %d: ",
        "Step %d - ",
        "[Step %d] "
    };
    private static final String[] INSTRUCTIONS = {
        "Find how many crates the farmer loads on Monday.",
        "Multiply the number of crates by the apples in each crate.",
        "Subtract the bruised apples from the total.",
        "Divide the remaining apples among the market stalls.",
        "Calculate the price of a single jar of honey.",
        "Add the cost of the delivery to the cost of the jars.",
        "Compare the bill with the money in the purse.",
        "Determine the length of the garden fence in metres.",
        "Convert the length of the fence into centimetres.",
        "Work out how many posts the fence needs.",
        "Identify the age of the youngest cousin.",
        "Double the age of the youngest cousin to get the age of the eldest.",
        "Take the average of all ages in the family.",
        "Write an equation for the speed of the second train.",
        "Solve the equation for the hours of travel.",
        "Round the distance to whole kilometres.",
        "Count the pages that Nora has read by Friday.",
        "Estimate the weight of the flour in the bakery.",
        "Express the discount as a fraction of the first price.",
        "Multiply the fraction by the tickets that were sold."
    };

    static MadeTrace of(long seed) {
        Random random = new Random(seed);
        List<String> instructions = new ArrayList<>(List.of(INSTRUCTIONS));
        Collections.shuffle(instructions, random);
        int size = 3 + random.nextInt(6);
        String style = STYLES[random.nextInt(STYLES.length)];
        String gap = random.nextBoolean() ? "\n" : "\n\n";
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "Here is the plan:\n\n" : "");
        List<String> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            text.append(style.formatted(i + 1)).append(instructions.get(i)).append(i + 1 < size ? gap : "");
            int a = 2 + random.nextInt(80);
            int b = 2 + random.nextInt(80);
            results.add("That is %d + %d = %d.".formatted(a, b, a + b));
        }
        return new MadeTrace(StepParser.parse(text.toString()), results);
    }

    /** Outputs of every kind that follow the plan. */
    List<String> outputs() {
        return List.of(output(), report(), prose());
    }

    /** The plan copied in its own style, each step with its result behind it. */
    String output() {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < plan.size(); i++) {
            Step step = plan.steps().get(i);
            output.append(step.marker())
                    .append(step.body())
                    .append(' ')
                    .append(results.get(i))
                    .append(step.gap());
        }
        return output.toString();
    }

    /** The work with an opening and a conclusion, in another list style, in the plan's words. */
    String report() {
        StringBuilder output = new StringBuilder("Let us work through it.\n\n");
        for (int i = 0; i < plan.size(); i++) {
            String body = plan.steps().get(i).body();
            output.append(
                    "Step %d: %s %s%n%n".formatted(i + 1, body, results.get(i)).replace("\r", ""));
        }
        return output.append("Therefore, the answer is ")
                .append(value(results.size() - 1))
                .append(".")
                .toString();
    }

    /** The work in paragraphs without numbers. */
    String prose() {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < plan.size(); i++) {
            output.append(plan.steps().get(i).body())
                    .append(' ')
                    .append(results.get(i))
                    .append("\n\n");
        }
        return output.append("The answer is ")
                .append(value(results.size() - 1))
                .append(".")
                .toString();
    }

    private String value(int index) {
        String result = results.get(index);
        return result.substring(result.lastIndexOf(' ') + 1, result.length() - 1);
    }
}
