package dev.tracewright.exchange;

import dev.tracewright.exchange.YamlNode.Keys;
import dev.tracewright.exchange.YamlNode.Scalar;
import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPrompt;
import dev.tracewright.experiment.TemplateName;
import dev.tracewright.experiment.TemplateRole;
import dev.tracewright.trace.Approach;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a study plan of the keys and values of its file. */
final class StudyPlanReader {
    private StudyPlanReader() {}

    /**
     * The plan of a file.
     *
     * @throws dev.tracewright.experiment.StudyPlanException when the parts are read but cannot be a plan
     */
    static StudyPlan plan(YamlNode document) throws YamlFaultException {
        YamlGroup plan = YamlGroup.of(document, "the plan", StudyPlanFile.KEYS.toArray(String[]::new));
        YamlNode format = plan.need("format");
        if (YamlGroup.integer(format, "format") != StudyPlanFile.FORMAT) {
            throw new YamlFaultException(
                    format.line(), "This version of the program reads plans of format " + StudyPlanFile.FORMAT + ".");
        }
        Long seed = plan.optionalLong("seed");
        YamlNode settings = plan.get("settings");
        YamlGroup roles = settings == null ? null : YamlGroup.of(settings, "settings", "delegation", "solution");
        YamlNode review = plan.get("review");
        YamlNode budget = plan.get("budget");
        return new StudyPlan(
                plan.text("name"),
                seed == null ? 0 : seed,
                data(plan.need("data")),
                YamlGroup.list(plan.need("prompts"), "prompts", StudyPlanReader::prompt),
                plan.list("templates", StudyPlanReader::template),
                models(plan.need("models")),
                plan.integer("repetitions", 1),
                settings(roles, "delegation"),
                settings(roles, "solution"),
                review == null ? Review.NONE : review(review),
                budget == null ? Budget.NONE : budget(budget));
    }

    private static DataSelection data(YamlNode node) throws YamlFaultException {
        YamlGroup data =
                YamlGroup.of(node, "data", "session", "bundled", "file", "columns", "sample", "levels", "subjects");
        String session = data.optionalText("session");
        String bundled = data.optionalText("bundled");
        String file = data.optionalText("file");
        YamlNode columns = data.get("columns");
        if ((session == null ? 0 : 1) + (bundled == null ? 0 : 1) + (file == null ? 0 : 1) != 1) {
            throw new YamlFaultException(
                    data.line(),
                    "data must say in exactly one of session, bundled and file where the problems come from.");
        }
        if (columns != null && file == null) {
            throw new YamlFaultException(data.line(), "The key 'columns' in data needs the key 'file'.");
        }
        Source source;
        if (file != null) {
            source = new Source.File(file, columns == null ? Map.of() : columns(columns));
        } else if (bundled != null) {
            source = new Source.Bundled(bundled);
        } else {
            source = new Source.Session(data.text("session"));
        }
        YamlNode sample = data.get("sample");
        return new DataSelection(
                source,
                sample == null ? new Sample.All() : sample(sample),
                data.list("levels", level -> YamlGroup.text(level, "levels")),
                data.list("subjects", subject -> YamlGroup.text(subject, "subjects")));
    }

