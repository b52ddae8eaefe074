package dev.tracewright.exchange;

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
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a study plan in the order in which a person would tell it; what has no value is left out. */
final class StudyPlanWriter {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private StudyPlanWriter() {}

    static String text(StudyPlan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", StudyPlanFile.FORMAT);
        root.put("name", plan.name());
        root.put("seed", plan.seed());
        data(root.putObject("data"), plan.data());
        ArrayNode prompts = root.putArray("prompts");
        plan.prompts().forEach(prompt -> prompt(prompts.addObject(), prompt));
        if (!plan.templates().isEmpty()) {
            ArrayNode templates = root.putArray("templates");
            plan.templates().forEach(template -> template(templates.addObject(), template));
        }
        models(root.putObject("models"), plan.models());
        root.put("repetitions", plan.repetitions());
        ObjectNode settings = root.putObject("settings");
        settings(settings.putObject("delegation"), plan.delegation());
        settings(settings.putObject("solution"), plan.solution());
        review(root.putObject("review"), plan.review());
        budget(root.putObject("budget"), plan.budget());
        return MAPPER.writeValueAsString(root);
    }

    private static void data(ObjectNode node, DataSelection data) {
        switch (data.source()) {
            case Source.Session(String dataset) -> node.put("session", dataset);
            case Source.Bundled(String dataset) -> node.put("bundled", dataset);
            case Source.File(String path, var columns) -> {
                node.put("file", path);
                if (!columns.isEmpty()) {
                    ObjectNode named = node.putObject("columns");
                    columns.forEach(named::put);
                }
            }
        }
        switch (data.sample()) {
            case Sample.All() -> node.put("sample", "all");
            case Sample.First(int count) -> node.putObject("sample").put("first", count);
            case Sample.Random(int count) -> node.putObject("sample").put("random", count);
            case Sample.Range(int from, int to) ->
                node.putObject("sample").putArray("range").add(from).add(to);
        }
        texts(node, "levels", data.levels());
        texts(node, "subjects", data.subjects());
    }

    private static void texts(ObjectNode node, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = node.putArray(key);
            texts.forEach(list::add);
        }
    }

    private static void prompt(ObjectNode node, StudyPrompt prompt) {
        node.put("approach", prompt.approach().key());
        if (prompt.delegation() != null) {
            node.put("delegation", prompt.delegation().toString());
        }
        node.put("template", prompt.template().toString());
    }

    private static void template(ObjectNode node, OwnTemplate template) {
        node.put("name", template.name());
        node.put("version", template.version());
        node.put("role", template.role().key());
        node.put("text", template.text());
    }

    private static void models(ObjectNode node, StudyModels models) {
        ArrayNode delegators = node.putArray("delegators");
        models.delegators().forEach(model -> model(delegators.addObject(), model));
        ArrayNode solvers = node.putArray("solvers");
        models.solvers().forEach(model -> model(solvers.addObject(), model));
        node.put("reflexive", models.reflexive());
        if (models.verifier() != null) {
            model(node.putObject("verifier"), models.verifier());
        }
    }

    private static void model(ObjectNode node, ModelRef model) {
        node.put("endpoint", model.endpoint());
        node.put("model", model.model());
    }

    private static void settings(ObjectNode node, CallSettings settings) {
        if (settings.system() != null) {
            node.put("system", settings.system());
        }
        if (settings.temperature() != null) {
            node.put("temperature", settings.temperature());
        }
        if (settings.topP() != null) {
            node.put("top-p", settings.topP());
        }
        if (settings.maxTokens() != null) {
            node.put("max-tokens", settings.maxTokens());
        }
        if (settings.seed() != null) {
            node.put("seed", settings.seed());
        }
        texts(node, "stop", settings.stop());
        if (settings.context() != null) {
            node.put("context", settings.context());
        }
    }

    private static void review(ObjectNode node, Review review) {
        switch (review.extent()) {
            case Review.Extent.None() -> node.put("steps", "none");
            case Review.Extent.All() -> node.put("steps", "all");
            case Review.Extent.Share(double share) -> node.putObject("steps").put("share", share);
        }
        ArrayNode arms = node.putArray("arms");
        review.arms().stream().sorted().map(Arm::key).forEach(arms::add);
        if (review.by() != Review.By.PERSON) {
            node.put("by", review.by().key());
        }
    }

    private static void budget(ObjectNode node, Budget budget) {
        Money money = budget.money();
        if (money != null) {
            node.put("money", money.amount());
            node.put("currency", money.currency());
        }
        if (budget.tokens() != null) {
            node.put("tokens", budget.tokens());
        }
    }
}
