package dev.aisle.campaign.experiments.metrics.facts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A number that an event adds to a measure.
 *
 * @param event the event's identity
 * @param measure its code
 * @param session empty when it has none
 */
record Fact(String event, String measure, String pseudonym, String session, BigDecimal value, Instant at) {}