    private static Map<String, String> columns(YamlNode node) throws YamlFaultException {
        if (!(node instanceof Keys keys)) {
            throw YamlGroup.wrong(node, "columns", "a group such as 'question: Problem'");
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (YamlNode.Entry entry : keys.entries()) {
            try {
                ColumnMapping.Meaning meaning = ColumnMapping.Meaning.ofKey(entry.key());
                columns.put(meaning.key(), YamlGroup.text(entry.value(), entry.key()));
            } catch (IllegalArgumentException e) {
                throw new YamlFaultException(entry.line(), String.valueOf(e.getMessage()));
            }
        }
        return columns;
    }

    private static Sample sample(YamlNode node) throws YamlFaultException {
        if (node instanceof Scalar scalar && scalar.text().equals("all")) {
            return new Sample.All();
        }
        YamlGroup sample = YamlGroup.of(node, "sample", "first", "range", "random");
        Integer first = sample.optionalInteger("first");
        Integer random = sample.optionalInteger("random");
        YamlNode range = sample.get("range");
        if ((first == null ? 0 : 1) + (random == null ? 0 : 1) + (range == null ? 0 : 1) != 1) {
            throw new YamlFaultException(
                    sample.line(), "sample must be all or have exactly one of the keys first, range and random.");
        }
        if (first != null) {
            return new Sample.First(first);
        }
        if (random != null) {
            return new Sample.Random(random);
        }
        List<Integer> ends = YamlGroup.list(sample.need("range"), "range", end -> YamlGroup.integer(end, "range"));
        if (ends.size() != 2) {
            throw new YamlFaultException(
                    sample.need("range").line(),
                    "'range' must have two numbers, the first and the last, as in [1, 100].");
        }
        return new Sample.Range(ends.getFirst(), ends.getLast());
    }

    private static StudyPrompt prompt(YamlNode node) throws YamlFaultException {
        YamlGroup prompt = YamlGroup.of(node, "a prompt", "approach", "delegation", "template");
        YamlNode delegation = prompt.get("delegation");
        return new StudyPrompt(
                named(prompt.need("approach"), "approach", Approach::ofKey),
                name(prompt.need("template"), "template"),
                delegation == null ? null : name(delegation, "delegation"));
    }

    private static TemplateName name(YamlNode node, String key) throws YamlFaultException {
        return said(node, YamlGroup.text(node, key), TemplateName::of);
    }

    private static OwnTemplate template(YamlNode node) throws YamlFaultException {
        YamlGroup template = YamlGroup.of(node, "a template", "name", "version", "role", "text");
        String name = template.text("name");
        int version = template.integer("version", 1);
        TemplateRole role = named(template.need("role"), "role", TemplateRole::ofKey);
        return said(node, template.text("text"), text -> new OwnTemplate(name, version, role, text));
    }

    private static StudyModels models(YamlNode node) throws YamlFaultException {
        YamlGroup models = YamlGroup.of(node, "models", "delegators", "solvers", "reflexive", "verifier");
        YamlNode verifier = models.get("verifier");
        return new StudyModels(
                models.list("delegators", StudyPlanReader::model),
                YamlGroup.list(models.need("solvers"), "solvers", StudyPlanReader::model),
                models.truth("reflexive", false),
                verifier == null ? null : model(verifier));
    }

    private static ModelRef model(YamlNode node) throws YamlFaultException {
        YamlGroup model = YamlGroup.of(node, "a model", "endpoint", "model");
        return new ModelRef(name(model, "endpoint"), name(model, "model"));
    }

    private static String name(YamlGroup model, String key) throws YamlFaultException {
        String name = model.text(key);
        if (name.isBlank()) {
            throw new YamlFaultException(model.need(key).line(), "'" + key + "' must be a name, but it is empty.");
        }
        return name;
    }

    private static CallSettings settings(@Nullable YamlGroup roles, String role) throws YamlFaultException {
        YamlNode node = roles == null ? null : roles.get(role);
        if (node == null) {
            return CallSettings.DEFAULT;
        }
        YamlGroup settings = YamlGroup.of(
                node,
                "settings of the " + role,
                "system",
                "temperature",
                "top-p",
                "max-tokens",
                "seed",
                "stop",
                "context");
        return new CallSettings(
                settings.optionalText("system"),
                settings.optionalDecimal("temperature"),
                settings.optionalDecimal("top-p"),
                settings.optionalInteger("max-tokens"),
                settings.optionalLong("seed"),
                settings.list("stop", stop -> YamlGroup.text(stop, "stop")),
                settings.optionalInteger("context"));
    }

    private static Review review(YamlNode node) throws YamlFaultException {
        YamlGroup review = YamlGroup.of(node, "review", "steps", "arms", "by");
        Review.Extent extent = extent(review.need("steps"));
        boolean none = extent instanceof Review.Extent.None;
        if (none && review.get("by") != null) {
            throw new YamlFaultException(review.line(), "The key 'by' in review needs steps to review.");
        }
        if (none && review.get("arms") == null) {
            return Review.NONE;
        }
        Set<Arm> arms = EnumSet.noneOf(Arm.class);
        arms.addAll(YamlGroup.list(review.need("arms"), "arms", arm -> named(arm, "arms", StudyPlanReader::arm)));
        YamlNode by = review.get("by");
        return new Review(extent, arms, by == null ? Review.By.PERSON : named(by, "by", StudyPlanReader::reviewer));
    }

    private static Review.Extent extent(YamlNode node) throws YamlFaultException {
        if (node instanceof Scalar scalar && scalar.text().equals("none")) {
            return new Review.Extent.None();
        }
        if (node instanceof Scalar scalar && scalar.text().equals("all")) {
            return new Review.Extent.All();
        }
        if (node instanceof Scalar) {
            throw new YamlFaultException(
                    node.line(), "'steps' in review must be none, all or a share, as in {share: 0.2}.");
        }
        YamlGroup share = YamlGroup.of(node, "steps", "share");
        return new Review.Extent.Share(Double.parseDouble(YamlGroup.decimal(share.need("share"), "share")));
    }

    private static Review.By reviewer(String key) {
        return Arrays.stream(Review.By.values())
                .filter(by -> by.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown reviewer '" + key + "'; known are person and verifier"));
    }

    private static Arm arm(String key) {
        return Arrays.stream(Arm.values())
                .filter(arm -> arm.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown arm '" + key + "'; known are original and corrected"));
    }

    private static Budget budget(YamlNode node) throws YamlFaultException {
        YamlGroup budget = YamlGroup.of(node, "budget", "money", "currency", "tokens");
        BigDecimal amount = budget.optionalAmount("money");
        String currency = budget.optionalText("currency");
        if ((amount == null) != (currency == null)) {
            throw new YamlFaultException(budget.line(), "The keys 'money' and 'currency' in budget need each other.");
        }
        Money money = amount == null ? null : said(node, amount, limit -> new Money(limit, budget.text("currency")));
        return new Budget(money, budget.optionalLong("tokens"));
    }

    /** Makes something that can refuse its value. */
    private interface Making<A, B> {
        B of(A value) throws YamlFaultException;
    }

    /** Passes a refusal, which is a sentence already, on with the line. */
    private static <A, B> B said(YamlNode node, A value, Making<A, B> making) throws YamlFaultException {
        try {
            return making.of(value);
        } catch (IllegalArgumentException e) {
            throw new YamlFaultException(node.line(), String.valueOf(e.getMessage()));
        }
    }

    /** Reads one of some names; a refusal says "unknown … 'x'; known are …". */
    private static <T> T named(YamlNode node, String key, Function<String, T> known) throws YamlFaultException {
        String name = YamlGroup.text(node, key);
        if (!name.equals(Shown.of(name))) {
            throw new YamlFaultException(node.line(), "'" + key + "' has the unknown value '" + Shown.of(name) + "'.");
        }
        try {
            return known.apply(name);
        } catch (IllegalArgumentException e) {
            throw new YamlFaultException(node.line(), "'" + key + "' cannot be read: " + e.getMessage() + ".");
        }
    }
}
