package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.experiment.Sums;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people took the campaign, as the guard shows it. What too few people did is left out.
 *
 * @param contacts whom it reached, how often it was given, opened and followed
 * @param delivery messages by state
 * @param byNumber what came of the first, second … contact of each person
 * @param said how many people said what
 * @param stars on average; {@code null} when too few people gave any
 */
public record Responses(
        CountedContacts.Shown contacts,
        Map<String, Long> delivery,
        List<Nth> byNumber,
        Map<String, Long> said,
        @Nullable Double stars) {
    public Responses {
        delivery = Map.copyOf(delivery);
        byNumber = List.copyOf(byNumber);
        said = Map.copyOf(said);
    }

    /** People with an n-th contact, and which of them followed it; those from the last number on stand together. */
    public record Nth(int number, Sums followed) {
        /** How many people. */
        public long people() {
            return followed.n();
        }

        /** The share that followed it. */
        public double rate() {
            return followed.mean();
        }
    }
}
