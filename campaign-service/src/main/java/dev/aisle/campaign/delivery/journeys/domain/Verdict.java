package dev.aisle.campaign.delivery.journeys.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a message that is due.
 *
 * @param rule that decided: {@code audience}, {@code quiet-hours}
 * @param until when to ask again, of {@link Outcome#POSTPONED} only
 */
public record Verdict(
        Outcome outcome, String rule, @Nullable Instant until) {
    /** Decided once and for all. */
    public Verdict(Outcome outcome, String rule) {
        this(outcome, rule, null);
    }
}
