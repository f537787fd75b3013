package dev.aisle.profile.models;

import java.time.Instant;

/**
 * A model.
 *
 * @param version 1 for the first of its kind, one more for each later one
 * @param fittedAt when the job read people
 * @param people about how many it rests on, rounded as counts of people are told
 */
public record Model(ModelKind kind, long version, Instant fittedAt, long people, Parameters parameters)
        implements StoredModel {}
