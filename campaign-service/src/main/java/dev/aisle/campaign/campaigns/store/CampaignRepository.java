package dev.aisle.campaign.campaigns.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.Campaign;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Campaigns by id and version. */
@ApplicationScoped
public class CampaignRepository {
    private static final String NEWEST =
            "version = (select max(other.version) from CampaignRow other where other.id = campaign.id)";

    private final Rows rows;
    private final ObjectMapper json;

    CampaignRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CampaignRow, CampaignKey> {}

    /** The newest version of each campaign, by id. */
    public List<Campaign> newest() {
        return rows.list("from CampaignRow campaign where " + NEWEST + " order by id").stream()
                .map(this::toCampaign)
                .toList();
    }

    /** The newest version of one campaign. */
    public Optional<Campaign> newest(String id) {
        return rows.find("from CampaignRow campaign where id = ?1 and " + NEWEST, id)
                .firstResultOptional()
                .map(this::toCampaign);
    }

    /** Writes a version, over what was there of the same version. */
    public void put(Campaign campaign) {
        CampaignRow row = new CampaignRow();
        row.id = campaign.id();
        row.version = campaign.version();
        row.kind = campaign.kind().code();
        row.status = campaign.status().code();
        row.priority = campaign.priority();
        row.holdoutShare = campaign.holdoutShare();
        row.audienceSegment = campaign.audience();
        row.definition = write(campaign);
        rows.getEntityManager().merge(row);
    }

    private String write(Campaign campaign) {
        try {
            return json.writeValueAsString(campaign);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(campaign.reference() + " can't be written as JSON", e);
        }
    }

    private Campaign toCampaign(CampaignRow row) {
        try {
            return json.readValue(row.definition, Campaign.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored definition of " + row.id + " is not a campaign", e);
        }
    }
}
