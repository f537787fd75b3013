package dev.aisle.campaign.placements.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision in the database. */
@Entity
@Table(name = "decision")
class DecisionRow {
    @Id
    String id = "";

    String pseudonym = "";
    String placement = "";

    @Column(name = "campaign_id")
    @Nullable
    String campaignId;

    @Column(name = "campaign_version")
    @Nullable
    Integer campaignVersion;

    @Nullable
    String variation;

    boolean holdout;
    double propensity;

    @Column(name = "request_hash")
    String requestHash = "";

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    String answer = "";

    @Nullable
    String trace;
}
