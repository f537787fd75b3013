package dev.aisle.campaign.experiments.metrics;

import dev.aisle.platform.consent.SeenConsent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An event, as far as metrics can ask about it.
 *
 * @param id the event's identity
 * @param session empty when it has none
 * @param type as in the contract: {@code PURCHASE}
 * @param texts fields that conditions compare, each with all its values (an order has several categories)
 * @param numbers fields that can be summed
 * @param currency of the amounts; empty when there are none
 */
public record Occurrence(
        String id,
        SeenConsent seen,
        String session,
        String type,
        Instant at,
        Map<String, List<String>> texts,
        Map<String, BigDecimal> numbers,
        String currency) {
    public Occurrence {
        texts = Map.copyOf(texts);
        numbers = Map.copyOf(numbers);
    }
}
