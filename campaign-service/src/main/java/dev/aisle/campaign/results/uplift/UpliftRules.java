package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.results.uplift.model.FeatureAudit;
import dev.aisle.campaign.shared.CampaignSettings;
import jakarta.inject.Singleton;
import java.util.Set;

/** What learning, watching and measuring keep to. */
@Singleton
class UpliftRules {
    private final UpliftSettings settings;
    private final CampaignSettings campaignSettings;
    private final DecisionSettings decisionSettings;

    UpliftRules(UpliftSettings settings, CampaignSettings campaignSettings, DecisionSettings decisionSettings) {
        this.settings = settings;
        this.campaignSettings = campaignSettings;
        this.decisionSettings = decisionSettings;
    }

    /** How many people an arm needs by the settings. */
    int leastPeople() {
        return settings.leastPeople();
    }

    /** How many people an arm needs; never fewer than may be told of. */
    int leastLearned() {
        return Math.max(settings.leastPeople(), campaignSettings.threshold());
    }

    /** What keeps stand-ins out. */
    FeatureAudit audit() {
        return new FeatureAudit(
                settings.standInThreshold(),
                settings.protectedSegments().orElse(Set.of()),
                campaignSettings.threshold());
    }

    /** In which revenue counts. */
    String currency(Definition definition) {
        return definition.limits().value() == null
                ? decisionSettings.currency()
                : definition.limits().value().currency();
    }
}
