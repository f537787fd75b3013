package dev.aisle.privacy.rights.request.store;

import dev.aisle.algorithms.privacy.pii.StorableText;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when a request must be answered, and from when it may run. */
@Embeddable
public class TermColumns {
    String regulation;
    Instant requestedAt;
    Instant dueAt;
    Instant startsAt;

    @Nullable
    String extendedBecause;

    @Nullable
    Instant remindedAt;

    @SuppressWarnings("NullAway.Init")
    protected TermColumns() {}

    /** A term that nobody has extended. */
    public TermColumns(String regulation, Instant requestedAt, Instant dueAt, Instant startsAt) {
        this.regulation = regulation;
        this.requestedAt = requestedAt;
        this.dueAt = dueAt;
        this.startsAt = startsAt;
    }

    /** Under which law. */
    public String regulation() {
        return regulation;
    }

    /** When it was asked for. */
    public Instant requestedAt() {
        return requestedAt;
    }

    /** Until when it must be answered. */
    public Instant dueAt() {
        return dueAt;
    }

    /** From when it may run. */
    public Instant startsAt() {
        return startsAt;
    }

    /** Why there is more time; {@code null} when there isn't. */
    public @Nullable String extendedBecause() {
        return extendedBecause;
    }

    /** There is more time. */
    public void extend(Instant until, StorableText because) {
        dueAt = until;
        extendedBecause = because.text();
        remindedAt = null;
    }

    /** Somebody was reminded. */
    public void reminded(Instant at) {
        remindedAt = at;
    }
}
