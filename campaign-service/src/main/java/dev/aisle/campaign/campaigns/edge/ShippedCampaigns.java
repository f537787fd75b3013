package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.InvalidCampaignException;
import dev.aisle.campaign.campaigns.usecase.PublishCampaigns;
import dev.aisle.campaign.shared.CampaignSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Publishes the campaigns that ship with the service. One that can't be read ends the start. */
@ApplicationScoped
class ShippedCampaigns {
    private final PublishCampaigns publishCampaigns;
    private final CampaignSettings settings;
    private final ObjectMapper json;

    ShippedCampaigns(PublishCampaigns publishCampaigns, CampaignSettings settings, ObjectMapper json) {
        this.publishCampaigns = publishCampaigns;
        this.settings = settings;
        this.json = json;
    }

    void publish(@Observes StartupEvent event) {
        List<Campaign> shipped = settings.shipped().stream().map(this::read).toList();
        publishCampaigns.publish(shipped);
    }

    private Campaign read(String name) {
        String file = "campaigns/" + name + ".json";
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("aisle.campaign.shipped names " + name + ", but there is no " + file);
            }
            return json.readValue(content, CampaignDocument.class).toCampaign();
        } catch (IOException | InvalidCampaignException e) {
            throw new IllegalStateException(file + " is not a campaign: " + e.getMessage(), e);
        }
    }
}
