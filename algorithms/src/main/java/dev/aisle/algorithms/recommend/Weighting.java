package dev.aisle.algorithms.recommend;

/** How interactions are weighted before similarities are taken. An item is a document whose words are its users; the mean square stays. */
public enum Weighting {
    /** As they are. */
    NONE,
    /** {@code √w · idf(user)}: who has nearly everything tells little. */
    TF_IDF,
    /** Okapi BM25 with k₁ = 1.2, b = 0.75. */
    BM25;

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    /** The same pairs under this weighting. */
    public Interactions apply(Interactions train) {
        return switch (this) {
            case NONE -> train;
            case TF_IDF -> scaled(tfIdf(train), train);
            case BM25 -> scaled(bm25(train), train);
        };
    }

    private static Interactions tfIdf(Interactions train) {
        float[] weights = new float[train.size()];
        for (int user = 0; user < train.userCount(); user++) {
            double idf = idf(train, user);
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                weights[p] = (float) (Math.sqrt(train.weight(p)) * idf);
            }
        }
        return train.withWeights(weights);
    }

    private static Interactions bm25(Interactions train) {
        double[] lengths = new double[train.itemCount()];
        double total = 0;
        for (int p = 0; p < train.size(); p++) {
            lengths[train.item(p)] += train.weight(p);
            total += train.weight(p);
        }
        double average = total / Math.max(1, train.itemCount());
        float[] weights = new float[train.size()];
        for (int user = 0; user < train.userCount(); user++) {
            double idf = idf(train, user);
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                double w = train.weight(p);
                double norm = 1 - B + B * lengths[train.item(p)] / average;
                weights[p] = (float) (w * (K1 + 1) / (K1 * norm + w) * idf);
            }
        }
        return train.withWeights(weights);
    }

    /** Gives the weights the mean square that they had before, so that one shrinkage means the same under every weighting. */
    private static Interactions scaled(Interactions weighted, Interactions before) {
        double factor = Math.sqrt(squares(before) / squares(weighted));
        return weighted.mapWeights(w -> factor * w);
    }

    private static double squares(Interactions train) {
        double sum = 0;
        for (int p = 0; p < train.size(); p++) {
            sum += (double) train.weight(p) * train.weight(p);
        }
        return sum;
    }

    /** {@code ln(1 + items / (1 + items of the user))}: always positive, so that no pair vanishes. */
    private static double idf(Interactions train, int user) {
        return Math.log1p(train.itemCount() / (1.0 + train.countOf(user)));
    }
}
