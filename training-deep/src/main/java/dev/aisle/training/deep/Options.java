package dev.aisle.training.deep;

import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.outside.GivenOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param archive folder of the event archive
 * @param learners the list of who may be learned from
 * @param catalogue what products are; {@code null}: networks only know who took them
 * @param out the model file
 * @param networks that are tried; one of them at most is kept
 */
record Options(
        String archive,
        String learners,
        @Nullable String catalogue,
        String out,
        List<NetworkChoice> networks,
        Recipe recipe) {
    static final String USAGE = """
        train --deep --archive DIR --learners FILE --out FILE [--catalogue FILE] [--network NAME[:KEY=VALUE,…][;NAME…]]
          [--recipe KEY=VALUE,…]

          --archive   folder of the event archive (docs/event-archive.md)
          --learners  who may be learned from, as GET /v1/models/learners of recommender-service tells it
          --out       the model file; appears whole or not at all
          --catalogue what products are, so that new ones have a place: a JSON object a line with productId, title, category, brand,
                      price, currency, attributes, as GET /v1/models/products of recommender-service tells it
          --network   sasrec (usual), gru4rec, caser or cnn; keys width, window, layers, heads, horizontal, vertical, filters,
                      epochs, patience, batch, rate, dropout, seed, such as sasrec:width=32,epochs=10;
                      of several the one that gains most is kept
          --recipe    keys of aisle.training.recipe that aren't as usual, such as rank=64,visits.neighbours=0
        """;

    private static final Set<String> KNOWN =
            Set.of("--archive", "--learners", "--catalogue", "--out", "--network", "--recipe");

    Options {
        networks = List.copyOf(networks);
    }

    /** @throws IllegalArgumentException when an option is missing, unknown or wrong */
    static Options parse(String... arguments) {
        GivenOptions given = GivenOptions.parse(KNOWN, arguments);
        String catalogue = given.or("--catalogue", "");
        return new Options(
                given.required("--archive"),
                given.required("--learners"),
                catalogue.isEmpty() ? null : catalogue,
                given.required("--out"),
                Arrays.stream(given.or("--network", "sasrec").split(";", -1))
                        .map(NetworkChoice::parse)
                        .toList(),
                given.recipe());
    }
}
