package dev.aisle.training.spark;

import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.outside.GivenOptions;
import java.util.Set;
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
        GivenOptions given = GivenOptions.parse(KNOWN, arguments);
        String master = given.or("--master", "");
        return new Options(
                given.required("--archive"),
                given.required("--learners"),
                given.required("--out"),
                given.recipe(),
                master.isEmpty() ? null : master,
                partitions(given.or("--partitions", "0")));
    }

    private static int partitions(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--partitions: expected 0 to 99999, was " + text);
        }
        return Integer.parseInt(text);
    }
}
