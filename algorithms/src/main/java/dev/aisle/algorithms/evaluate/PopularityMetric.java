package dev.aisle.algorithms.evaluate;

/** What a list has to do with popularity; the value of a test is the mean over all people who were shown something. */
public enum PopularityMetric {
    /** Mean −log2 of the share of people who had the item. */
    NOVELTY("novelty") {
        @Override
        public double of(JudgedList list, int k, Catalogue catalogue) {
            double sum = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                sum += catalogue.surprise(list.item(rank));
            }
            return sum / list.shown(k);
        }
    },
    /** Mean number of people who had the item (ARP). */
    AVERAGE_POPULARITY("arp") {
        @Override
        public double of(JudgedList list, int k, Catalogue catalogue) {
            double sum = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                sum += catalogue.count(list.item(rank));
            }
            return sum / list.shown(k);
        }
    },
    /** Share of the list that is of the long tail (APLT). */
    LONG_TAIL_SHARE("aplt") {
        @Override
        public double of(JudgedList list, int k, Catalogue catalogue) {
            int tail = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                tail += catalogue.isTail(list.item(rank)) ? 1 : 0;
            }
            return (double) tail / list.shown(k);
        }
    },
    /**
     * Σ over hits of max(0, own − everybody's) / k, where own = (items + 1 − rank in the list) / items and everybody's is the same of the
     * item's rank by popularity.
     */
    SERENDIPITY("serendipity") {
        @Override
        public double of(JudgedList list, int k, Catalogue catalogue) {
            double sum = 0;
            for (int rank = 0; rank < list.shown(k); rank++) {
                double own = (catalogue.itemCount() - rank) / (double) catalogue.itemCount();
                sum += list.hit(rank) ? Math.max(0, own - catalogue.expectedness(list.item(rank))) : 0;
            }
            return sum / k;
        }
    };

    private final String label;

    PopularityMetric(String label) {
        this.label = label;
    }

    /** The name in reports, before {@code @k}. */
    public String label() {
        return label;
    }

    /**
     * The metric of one person.
     *
     * @param list with at least one item
     * @param k ≥ 1
     */
    public abstract double of(JudgedList list, int k, Catalogue catalogue);
}
