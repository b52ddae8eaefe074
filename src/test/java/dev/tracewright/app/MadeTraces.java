package dev.tracewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of records that a test makes for itself. */
final class MadeTraces {
    private static final JsonMapper JSON = JsonMapper.shared();

    private MadeTraces() {}

    /** Records of additions, each with two delegated steps and an answer. */
    static Path additions(Path file, int count) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        IntStream.rangeClosed(1, count)
                .forEach(n -> lines.add(record(
                        n,
                        "1. Note the numbers " + n + " and 7.\n2. Add 7 to " + n + ".",
                        "1. The numbers are " + n + " and 7.\n2. " + n + " + 7 = " + (n + 7) + "\n\nThe answer is: "
                                + (n + 7))));
        return write(file, lines.toString());
    }

    /** One record with this output. */
    static Path output(Path file, String output) {
        return write(file, record(1, "1. Note the numbers 1 and 7.\n2. Add 7 to 1.", output) + "\n");
    }

    /** Problems without steps or answers, in GSM8K's form. */
    static Path problems(Path file) {
        ObjectNode first = JSON.createObjectNode();
        first.put("question", "Tom has 3 apples and buys 4 more. How many apples has he?");
        first.put("answer", "He has 3 + 4 = <<3+4=7>>7 apples.\n#### 7");
        ObjectNode second = JSON.createObjectNode();
        second.put("question", "Ann has 10 pens and loses 4. How many pens has she?");
        second.put("answer", "She has 10 - 4 = <<10-4=6>>6 pens.\n#### 6");
        return write(file, first + "\n" + second + "\n");
    }

    /** One record of this question. */
    static Path trace(Path file, String question, String answer, String steps, String output) {
        return write(file, record(1, question, answer, steps, output) + "\n");
    }

    private static String record(int number, String steps, String output) {
        return record(number, "What is " + number + " plus 7?", Integer.toString(number + 7), steps, output);
    }

    private static String record(int number, String question, String answer, String steps, String output) {
        ObjectNode record = JSON.createObjectNode();
        record.put("dataset", "additions");
        record.put("number", number);
        record.put("question", question);
        record.put("dataset_answer", "#### " + answer);
        record.put("approach", "trace-of-thought");
        record.put("delegator", "made delegator");
        record.put("solver", "made solver");
        record.put("steps", steps);
        record.put("model_answer", output);
        record.put("finish", "stop");
        return record.toString();
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
