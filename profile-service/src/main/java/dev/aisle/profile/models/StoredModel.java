package dev.aisle.profile.models;

import java.time.Instant;

/** A model as it stands in the table. */
public sealed interface StoredModel permits Model, UnreadableModel {
    ModelKind kind();

    /** 1 for the first of its kind, one more for each later one. */
    long version();

    /** When the job read people. */
    Instant fittedAt();

    /** About how many it rests on, rounded as counts of people are told. */
    long people();
}
