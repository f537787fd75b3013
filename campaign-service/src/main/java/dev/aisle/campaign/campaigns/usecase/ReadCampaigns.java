package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads campaigns as they decide now. */
@ApplicationScoped
public class ReadCampaigns {
    private final CampaignRepository campaigns;

    ReadCampaigns(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    /** The newest version of each, by id. */
    @Transactional
    public List<Campaign> all() {
        return campaigns.newest();
    }

    /** The newest version of one. */
    @Transactional
    public Optional<Campaign> byId(String id) {
        return campaigns.newest(id);
    }
}
