package dev.tracewright.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Servers of models as JSON, read and written by the same rules as the settings around them; a key is never among it. */
final class EndpointJson {
    private final List<String> corrected;

    /** @param corrected receives a sentence for each value that is corrected or left out */
    EndpointJson(List<String> corrected) {
        this.corrected = corrected;
    }

    List<Endpoint> read(@Nullable JsonNode json) {
        List<Endpoint> endpoints = new ArrayList<>();
        if (json == null || !json.isArray()) {
            return endpoints;
        }
        int number = 0;
        for (JsonNode entry : json) {
            number++;
            try {
                endpoints.add(endpoint(entry, number));
            } catch (SettingsException e) {
                corrected.add("Endpoint " + number + " was left out: " + e.getMessage());
            }
        }
        return endpoints;
    }

    /** Replaces the servers in {@code json}; what their entries held beyond what is known here stays. */
    static void write(List<Endpoint> endpoints, ObjectNode json) {
        JsonNode before = json.path("endpoints").deepCopy();
        ArrayNode entries = json.putArray("endpoints");
        for (Endpoint endpoint : endpoints) {
            ObjectNode entry = earlier(before, endpoint, entries);
            Allowance allowance = endpoint.allowance();
            entry.put("name", endpoint.name());
            entry.put("dialect", endpoint.dialect());
            entry.put("address", endpoint.address());
            ArrayNode models = entry.putArray("models");
            endpoint.models().forEach(models::add);
            entry.put("key", endpoint.key() == null ? null : endpoint.key().toString());
            entry.put("parallel", allowance.parallel());
            entry.put("requestsPerMinute", allowance.requestsPerMinute());
            entry.put("tokensPerMinute", allowance.tokensPerMinute());
            entry.put("priceIn", plain(allowance.priceIn()));
            entry.put("priceOut", plain(allowance.priceOut()));
            entry.put("currency", allowance.currency());
        }
    }

    private static ObjectNode earlier(JsonNode before, Endpoint endpoint, ArrayNode entries) {
        for (JsonNode entry : before) {
            if (entry instanceof ObjectNode object
                    && endpoint.name().equals(entry.path("name").asString(""))
                    && endpoint.address().equals(entry.path("address").asString(""))) {
                ObjectNode copy = object.deepCopy();
                entries.add(copy);
                return copy;
            }
        }
        return entries.addObject();
    }

    /** Prices are texts in the file, so that 0.1 stays 0.1 whoever reads it. */
    private static @Nullable String plain(@Nullable BigDecimal price) {
        return price == null ? null : price.toPlainString();
    }

    private Endpoint endpoint(JsonNode entry, int number) {
        List<String> models = new ArrayList<>();
        for (JsonNode model : entry.path("models")) {
            if (model.isString()) {
                models.add(model.stringValue());
            }
        }
        KeyReference key = null;
        if (entry.path("key").isString()) {
            try {
                key = KeyReference.parse(entry.path("key").stringValue());
            } catch (SettingsException e) {
                corrected.add("The key of endpoint " + number + " was left out: " + e.getMessage());
            }
        }
        String address = entry.path("address").asString("");
        return new Endpoint(
                entry.path("name").asString(address),
                entry.path("dialect").asString("openai"),
                address,
                models,
                key,
                allowance(entry, number));
    }

    /** A limit that cannot be understood is no reason to lose the server, but to say so: nothing limits it any more. */
    private Allowance allowance(JsonNode entry, int number) {
        try {
            return new Allowance(
                    whole(entry, "parallel"),
                    whole(entry, "requestsPerMinute"),
                    whole(entry, "tokensPerMinute"),
                    price(entry, "priceIn"),
                    price(entry, "priceOut"),
                    entry.path("currency").asString(Allowance.USUAL_CURRENCY));
        } catch (SettingsException e) {
            corrected.add("The limits and prices of endpoint " + number + " were left out: " + e.getMessage());
            return Allowance.USUAL;
        }
    }

    private static @Nullable Integer whole(JsonNode entry, String name) {
        JsonNode value = entry.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt()) {
            throw new SettingsException(name + " is no whole number.");
        }
        return value.intValue();
    }

    private static @Nullable BigDecimal price(JsonNode entry, String name) {
        JsonNode value = entry.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return new BigDecimal(value.asString(""));
        } catch (NumberFormatException e) {
            throw new SettingsException(name + " is no number.");
        }
    }
}
