package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import dev.aisle.campaign.campaigns.usecase.PublishShipped;
import dev.aisle.campaign.shared.CampaignSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Lets the campaigns run that a new shop begins with. One that can't be read ends the start. */
@ApplicationScoped
class ShippedCampaigns {
    private final PublishShipped publishShipped;
    private final CampaignSettings settings;
    private final DefinitionText texts;

    ShippedCampaigns(PublishShipped publishShipped, CampaignSettings settings, DefinitionText texts) {
        this.publishShipped = publishShipped;
        this.settings = settings;
        this.texts = texts;
    }

    void publish(@Observes StartupEvent event) {
        Map<String, JsonNode> shipped = new TreeMap<>();
        settings.shipped().forEach(name -> shipped.put(name, read(name)));
        publishShipped.publish(shipped);
    }

    private JsonNode read(String name) {
        String file = "campaigns/" + name + ".yaml";
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("aisle.campaign.shipped names " + name + ", but there is no " + file);
            }
            return texts.read(new String(content.readAllBytes(), StandardCharsets.UTF_8), true);
        } catch (IOException | UnreadableTextException e) {
            throw new IllegalStateException(file + " is not a campaign: " + e.getMessage(), e);
        }
    }
}
