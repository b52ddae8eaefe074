package dev.tracewright.experiment;

import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans and problems for tests: one that is easy to read, and random ones. */
public final class MadeStudies {
    public static final ModelRef OWL = new ModelRef("Library", "owl-7b");
    public static final ModelRef FOX = new ModelRef("Library", "fox-13b");
    public static final ModelRef HARE = new ModelRef("Cellar", "hare");
    public static final StudyPrompt STANDARD = StudyPrompt.of(Approach.STANDARD, "paper/standard");
    public static final StudyPrompt TRACE = StudyPrompt.traceOfThought("paper/delegation@1", "paper/solution@1");

    private static final List<String> ODD = List.of(
            "yes",
            "no",
            "null",
            "~",
            "12",
            "0x1F",
            "1_000",
            "1e3",
            ".5",
            "-",
            "- a",
            "a: b",
            "a #b",
            "#",
            "!tag",
            "&a",
            "*a",
            "? x",
            "{x}",
            "[x",
            "'",
            "\"",
            "\\",
            "%",
            "@",
            "`",
            "|",
            ">",
            "=",
            "<<",
            "鸡",
            "😀",
            "\uFEFF",
            "\u2028",
            "\u00A0",
            "true",
            "on",
            "---",
            "...",
            " ",
            "2026-01-01",
            "{question}",
            "e\u0301",
            "\uFFFD",
            "\u200B",
            ",",
            ": ",
            "a,");

    private MadeStudies() {}

    /** A plan over a session's data set, with whatever is compared. */
    public static StudyPlan plan(List<StudyPrompt> prompts, StudyModels models, int repetitions, Review review) {
        return new StudyPlan(
                "A study",
                7,
                new DataSelection(new Source.Session("orchard"), new Sample.All(), List.of(), List.of()),
                prompts,
                List.of(),
                models,
                repetitions,
                CallSettings.DEFAULT,
                CallSettings.DEFAULT,
                review,
                Budget.NONE);
    }

    /** The same plan with other data. */
    public static StudyPlan with(StudyPlan plan, long seed, DataSelection data) {
        return new StudyPlan(
                plan.name(),
                seed,
                data,
                plan.prompts(),
                plan.templates(),
                plan.models(),
                plan.repetitions(),
                plan.delegation(),
                plan.solution(),
                plan.review(),
                plan.budget());
    }

    /** The same plan with templates of its own. */
    public static StudyPlan with(StudyPlan plan, List<OwnTemplate> templates) {
        return new StudyPlan(
                plan.name(),
                plan.seed(),
                plan.data(),
                plan.prompts(),
                templates,
                plan.models(),
                plan.repetitions(),
                plan.delegation(),
                plan.solution(),
                plan.review(),
                plan.budget());
    }

    /** The same plan with another review. */
    public static StudyPlan with(StudyPlan plan, Review review) {
        return new StudyPlan(
                plan.name(),
                plan.seed(),
                plan.data(),
                plan.prompts(),
                plan.templates(),
                plan.models(),
                plan.repetitions(),
                plan.delegation(),
                plan.solution(),
                review,
                plan.budget());
    }

    /** The same plan with other settings. */
    public static StudyPlan with(StudyPlan plan, CallSettings delegation, CallSettings solution) {
        return new StudyPlan(
                plan.name(),
                plan.seed(),
                plan.data(),
                plan.prompts(),
                plan.templates(),
                plan.models(),
                plan.repetitions(),
                delegation,
                solution,
                plan.review(),
                plan.budget());
    }

    /** Problems 1 to {@code count} of the data set orchard, of levels 1 to 5 and of two subjects. */
    public static List<Problem> problems(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(MadeStudies::problem).toList();
    }

    private static Problem problem(int number) {
        String question = "A tree bears " + number + " plums and loses one. How many are left?";
        return new Problem(
                Problem.idOf("orchard", question),
                "orchard",
                number,
                question,
                "#### " + (number - 1),
                "Level " + (number % 5 + 1),
                number % 2 == 0 ? "Plums" : "Trees");
    }

    /** A plan with texts that a careless writer or reader of files would change. */
    public static StudyPlan random(Random random) {
        StudyModels models = new StudyModels(
                models(random), models(random), random.nextBoolean(), random.nextBoolean() ? model(random) : null);
        return new StudyPlan(
                "s" + oneLine(random),
                random.nextLong(),
                new DataSelection(source(random), sample(random), filter(random), filter(random)),
                some(random, 4, () -> prompt(random)),
                templates(random),
                models,
                1 + random.nextInt(StudyPlan.MOST_REPETITIONS),
                settings(random),
                settings(random),
                review(random, models.verifier() != null),
                budget(random));
    }

