package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a subject said about a purpose, when, and after which notice.
 *
 * @param notice empty: unknown
 * @param until when a yes is over; {@code null}: not by itself
 */
public record Statement(
        ExplicitStatus status,
        Instant at,
        String notice,
        @Nullable Instant until) {
    /** A statement without notice or end. */
    public Statement(ExplicitStatus status, Instant at) {
        this(status, at, "", null);
    }

    /** Whether the subject has already said no. */
    public boolean refuses() {
        return status == ExplicitStatus.DENY || status == ExplicitStatus.WITHDRAWN;
    }

    /** Whether the subject said yes, be it over or not. */
    public boolean grants() {
        return status.grants();
    }

    /** What it counts as at a moment: a yes is over when its time is, and silence doesn't renew it. */
    public ExplicitStatus statusAt(Instant now) {
        return grants() && until != null && !now.isBefore(until) ? ExplicitStatus.EXPIRED : status;
    }

    /** The same, over from now on. */
    Statement expired(Instant now) {
        return new Statement(ExplicitStatus.EXPIRED, now, notice, null);
    }
}
