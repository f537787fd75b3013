package dev.aisle.campaign.campaigns.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.domain.life.Life.State;
import dev.aisle.campaign.campaigns.domain.life.Step;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.campaign.campaigns.store.CampaignRepository;
import dev.aisle.platform.placements.Placements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Lets the campaigns run that a new shop begins with. One that is there already is the shop's own by now and stays as it is. */
@ApplicationScoped
public class PublishShipped {
    private static final String AUTHOR = "aisle";
    private static final String APPROVER = "configuration";

    private final CampaignRepository campaigns;
    private final CheckDefinition checkDefinition;
    private final SaveCampaign saveCampaign;
    private final DeedLog deeds;
    private final Placements placements;
    private final InstantSource clock;

    PublishShipped(
            CampaignRepository campaigns,
            CheckDefinition checkDefinition,
            SaveCampaign saveCampaign,
            DeedLog deeds,
            Placements placements,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.checkDefinition = checkDefinition;
        this.saveCampaign = saveCampaign;
        this.deeds = deeds;
        this.placements = placements;
        this.clock = clock;
    }

    /**
     * All of them or none, each at those of its placements that the shop has.
     *
     * @throws IllegalStateException when one can't be used
     */
    @Transactional
    public void publish(Map<String, JsonNode> definitions) {
        campaigns.lockAll();
        definitions.forEach((id, definition) -> {
            if (campaigns.one(id).isEmpty()) {
                publish(id, here(id, definition));
            }
        });
    }

    private JsonNode here(String id, JsonNode definition) {
        if (!definition.path("placements").isArray()) {
            return definition;
        }
        ObjectNode here = definition.deepCopy();
        ArrayNode declared = here.putArray("placements");
        definition.path("placements").forEach(placement -> {
            if (placements.declares(placement.asText())) {
                declared.add(placement);
            }
        });
        if (declared.isEmpty()) {
            throw new IllegalStateException("aisle.placements has none of the placements of the campaign " + id + ": "
                    + definition.path("placements") + "; take it out of aisle.campaign.shipped, or declare one");
        }
        return here;
    }

    private void publish(String id, JsonNode definition) {
        if (checkDefinition.check(id, 1, definition) instanceof Reading.Wrong wrong) {
            throw new IllegalStateException("The shipped campaign " + id + " can't be used: " + told(wrong.findings()));
        }
        Instant now = clock.instant();
        Life draft = new Life(id, State.DRAFT, null, 1, 1);
        saveCampaign.add(draft, definition, AUTHOR, "save", "shipped");
        campaigns.approve(id, 1, APPROVER, now);
        campaigns.put(draft.after(Step.APPROVE));
        deeds.note(id, new Deed(1, Step.APPROVE.code(), APPROVER, now, "aisle.campaign.shipped"));
    }

    private static String told(List<Finding> findings) {
        return String.join(
                "; ",
                findings.stream().map(one -> one.place() + " " + one.message()).toList());
    }
}
