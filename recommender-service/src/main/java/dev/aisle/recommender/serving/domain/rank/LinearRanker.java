package dev.aisle.recommender.serving.domain.rank;

import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code Σ_s weight_s · scaled_s}: with the weights of a {@link Mix} what {@link dev.aisle.recommender.models.domain.Blend} says, of the candidates only.
 * Content counts for products that the model doesn't know: for the others the mix was judged without it.
 */
@SuppressWarnings("EnumOrdinal") // numbers of one process, never stored
public final class LinearRanker implements Ranker {
    /** A new product that is as like as can be stands beside what half of the model's weight speaks for. */
    private static final float CONTENT_OF_NEW = 0.5f;

    private static final float DUE = 0.9f;

    /** What is popular among people of a country, or with a device, counts half as much as what is popular in the shop. */
    private static final float OF_GROUP = 0.5f;

    private static final Source[] SOURCES = Source.values();

    /** Of somebody who is known from other domains only: chosen on MovieLens, see docs/domains.md. */
    private static final float CONTENT_ACROSS = 0.1f;

    /** By the number of the source. */
    private final float[] weights = new float[SOURCES.length];

    private final boolean contentOfKnown;

    /** A ranker with these weights. */
    public LinearRanker(Map<Source, Float> weights) {
        this(weights, false);
    }

    private LinearRanker(Map<Source, Float> weights, boolean contentOfKnown) {
        weights.forEach((source, weight) -> this.weights[source.ordinal()] = weight);
        this.contentOfKnown = contentOfKnown;
    }

    /** The same for somebody who is known from other domains only: there descriptions speak for products that the model knows, too. */
    public static LinearRanker across(Mix mix) {
        return across(mix, CONTENT_ACROSS);
    }

    /** The same with this weight of descriptions. */
    public static LinearRanker across(Mix mix, float content) {
        Map<Source, Float> weights = weights(mix);
        weights.put(Source.CONTENT, content);
        return new LinearRanker(weights, true);
    }

    /** A ranker with the weights of a mix, and those of the sources that it has no weight for. */
    public static LinearRanker of(Mix mix) {
        return new LinearRanker(weights(mix));
    }

    private static Map<Source, Float> weights(Mix mix) {
        Map<Source, Float> weights = new EnumMap<>(Source.class);
        for (Source source : SOURCES) {
            weights.put(source, mix.weight(source));
        }
        weights.put(Source.POPULAR_IN_COUNTRY, OF_GROUP * mix.popularity());
        weights.put(Source.POPULAR_ON_DEVICE, OF_GROUP * mix.popularity());
        weights.put(Source.CONTENT, CONTENT_OF_NEW);
        weights.put(Source.DUE_AGAIN, DUE);
        return weights;
    }

    @Override
    public void rank(List<Candidate> candidates) {
        candidates.forEach(this::rank);
    }

    private void rank(Candidate candidate) {
        float sum = 0;
        float most = 0;
        Source mostly = Source.CATALOGUE;
        for (Source source : SOURCES) {
            float addend = addend(source, candidate);
            sum += addend;
            if (addend > most) {
                most = addend;
                mostly = source;
            }
        }
        candidate.ranked(sum, mostly);
    }

    /** What a source adds to a candidate's score. */
    public float addend(Source source, Candidate candidate) {
        boolean judgedWithout = source == Source.CONTENT && candidate.known() && !contentOfKnown;
        return judgedWithout ? 0 : weights[source.ordinal()] * candidate.scaled(source);
    }
}
