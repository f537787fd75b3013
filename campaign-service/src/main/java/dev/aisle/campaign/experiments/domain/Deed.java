package dev.aisle.campaign.experiments.domain;

import java.time.Instant;

/**
 * Who did what with an experiment.
 *
 * @param phase that ran then; 0 before the first
 * @param deed {@code save}, {@code start}, {@code ramp}, {@code phase}, {@code stop}, {@code conclude}
 * @param actor the subject of the token
 * @param note what they said of it
 */
public record Deed(int phase, String deed, String actor, Instant at, String note) {}
