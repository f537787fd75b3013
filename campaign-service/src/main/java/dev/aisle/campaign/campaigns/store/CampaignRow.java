package dev.aisle.campaign.campaigns.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A version of a campaign; the definition is the whole of it, the other columns are for reports. */
@Entity
@Table(name = "campaign")
@IdClass(CampaignKey.class)
class CampaignRow {
    @Id
    String id = "";

    @Id
    int version;

    String kind = "";
    String status = "";
    int priority;

    @Column(name = "holdout_share")
    double holdoutShare;

    @Column(name = "audience_segment")
    @Nullable
    String audienceSegment;

    String definition = "";
}
