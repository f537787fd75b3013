package dev.aisle.privacy.consent.domain;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import java.time.Instant;

/** What a subject said about a purpose, and when. */
public record Statement(ExplicitStatus status, Instant at) {
    /** Whether the subject has already said no. */
    public boolean refuses() {
        return status == ExplicitStatus.DENY || status == ExplicitStatus.WITHDRAWN;
    }
}
