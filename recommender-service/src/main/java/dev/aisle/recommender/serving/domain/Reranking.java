package dev.aisle.recommender.serving.domain;

/**
 * How an order of candidates becomes a list.
 *
 * @param diversity how unlike each other the items are
 * @param caps how many of a kind there are at most
 * @param fairness what is shown although it isn't best
 * @param trend how much a recent rise counts: a factor of at most 1 + trend
 * @param includePurchased whether the list may hold what the person has bought
 */
public record Reranking(Diversity diversity, Caps caps, Fairness fairness, double trend, boolean includePurchased) {
    /** Caps and nothing else. */
    public static final Reranking USUAL = new Reranking(Diversity.NONE, Caps.USUAL, Fairness.NONE, 0, false);

    /** The order as it is. */
    public static final Reranking NONE = new Reranking(Diversity.NONE, Caps.NONE, Fairness.NONE, 0, false);

    /**
     * How unlike each other.
     *
     * @param share 0: by score only, 1: as different as possible
     */
    public record Diversity(double share, Method method) {
        /** By score only. */
        public static final Diversity NONE = new Diversity(0, Method.MMR);

        /** The ways to it. */
        public enum Method {
            /** Maximal marginal relevance: no item too like the nearest above. */
            MMR,
            /** Determinantal point process: all of the list together. */
            DPP
        }
    }

    /**
     * What is shown although it isn't best.
     *
     * @param longTailShare of each beginning of the list, at least, for what isn't among the best sellers that make 80 % of the demand
     * @param explorationShare chance of a place to go to something new
     * @param calibration 0: as it comes, 1: categories in the proportion of the person's history
     */
    public record Fairness(double longTailShare, double explorationShare, double calibration) {
        /** Nothing. */
        public static final Fairness NONE = new Fairness(0, 0, 0);
    }
}
