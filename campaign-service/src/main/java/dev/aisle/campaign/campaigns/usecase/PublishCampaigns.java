package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Publishes campaigns; a version that is there already is written again. */
@ApplicationScoped
public class PublishCampaigns {
    private final CampaignRepository campaigns;

    PublishCampaigns(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    /** All of them or none. */
    @Transactional
    public void publish(Collection<Campaign> published) {
        published.forEach(campaigns::put);
    }
}
