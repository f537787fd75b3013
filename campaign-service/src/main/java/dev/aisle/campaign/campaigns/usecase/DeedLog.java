package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Notes what was done with a campaign: in its own history, and for the audit log of privacy-service. */
@ApplicationScoped
class DeedLog {
    private final CampaignRepository campaigns;
    private final AuditTrail auditTrail;

    DeedLog(CampaignRepository campaigns, AuditTrail auditTrail) {
        this.campaigns = campaigns;
        this.auditTrail = auditTrail;
    }

    /** Says that a call changed nothing: what was locked for it is as it was. */
    void nothing() {
        auditTrail.nothingChanged();
    }

    /** Notes it in the caller's transaction. What somebody wrote about it stays in the history. */
    void note(String id, Deed deed) {
        campaigns.note(id, deed);
        auditTrail.record(
                "campaign.changed",
                deed.actor(),
                Map.of("campaign", id, "version", Integer.toString(deed.version()), "step", deed.deed()));
    }
}
