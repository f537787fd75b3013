package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.recommender.models.domain.Recipe.Visits;
import java.time.Duration;
import java.time.Instant;

/** Fits all parts of a model. The same interactions give the same model, bit for bit. */
public final class Learning {
    /** The name of all parts together, in a model file. */
    public static final String ALGORITHM = "aisle-recommender";

    private final Recipe recipe;
    private final ItemKnn similar;
    private final ItemKnn boughtTogether;
    private final ImplicitAls als;

    /** Fits with the usual settings. */
    public Learning() {
        this(Recipe.USUAL);
    }

    /** Fits with these settings. */
    public Learning(Recipe recipe) {
        this.recipe = recipe;
        this.similar = recipe.similar();
        this.boughtTogether = recipe.boughtTogether();
        this.als = recipe.als();
    }

    /**
     * Fits a model on what happened before a moment.
     *
     * @param until milliseconds since 1970
     */
    public TrainedModel fit(TrainingSet set, long until, Name name, TrainingProgress progress, Span span) {
        Interactions people = set.people(Long.MIN_VALUE, until);
        Popularity.Model popular = new Popularity(true)
                .fit(
                        set.aged(until, recipe.halfLife().toMillis()),
                        progress.stage(span.name("popularity"), span.at(0), span.at(0.05)));
        ItemKnn.Model neighbours = similar.fit(
                people.mapWeights(weight -> 1), progress.stage(span.name("item-knn"), span.at(0.05), span.at(0.3)));
        ItemKnn.Model baskets = boughtTogether.fit(
                set.baskets(until), progress.stage(span.name("bought-together"), span.at(0.3), span.at(0.4)));
        SessionNeighbours visits =
                visits(set, until, progress.stage(span.name("session-knn"), span.at(0.4), span.at(0.45)));
        Progress ofFactors = progress.stage(span.name("ials"), span.at(0.45), span.at(1));
        return new TrainedModel(
                name.version(),
                name.trainedAt(),
                origin(set, until),
                set.productIds(),
                popular,
                neighbours,
                baskets,
                als.fit(withMeanOne(people), ofFactors),
                visits,
                TrainedModel.Added.NOTHING);
    }

    private SessionNeighbours visits(TrainingSet set, long until, Progress progress) {
        Visits visits = recipe.visits();
        return visits.neighbours() == 0
                ? Visits.none(set.productIds().length)
                : visits.algorithm().fit(set.visits(until, Duration.ofMinutes(visits.gapMinutes())), progress);
    }

    private Origin origin(TrainingSet set, long until) {
        return Origin.of(ALGORITHM, recipe.parameters(), als.seed(), set.fingerprint(until));
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
