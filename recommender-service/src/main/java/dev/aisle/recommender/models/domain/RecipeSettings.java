package dev.aisle.recommender.models.domain;

import dev.aisle.recommender.models.domain.Recipe.Factors;
import dev.aisle.recommender.models.domain.Recipe.Visits;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A recipe as texts under the keys of {@code aisle.training.recipe}, for command lines and model files. */
public final class RecipeSettings {
    private RecipeSettings() {}

    /** All settings of a recipe. */
    public static Map<String, String> of(Recipe recipe) {
        Factors factors = recipe.factors();
        Visits visits = recipe.visits();
        Map<String, String> settings = new TreeMap<>();
        settings.put("half-life-days", Double.toString(recipe.halfLifeDays()));
        settings.put("similar-neighbours", Integer.toString(recipe.similarNeighbours()));
        settings.put("similar-shrinkage", Float.toString(recipe.similarShrinkage()));
        settings.put("together-neighbours", Integer.toString(recipe.togetherNeighbours()));
        settings.put("together-shrinkage", Float.toString(recipe.togetherShrinkage()));
        settings.put("rank", Integer.toString(factors.rank()));
        settings.put("iterations", Integer.toString(factors.iterations()));
        settings.put("unobserved", Float.toString(factors.unobserved()));
        settings.put("regularisation", Float.toString(factors.regularisation()));
        settings.put("seed", Long.toString(factors.seed()));
        settings.put("visits.gap-minutes", Integer.toString(visits.gapMinutes()));
        settings.put("visits.latest", Integer.toString(visits.latest()));
        settings.put("visits.neighbours", Integer.toString(visits.neighbours()));
        settings.put("visits.last", Integer.toString(visits.last()));
        return settings;
    }

    /**
     * The usual recipe with other settings.
     *
     * @throws IllegalArgumentException when a key is unknown or a value is none of its kind; names it
     */
    public static Recipe usualBut(Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(of(Recipe.USUAL));
        Set<String> unknown = new TreeSet<>(changes.keySet());
        unknown.removeAll(settings.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "recipe: there is no " + String.join(", ", unknown) + ", expected some of " + settings.keySet());
        }
        settings.putAll(changes);
        try {
            Recipe recipe = read(settings);
            recipe.parameters();
            return recipe;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "recipe: expected numbers, was " + changes + " (" + e.getMessage() + ")", e);
        }
    }

    private static Recipe read(Map<String, String> settings) {
        return new Recipe(
                Double.parseDouble(value(settings, "half-life-days")),
                Integer.parseInt(value(settings, "similar-neighbours")),
                Float.parseFloat(value(settings, "similar-shrinkage")),
                Integer.parseInt(value(settings, "together-neighbours")),
                Float.parseFloat(value(settings, "together-shrinkage")),
                new Factors(
                        Integer.parseInt(value(settings, "rank")),
                        Integer.parseInt(value(settings, "iterations")),
                        Float.parseFloat(value(settings, "unobserved")),
                        Float.parseFloat(value(settings, "regularisation")),
                        Long.parseLong(value(settings, "seed"))),
                new Visits(
                        Integer.parseInt(value(settings, "visits.gap-minutes")),
                        Integer.parseInt(value(settings, "visits.latest")),
                        Integer.parseInt(value(settings, "visits.neighbours")),
                        Integer.parseInt(value(settings, "visits.last"))));
    }

    private static String value(Map<String, String> settings, String key) {
        return settings.getOrDefault(key, "");
    }
}
