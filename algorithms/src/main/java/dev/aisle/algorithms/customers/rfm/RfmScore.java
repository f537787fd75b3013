package dev.aisle.algorithms.customers.rfm;

/**
 * A customer's three scores, 5 the best.
 *
 * @param recency 5 for those who bought last
 * @param frequency 5 for those who buy most often
 * @param money 5 for those who spend most
 */
public record RfmScore(int recency, int frequency, int money) {
    /** @throws IllegalArgumentException when a score isn't 1 to 5 */
    public RfmScore {
        if (!valid(recency) || !valid(frequency) || !valid(money)) {
            throw new IllegalArgumentException(
                    "scores: expected 1 to 5, was " + recency + ", " + frequency + ", " + money);
        }
    }

    private static boolean valid(int score) {
        return score >= 1 && score <= ScoreBands.QUINTILES;
    }

    /** The scores side by side, such as 555. */
    public String cell() {
        return "" + recency + frequency + money;
    }

    /** The usual name of the cell's corner; the first rule that fits. */
    public RfmSegment segment() {
        if (recency >= 4 && frequency >= 4) {
            return RfmSegment.CHAMPIONS;
        }
        if (recency >= 3 && frequency >= 4) {
            return RfmSegment.LOYAL;
        }
        if (recency >= 4 && frequency >= 2) {
            return RfmSegment.POTENTIAL;
        }
        if (recency == 5) {
            return RfmSegment.NEW;
        }
        if (recency <= 2) {
            return frequency >= 3 ? RfmSegment.AT_RISK : RfmSegment.HIBERNATING;
        }
        return RfmSegment.NEED_ATTENTION;
    }
}
