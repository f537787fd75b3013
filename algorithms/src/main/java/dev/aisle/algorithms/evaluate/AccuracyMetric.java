package dev.aisle.algorithms.evaluate;

/** How well a list meets what a person took; the value of a test is the mean over the people who took something. */
public enum AccuracyMetric {
    /** hits / k, also when fewer than k were shown. */
    PRECISION("precision") {
        @Override
        public double of(JudgedList list, int k) {
            return (double) list.hits(k) / k;
        }
    },
    /** hits / relevant. */
    RECALL("recall") {
        @Override
        public double of(JudgedList list, int k) {
            return (double) list.hits(k) / list.relevant();
        }
    },
    /** 1 when anything was hit; in a session that goes on, when the next item was. */
    HIT_RATE("hr") {
        @Override
        public double of(JudgedList list, int k) {
            return list.firstHit(k) >= 0 ? 1 : 0;
        }
    },
    /** Σ over hits of 1 / log2(rank + 1), divided by the same of a list that begins with min(k, relevant) hits. */
    NDCG("ndcg") {
        @Override
        public double of(JudgedList list, int k) {
            return ndcg(list, k, Discount.LOGARITHMIC);
        }
    },
    /** The same with 1 / max(1, log2 rank), where the first two ranks count alike; as Serenade and LensKit have it. */
    NDCG_OF_JARVELIN("ndcg_jarvelin") {
        @Override
        public double of(JudgedList list, int k) {
            return ndcg(list, k, Discount.JARVELIN);
        }
    },
    /** Σ over hits of the precision at their rank, divided by min(k, relevant). */
    MAP("map") {
        @Override
        public double of(JudgedList list, int k) {
            double sum = 0;
            int hits = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                if (list.hit(rank)) {
                    hits++;
                    sum += (double) hits / (rank + 1);
                }
            }
            return sum / Math.min(k, list.relevant());
        }
    },
    /** 1 / rank of the first hit, 0 without one; in a session that goes on, of the next item. */
    MRR("mrr") {
        @Override
        public double of(JudgedList list, int k) {
            int rank = list.firstHit(k);
            return rank < 0 ? 0 : 1.0 / (rank + 1);
        }
    },
    /** Hits among the first min(k, relevant) / relevant; with k ≥ relevant it is precision and recall in one. */
    R_PRECISION("rprecision") {
        @Override
        public double of(JudgedList list, int k) {
            return (double) list.hits(Math.min(k, list.relevant())) / list.relevant();
        }
    },
    /** Harmonic mean of this person's precision and recall; so the mean of F1s, not the F1 of the means. */
    F1("f1") {
        @Override
        public double of(JudgedList list, int k) {
            double precision = PRECISION.of(list, k);
            double recall = RECALL.of(list, k);
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    };

    private final String label;

    AccuracyMetric(String label) {
        this.label = label;
    }

    /** The name in reports, before {@code @k}. */
    public String label() {
        return label;
    }

    /**
     * The metric of one person.
     *
     * @param list with at least one relevant item
     * @param k ≥ 1
     */
    public abstract double of(JudgedList list, int k);

    private static double ndcg(JudgedList list, int k, Discount discount) {
        double gain = 0;
        for (int rank = 0; rank < list.shown(k); rank++) {
            gain += list.hit(rank) ? discount.at(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(k, list.relevant()); rank++) {
            ideal += discount.at(rank);
        }
        return gain / ideal;
    }
}
