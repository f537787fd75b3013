package dev.aisle.campaign.experiments.domain;

import java.time.Instant;

/** What a person was given before: kept over log-ins, smaller coverage and other targets. */
public record Assigned(String experiment, int phase, String pseudonym, String variation, Instant at) {}
