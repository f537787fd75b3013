package dev.aisle.recommender.interactions;

import org.jspecify.annotations.Nullable;

/**
 * Under which something was done, as far as it may be kept: the contract gives the country to personalisation, the device to it and to training.
 *
 * @param country ISO 3166-1 alpha-2; {@code null} when it isn't known
 * @param device {@code desktop}, {@code mobile}, {@code tablet} or {@code app}; {@code null} when it isn't known
 */
public record Circumstances(
        @Nullable String country, @Nullable String device) {
    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances(null, null);

    /** What of it these purposes allow to keep. */
    public Circumstances limitedTo(boolean personalization, boolean training) {
        return new Circumstances(personalization ? country : null, personalization || training ? device : null);
    }
}
