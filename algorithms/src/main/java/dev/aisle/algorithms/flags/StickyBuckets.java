package dev.aisle.algorithms.flags;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which variation a unit was given, so that it keeps it when weights change or it logs in. One document an identifier, as the specification has them. */
public final class StickyBuckets {
    /**
     * What an identifier was given.
     *
     * @param assignments {@code experiment__version} → key of the variation
     */
    public record Document(String attributeName, String attributeValue, Map<String, String> assignments) {
        /** Under which it is kept. */
        public String key() {
            return attributeName + "||" + attributeValue;
        }
    }

    /** What was found: a variation, or that an older version of the experiment keeps the unit out. */
    record Found(int variation, boolean blocked) {
        static final Found NONE = new Found(-1, false);
    }

    private final Map<String, Document> documents = new LinkedHashMap<>();

    /** Adds a document, in place of one of the same identifier. */
    public StickyBuckets with(Document document) {
        documents.put(document.key(), document);
        return this;
    }

    /** All documents, by their keys. */
    public Map<String, Document> documents() {
        return Map.copyOf(documents);
    }

    Found find(Fields experiment, FlagContext.Unit unit, FlagContext.Unit fallback) {
        Map<String, String> given = new HashMap<>();
        given.putAll(assignments(fallback));
        given.putAll(assignments(unit));
        String key = experiment.text("key", "");
        int least = experiment.whole("minBucketVersion", 0);
        if (IntStream.range(0, least).anyMatch(version -> given.containsKey(name(key, version)))) {
            return new Found(-1, true);
        }
        String variation = given.get(name(key, experiment.whole("bucketVersion", 0)));
        if (variation == null) {
            return Found.NONE;
        }
        return new Found(
                IntStream.range(0, experiment.list("meta").size())
                        .filter(n -> variation.equals(
                                Fields.of(experiment.list("meta").get(n)).text("key")))
                        .findFirst()
                        .orElse(-1),
                false);
    }

    private Map<String, String> assignments(FlagContext.Unit unit) {
        Document document = documents.get(unit.attribute() + "||" + PlainJson.text(unit.value()));
        return document == null ? Map.of() : document.assignments();
    }

    void keep(Fields experiment, FlagContext.Unit unit, String variation) {
        Map<String, String> assignments = new LinkedHashMap<>(assignments(unit));
        assignments.put(name(experiment.text("key", ""), experiment.whole("bucketVersion", 0)), variation);
        with(new Document(unit.attribute(), PlainJson.text(unit.value()), assignments));
    }

    private static String name(String experiment, int version) {
        return experiment + "__" + version;
    }
}
