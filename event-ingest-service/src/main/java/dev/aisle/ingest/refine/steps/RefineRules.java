package dev.aisle.ingest.refine.steps;

import dev.aisle.ingest.refine.values.Rates;
import java.time.Duration;
import java.util.Currency;
import java.util.function.Supplier;

/**
 * What the operator decides of refine.
 *
 * @param currency the shop's
 * @param rates the exchange rates of the moment
 * @param mostEventsPerMinute above it a person's events are flagged as a robot's
 * @param allowedLateness an event that is received later than that after it happened is late
 * @param sweepEvery how often it looks for what it needn't remember any more
 */
public record RefineRules(
        Currency currency,
        Supplier<Rates> rates,
        int mostEventsPerMinute,
        Duration allowedLateness,
        Duration sweepEvery) {}
