package dev.aisle.algorithms.offers;

/**
 * What came of randomised offers: per person and arm how often it was shown and how often it was bought then. Arm 0 is no offer. Row-major
 * {@code people × arms} arrays, which stay the caller's. Nothing else of a person enters: no attribute, no stand-in of one.
 *
 * @param arms ≥ 2
 * @param shown ≥ 0, by chance alone
 * @param bought 0 to {@code shown}
 */
@SuppressWarnings("ArrayRecordComponent") // As of OfferTable: one row a person.
public record OfferTrials(int arms, int[] shown, int[] bought) {
    /** @throws IllegalArgumentException when counts don't fit together; the message names person and arm */
    public OfferTrials {
        if (arms < 2 || shown.length % arms != 0 || shown.length != bought.length) {
            throw new IllegalArgumentException("arms: expected at least 2, and as many counts a person in both; were "
                    + arms + ", " + shown.length + ", " + bought.length);
        }
        for (int n = 0; n < shown.length; n++) {
            if (bought[n] < 0 || bought[n] > shown[n]) {
                throw new IllegalArgumentException("person " + n / arms + ", arm " + n % arms
                        + ": expected bought from 0 to shown, were " + bought[n] + " of " + shown[n]);
            }
        }
    }

    /** How many people there are. */
    public int people() {
        return shown.length / arms;
    }
}
