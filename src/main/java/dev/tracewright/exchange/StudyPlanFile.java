package dev.tracewright.exchange;

import dev.tracewright.exchange.YamlNode.Entry;
import dev.tracewright.exchange.YamlNode.Items;
import dev.tracewright.exchange.YamlNode.Keys;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPlanException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of a study plan, in YAML: what is written is read as an equal plan. Reading makes texts, numbers and lists only; an
 * unknown key, a wrong type or half a file is refused in a sentence with its line.
 */
public final class StudyPlanFile {
    /** The format that is written and read. */
    public static final int FORMAT = 1;

    static final List<String> KEYS = List.of(
            "format",
            "name",
            "seed",
            "data",
            "prompts",
            "templates",
            "models",
            "repetitions",
            "settings",
            "review",
            "budget");

    private StudyPlanFile() {}

    /**
     * Reads a plan.
     *
     * @throws ExchangeException when the file cannot be read or is no plan
     */
    public static StudyPlan read(Path file) {
        String name = String.valueOf(file.getFileName());
        StringBuilder text = new StringBuilder();
        try (TextInput input = TextInput.open(file, StandardCharsets.UTF_8)) {
            char[] part = new char[8192];
            for (int count = input.read(part, 0, part.length);
                    count >= 0 && text.length() <= YamlReader.LONGEST;
                    count = input.read(part, 0, part.length)) {
                text.append(part, 0, count);
            }
            Undecodable undecodable = input.first();
            if (undecodable != null) {
                throw new ExchangeException(name + ", line " + undecodable.line()
                        + ": A study plan is written in UTF-8, and this line is not.");
            }
        } catch (NoSuchFileException e) {
            throw new ExchangeException("The study plan " + file + " does not exist.", e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
            throw new ExchangeException("The study plan " + file + " cannot be read: " + why + ".", e);
        }
        return parse(text.toString(), name);
    }

    /**
     * Reads a plan from its text.
     *
     * @param name what the text is called in messages
     * @throws ExchangeException when it is no plan; the message names the line
     */
    public static StudyPlan parse(String text, String name) {
        try {
            YamlNode document = YamlReader.read(text);
            try {
                return StudyPlanReader.plan(document);
            } catch (StudyPlanException e) {
                throw new YamlFaultException(line(document, e.place()), String.valueOf(e.getMessage()));
            }
        } catch (YamlFaultException e) {
            throw new ExchangeException(name + (e.line() > 0 ? ", line " + e.line() : "") + ": " + e.getMessage(), e);
        }
    }

    /** The line of a place in the plan, or of what should hold it. */
    private static int line(YamlNode document, String place) {
        int line = document.line();
        YamlNode at = document;
        for (String part : place.split("/", -1)) {
            switch (at) {
                case Keys(int start, List<Entry> entries) -> {
                    for (Entry entry : entries) {
                        if (entry.key().equals(part)) {
                            line = entry.line();
                            at = entry.value();
                        }
                    }
                }
                case Items(int start, List<YamlNode> items) -> {
                    at = items.get(Integer.parseInt(part));
                    line = at.line();
                }
                case YamlNode.Scalar value -> line = value.line();
            }
        }
        return line;
    }

    /** The plan as the text of a file. */
    public static String text(StudyPlan plan) {
        return StudyPlanWriter.text(plan);
    }

    /**
     * Writes a plan; the file appears whole or stays as it was.
     *
     * @throws ExchangeException when it cannot be written
     */
    public static void write(StudyPlan plan, Path file) {
        byte[] bytes = text(plan).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
