package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Weighting;
import java.time.Duration;
import java.time.Instant;

/** Fits all parts of a model. The same interactions give the same model, bit for bit. */
public final class Learning {
    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final int THREADS = 2;

    /** Sparse shops need much shrinkage and regularisation; chosen on the completejourney sample, see the README. */
    private final ItemKnn similar = new ItemKnn(100, 100, Weighting.NONE, false, THREADS);

    private final ItemKnn boughtTogether = new ItemKnn(50, 5, Weighting.NONE, false, THREADS);
    private final ImplicitAls als = new ImplicitAls(32, 10, 8f, 0.05f, 1f, 20_261_125L, THREADS);

    /**
     * Fits a model on what happened before a moment.
     *
     * @param until milliseconds since 1970
     */
    public TrainedModel fit(TrainingSet set, long until, Name name, TrainingProgress progress, Span span) {
        Interactions people = set.people(Long.MIN_VALUE, until);
        Popularity.Model popular = new Popularity(true)
                .fit(
                        set.aged(until, HALF_LIFE.toMillis()),
                        progress.stage(span.name("popularity"), span.at(0), span.at(0.05)));
        ItemKnn.Model neighbours = similar.fit(
                people.mapWeights(weight -> 1), progress.stage(span.name("item-knn"), span.at(0.05), span.at(0.3)));
        ItemKnn.Model baskets = boughtTogether.fit(
                set.baskets(until), progress.stage(span.name("bought-together"), span.at(0.3), span.at(0.4)));
        Progress ofFactors = progress.stage(span.name("ials"), span.at(0.4), span.at(1));
        return new TrainedModel(
                name.version(),
                name.trainedAt(),
                set.productIds(),
                popular,
                neighbours,
                baskets,
                als.fit(withMeanOne(people), ofFactors));
    }

    /** What regularisation means must not depend on whether a shop's people mostly view or mostly buy. */
    private static Interactions withMeanOne(Interactions people) {
        double sum = 0;
        for (int place = 0; place < people.size(); place++) {
            sum += people.weight(place);
        }
        double mean = sum / Math.max(1, people.size());
        return people.mapWeights(weight -> weight / mean);
    }

    /** How the model is called. */
    public record Name(String version, Instant trainedAt) {}

    /** The part of the whole training that a fit is. */
    public record Span(String label, double from, double to) {
        double at(double share) {
            return from + (to - from) * share;
        }

        String name(String part) {
            return label + " " + part;
        }
    }
}
