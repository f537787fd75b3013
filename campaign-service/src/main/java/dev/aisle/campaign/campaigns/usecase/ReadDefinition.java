package dev.aisle.campaign.campaigns.usecase;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a version defines. */
@ApplicationScoped
public class ReadDefinition {
    private final CampaignRepository campaigns;

    ReadDefinition(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    /** A version, the newest when none is named; empty when there is no such one. */
    @Transactional
    public Optional<Definition> of(String id, @Nullable Integer version) {
        return campaigns
                .one(id)
                .flatMap(life -> campaigns.version(id, version == null ? life.newest() : version))
                .map(RunningCampaigns::parse);
    }
}
