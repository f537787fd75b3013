package dev.aisle.recommender.models.domain;

import java.util.List;

/** How much each source counts in a list for a person. */
public record Mix(
        float similar,
        float boughtTogether,
        float sessions,
        float factors,
        float popularInCategory,
        float popularity,
        float network) {
    /**
     * For most placements; chosen on two windows of the completejourney sample, and so that one view leads the list; see the README. Visits: chosen
     * on the demo shop and YooChoose, see docs/recommendations.md.
     */
    public static final Mix USUAL = new Mix(0.4f, 0f, 0.4f, 0.5f, 0.1f, 0.3f);
    /** Beside a cart: what completes it. */
    public static final Mix CART = new Mix(0.25f, 0.6f, 0.4f, 0.25f, 0f, 0.05f);

    /** The sources that need nothing but a model, in the order in which they are added. */
    static final List<Source> OF_MODEL = List.of(
            Source.SIMILAR, Source.BOUGHT_TOGETHER, Source.SESSIONS, Source.FACTORS, Source.POPULARITY, Source.NETWORK);

    /** A mix without a network. */
    public Mix(
            float similar,
            float boughtTogether,
            float sessions,
            float factors,
            float popularInCategory,
            float popularity) {
        this(similar, boughtTogether, sessions, factors, popularInCategory, popularity, 0);
    }

    /** The same with a network that counts so much. */
    public Mix withNetwork(float weight) {
        return new Mix(similar, boughtTogether, sessions, factors, popularInCategory, popularity, weight);
    }

    /** The weight of a source; 0 of one that no mix has a weight for. */
    public float weight(Source source) {
        return switch (source) {
            case SIMILAR -> similar;
            case BOUGHT_TOGETHER -> boughtTogether;
            case SESSIONS -> sessions;
            case FACTORS -> factors;
            case POPULAR_IN_CATEGORY -> popularInCategory;
            case POPULARITY -> popularity;
            case NETWORK -> network;
            case CONTENT, DUE_AGAIN, POPULAR_IN_COUNTRY, POPULAR_ON_DEVICE, TRENDING, CATALOGUE, PICTURE -> 0;
        };
    }

    /** The blend of the parts that need nothing but a model. */
    public Blend blend(TrainedModel model, Asked asked) {
        return blend(new SourceScores(model, asked));
    }

    /** The same of scores that several mixes share. */
    public Blend blend(SourceScores scores) {
        Blend blend = new Blend(scores.itemCount());
        for (Source source : OF_MODEL) {
            float weight = weight(source);
            if (weight > 0) {
                blend.add(source, scores.of(source), weight);
            }
        }
        return blend;
    }
}
