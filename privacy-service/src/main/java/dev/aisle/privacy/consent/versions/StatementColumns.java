package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement in its table. */
@Embeddable
public class StatementColumns {
    String status;
    Instant decidedAt;
    String noticeVersion;

    @Nullable
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected StatementColumns() {}

    StatementColumns(Statement statement) {
        this.status = statement.status().wireName();
        this.decidedAt = statement.at();
        this.noticeVersion = statement.notice();
        this.expiresAt = statement.until();
    }

    /** A status that this version of the service doesn't know counts as a refusal. */
    Statement toStatement() {
        return new Statement(
                ExplicitStatus.ofWireName(status).orElse(ExplicitStatus.DENY), decidedAt, noticeVersion, expiresAt);
    }
}
