package dev.aisle.training.deep;

import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.deep.FeatureTerms;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a catalogue says of the products of an archive.
 *
 * @param features of the products of the archive, place by place
 * @param described how many of them the catalogue has
 */
record KnownProducts(ItemFeatures features, int described) {
    private static final int MOST_TERMS = 512;
    private static final ProductContent NOTHING = new ProductContent("", List.of(), "", null, Map.of());

    /** No catalogue was given. */
    static final KnownProducts NONE = new KnownProducts(ItemFeatures.NONE, 0);

    /**
     * Learns the terms of the products that were dealt with.
     *
     * @throws TrainingFailure when the catalogue says nothing that a network could learn from
     */
    static KnownProducts of(Map<String, ProductContent> catalogue, String... productIds) {
        int described =
                (int) Arrays.stream(productIds).filter(catalogue::containsKey).count();
        if (described == 0) {
            throw new TrainingFailure(
                    "The catalogue has none of the %,d products of the archive. Are its ids those of the events, such as %s?"
                            .formatted(productIds.length, productIds[0]));
        }
        ItemContent content = ProductContent.terms(Arrays.stream(productIds)
                .map(id -> catalogue.getOrDefault(id, NOTHING))
                .toList());
        ItemFeatures features = FeatureTerms.of(content, MOST_TERMS).rows(content);
        if (features.isEmpty()) {
            throw new TrainingFailure(
                    "No two products of the archive share a word of the title, a category, a brand, a price level or an attribute in the catalogue:"
                            + " there is nothing to learn from. Add one of them, or leave --catalogue out.");
        }
        return new KnownProducts(features, described);
    }
}
