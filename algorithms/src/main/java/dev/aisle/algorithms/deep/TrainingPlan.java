package dev.aisle.algorithms.deep;

/**
 * How a network is trained.
 *
 * @param epochs at most, ≥ 1; the weights of the best one on the validation part are kept
 * @param patience epochs without a better one after which it ends, ≥ 1
 * @param batch places in sessions that are learned from in a step, about; ≥ 1
 * @param rate of Adam, &gt; 0
 * @param dropout share of numbers that are left out at random, 0 ≤ dropout &lt; 1
 * @param objective what is minimised
 * @param seed of whatever is drawn
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma, Ba 2015 (Adam)</a>
 */
public record TrainingPlan(
        int epochs, int patience, int batch, float rate, float dropout, Objective objective, long seed) {

    /** What is minimised. */
    public enum Objective {
        /** Cross-entropy of the next item among all items. */
        SOFTMAX,
        /** {@code (σ(score) − y)²}: 1 for the next item, 0 for others drawn at random. */
        SQUARED,
        /** {@code −ln σ(score of the next item − score of another one)}. */
        RANKING
    }

    /** Checks the numbers. */
    public TrainingPlan {
        if (epochs < 1 || patience < 1 || batch < 1 || !(rate > 0) || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "expected epochs, patience, batch ≥ 1, rate > 0 and 0 ≤ dropout < 1; was epochs=" + epochs
                            + ", patience=" + patience + ", batch=" + batch + ", rate=" + rate + ", dropout="
                            + dropout);
        }
    }

    /** What did well on validation parts. */
    public static TrainingPlan withDefaults() {
        return new TrainingPlan(40, 3, 512, 0.002f, 0.3f, Objective.SOFTMAX, 1);
    }
}
