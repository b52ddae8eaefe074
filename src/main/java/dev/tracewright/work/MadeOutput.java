package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Steps;
import java.util.Locale;

/** Makes solver outputs of any length, so that the growth of reading time can be measured without anybody's data. */
final class MadeOutput {
    private static final String QUESTION =
            "A baker fills 17 trays with 24 rolls each and sells them in bags of 6 for $3 a bag. How much does she earn?";
    private static final String ANSWER = "204";
    private static final Steps STEPS = StepParser.parse("""
            1. Note how many trays there are and how many rolls lie on each tray.
            2. Multiply the number of trays by the rolls on each tray.
            3. Divide the number of rolls by the rolls in each bag.
            4. Multiply the number of bags by the price of a bag.
            5. Check the result by estimating.""");

    /** How the output is written. */
    enum Shape {
        /** Numbered items that go on and on. */
        LIST,
        /** Paragraphs without numbers. */
        PROSE,
        /** One line without end. */
        LINE;

        /** The name used in files. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private MadeOutput() {}

    /** An output of exactly {@code characters} characters beside a plan of five steps. */
    static ReadingSpeed.Subject of(Shape shape, int characters) {
        StringBuilder output = new StringBuilder();
        for (int i = 1; output.length() < characters; i++) {
            int trays = 10 + i % 37;
            int rolls = 12 + i % 19;
            String work = "The %d trays with %d rolls each hold %d * %d = %d rolls, so there are %d / 6 = %.2f bags."
                    .formatted(trays, rolls, trays, rolls, trays * rolls, trays * rolls, trays * rolls / 6.0);
            output.append(
                    switch (shape) {
                        case LIST -> i + ". " + work + "\n";
                        case PROSE -> work + "\n\n";
                        case LINE -> work + " ";
                    });
        }
        return new ReadingSpeed.Subject(QUESTION, ANSWER, STEPS, output.substring(0, characters), FinishReason.LENGTH);
    }
}
