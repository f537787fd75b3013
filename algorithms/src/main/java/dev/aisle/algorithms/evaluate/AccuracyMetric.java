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
    /** 1 when anything was hit. */
    HIT_RATE("hr") {
        @Override
        public double of(JudgedList list, int k) {
            return list.hits(k) > 0 ? 1 : 0;
        }
    },
    /** Σ over hits of 1 / log2(rank + 1), divided by the same of a list that begins with min(k, relevant) hits. */
    NDCG("ndcg") {
        @Override
        public double of(JudgedList list, int k) {
            double gain = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                gain += list.hit(rank) ? discount(rank) : 0;
            }
            double ideal = 0;
            for (int rank = 0; rank < Math.min(k, list.relevant()); rank++) {
                ideal += discount(rank);
            }
            return gain / ideal;
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
    /** 1 / rank of the first hit, 0 without one. */
    MRR("mrr") {
        @Override
        public double of(JudgedList list, int k) {
            for (int rank = 0; rank < list.shown(k); rank++) {
                if (list.hit(rank)) {
                    return 1.0 / (rank + 1);
                }
            }
            return 0;
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

    private static double discount(int rank) {
        return 1 / (Math.log(rank + 2.0) / Math.log(2));
    }
}