    private static Source source(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Source.Session("d" + oneLine(random));
            case 1 -> new Source.Bundled(oneLine(random) + "d");
            default -> new Source.File("f" + oneLine(random), random.nextBoolean() ? columns(random) : Map.of());
        };
    }

    private static Map<String, String> columns(Random random) {
        return Map.of("question", "q" + oneLine(random), "gold_answer", "a" + oneLine(random));
    }

    private static Sample sample(Random random) {
        int count = 1 + random.nextInt(Integer.MAX_VALUE);
        return switch (random.nextInt(4)) {
            case 0 -> new Sample.All();
            case 1 -> new Sample.First(count);
            case 2 -> new Sample.Random(count);
            default -> new Sample.Range(Math.min(count, 1 + random.nextInt(1000)), count);
        };
    }

    private static List<String> filter(Random random) {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            names.add(oneLine(random) + i);
        }
        return names;
    }

    private static StudyPrompt prompt(Random random) {
        Approach approach = pick(random, List.of(Approach.values()));
        boolean delegates = approach == Approach.TRACE_OF_THOUGHT;
        return new StudyPrompt(approach, name(random), delegates ? name(random) : null);
    }

    private static TemplateName name(Random random) {
        return new TemplateName(
                "n" + oneLine(random).replace("@", "") + "n", random.nextBoolean() ? 1 + random.nextInt(99) : null);
    }

    private static List<OwnTemplate> templates(Random random) {
        List<OwnTemplate> templates = new ArrayList<>();
        Set<TemplateName> seen = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            OwnTemplate template = new OwnTemplate(
                    name(random).name(),
                    1 + random.nextInt(9),
                    pick(random, List.of(TemplateRole.values())),
                    lines(random));
            if (seen.add(template.id())) {
                templates.add(template);
            }
        }
        return templates;
    }

    private static List<ModelRef> models(Random random) {
        return some(random, 4, () -> model(random));
    }

    private static ModelRef model(Random random) {
        return new ModelRef("e" + oneLine(random), oneLine(random) + "m");
    }

    private static CallSettings settings(Random random) {
        return new CallSettings(
                maybe(random, () -> lines(random)),
                maybe(random, () -> random.nextBoolean() ? random.nextDouble() * 2 : random.nextInt(3) * 0.5),
                maybe(random, () -> random.nextDouble() * (random.nextBoolean() ? 1 : 1e-9)),
                maybe(random, () -> 1 + random.nextInt(Integer.MAX_VALUE)),
                maybe(random, random::nextLong),
                some(random, 3, () -> lines(random) + "."),
                maybe(random, () -> 1 + random.nextInt(Integer.MAX_VALUE)));
    }

    private static Review review(Random random, boolean verifier) {
        Set<Arm> arms =
                pick(random, List.of(Set.of(Arm.ORIGINAL), Set.of(Arm.CORRECTED), Set.of(Arm.ORIGINAL, Arm.CORRECTED)));
        Review.By by = verifier && random.nextBoolean() ? Review.By.VERIFIER : Review.By.PERSON;
        return switch (random.nextInt(3)) {
            case 0 -> Review.NONE;
            case 1 -> new Review(new Review.Extent.All(), arms, by);
            default -> new Review(new Review.Extent.Share(Math.max(1e-12, random.nextDouble())), arms, by);
        };
    }

    private static Budget budget(Random random) {
        Money money = maybe(
                random,
                () -> new Money(
                        BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(Money.DECIMALS + 1)),
                        ODD.get(random.nextInt(5))));
        return new Budget(money, maybe(random, () -> 1 + random.nextLong(Long.MAX_VALUE - 1)));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> @Nullable T maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private static <T> List<T> some(Random random, int most, Supplier<T> value) {
        List<T> made = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            made.add(value.get());
        }
        return made;
    }

    private static String oneLine(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String part = pick(random, ODD);
            text.append(part.equals("\u2028") ? "" : part);
        }
        return text.toString();
    }

    private static String lines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(
                    switch (random.nextInt(5)) {
                        case 0 -> "\n";
                        case 1 -> random.nextInt(4) == 0 ? "\r\n" : "  ";
                        case 2 -> random.nextInt(4) == 0 ? "\t" : "word";
                        default -> pick(random, ODD);
                    });
        }
        return text.toString();
    }
}
