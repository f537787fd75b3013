package dev.aisle.training.spark;

import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.RecipeSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param archive folder of the event archive: a path, or a URI that Hadoop's file systems know
 * @param learners the list of who may be learned from
 * @param out the model file
 * @param master {@code null}: as spark-submit says
 * @param partitions parts that people and items are cut into; 0: two a core
 */
record Options(
        String archive,
        String learners,
        String out,
        Recipe recipe,
        @Nullable String master,
        int partitions) {
    static final String USAGE = """
            train --spark --archive DIR|URI --learners FILE|URI --out FILE|URI [--master MASTER] [--partitions N] [--recipe KEY=VALUE,…]

              --archive     folder of the event archive (docs/event-archive.md)
              --learners    who may be learned from, as GET /v1/models/learners of recommender-service tells it
              --out         the model file; appears whole or not at all
              --master      of Spark, such as local[2]; spark-submit says it otherwise
              --partitions  parts that people and items are cut into (two a core)
              --recipe      keys of aisle.training.recipe that aren't as usual, such as rank=64,visits.neighbours=0
            """;

    private static final Set<String> KNOWN =
            Set.of("--archive", "--learners", "--out", "--master", "--partitions", "--recipe");

    /** @throws IllegalArgumentException when an option is missing, unknown or wrong */
    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int place = 0; place < arguments.length; place += 2) {
            if (!KNOWN.contains(arguments[place])) {
                throw new IllegalArgumentException("there is no option " + arguments[place]);
            }
            if (place + 1 == arguments.length || arguments[place + 1].isBlank()) {
                throw new IllegalArgumentException(arguments[place] + " needs a value");
            }
            if (given.put(arguments[place], arguments[place + 1]) != null) {
                throw new IllegalArgumentException(arguments[place] + " was given twice");
            }
        }
        return new Options(
                required(given, "--archive"),
                required(given, "--learners"),
                required(given, "--out"),
                recipe(given.getOrDefault("--recipe", "")),
                given.get("--master"),
                partitions(given.getOrDefault("--partitions", "0")));
    }

    private static String required(Map<String, String> given, String option) {
        String value = given.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is missing");
        }
        return value;
    }

    private static int partitions(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--partitions: expected 0 to 99999, was " + text);
        }
        return Integer.parseInt(text);
    }

    private static Recipe recipe(String text) {
        Map<String, String> changes = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--recipe: expected KEY=VALUE, was " + pair);
            }
            changes.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return RecipeSettings.usualBut(changes);
    }
}
