package dev.tracewright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The list of public data sets that comes with the program; a new one is an entry of its resource file. */
public final class PublicDatasets {
    private static final String RESOURCE = "public-datasets.json";

    private PublicDatasets() {}

    /** All of them, in the order in which they are shown. */
    public static List<PublicDataset> all() {
        try (InputStream json = Objects.requireNonNull(PublicDatasets.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            List<PublicDataset> all = new ArrayList<>();
            for (JsonNode entry : Json.MAPPER.readTree(json)) {
                all.add(new PublicDataset(
                        entry.path("name").asString(""),
                        entry.path("title").asString(""),
                        entry.path("problems").asInt(0),
                        entry.path("licence").asString(""),
                        entry.path("page").asString(""),
                        entry.path("address").asString(""),
                        entry.path("file").asString(""),
                        entry.has("bytes") ? entry.path("bytes").asLong() : null,
                        entry.path("sha256").asString("")));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
