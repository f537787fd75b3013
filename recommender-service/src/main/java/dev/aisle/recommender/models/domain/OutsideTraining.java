package dev.aisle.recommender.models.domain;

import dev.aisle.recommender.models.checks.TrainingFigures;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a training outside of this service says of itself in the parameters of its model file: enough to check it, and to take it into the registry.
 *
 * @param trainer what trained, such as {@code spark 4.2.0}
 * @param readAt consents and erasures are those of this moment
 * @param figures of what was learned from; it doesn't know the catalogue, so none of its products counts as unknown
 */
public record OutsideTraining(String trainer, Instant readAt, Recipe recipe, TrainingFigures figures) {
    private static final String PREFIX = "outside.";
    private static final String TRAINER = PREFIX + "trainer";
    private static final String READ_AT = PREFIX + "readAt";
    private static final String PEOPLE = PREFIX + "people";
    private static final String ITEMS = PREFIX + "items";
    private static final String INTERACTIONS = PREFIX + "interactions";
    private static final String LARGEST_PERSON = PREFIX + "largestPerson";
    private static final String NEWEST = PREFIX + "newest";
    private static final String TYPE = PREFIX + "type.";
    private static final String SETTING = PREFIX + "recipe.";

    /** As parameters of a model file. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                TRAINER, trainer,
                READ_AT, readAt.toString(),
                PEOPLE, Integer.toString(figures.people()),
                ITEMS, Integer.toString(figures.items()),
                INTERACTIONS, Long.toString(figures.interactions()),
                LARGEST_PERSON, Double.toString(figures.largestPerson())));
        Instant newest = figures.newest();
        parameters.put(NEWEST, newest == null ? "" : newest.toString());
        figures.types().forEach((type, count) -> parameters.put(TYPE + type, Long.toString(count)));
        RecipeSettings.of(recipe).forEach((key, value) -> parameters.put(SETTING + key, value));
        return parameters;
    }

    /**
     * Reads it back.
     *
     * @return empty when the model was trained in this service
     * @throws IllegalArgumentException when something is missing or wrong
     */
    public static Optional<OutsideTraining> of(Map<String, String> parameters) {
        String trainer = parameters.get(TRAINER);
        if (trainer == null) {
            return Optional.empty();
        }
        try {
            Instant newest = Instant.parse(parameters.getOrDefault(NEWEST, ""));
            return Optional.of(new OutsideTraining(
                    trainer,
                    Instant.parse(parameters.getOrDefault(READ_AT, "")),
                    RecipeSettings.usualBut(under(SETTING, parameters)),
                    new TrainingFigures(
                            Integer.parseInt(parameters.getOrDefault(PEOPLE, "")),
                            Integer.parseInt(parameters.getOrDefault(ITEMS, "")),
                            Long.parseLong(parameters.getOrDefault(INTERACTIONS, "")),
                            Double.parseDouble(parameters.getOrDefault(LARGEST_PERSON, "")),
                            newest,
                            0,
                            types(parameters))));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("what its training says of itself is incomplete: " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> types(Map<String, String> parameters) {
        Map<String, Long> types = new HashMap<>();
        under(TYPE, parameters).forEach((type, count) -> types.put(type, Long.valueOf(count)));
        return types;
    }

    private static Map<String, String> under(String prefix, Map<String, String> parameters) {
        Map<String, String> found = new TreeMap<>();
        parameters.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
