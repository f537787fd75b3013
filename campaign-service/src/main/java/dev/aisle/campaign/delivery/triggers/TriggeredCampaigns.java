package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.delivery.journeys.usecase.JourneyWork;
import dev.aisle.campaign.delivery.journeys.usecase.OpenJourneys;
import dev.aisle.campaign.delivery.journeys.usecase.Ways;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The running campaigns that send something, by what makes them begin, and the journeys through them. */
@ApplicationScoped
class TriggeredCampaigns {
    private final RunningCampaigns running;
    private final OpenJourneys openJourneys;

    TriggeredCampaigns(RunningCampaigns running, OpenJourneys openJourneys) {
        this.running = running;
        this.openJourneys = openJourneys;
    }

    /** As of now, in the caller's transaction. */
    Map<TriggerType, List<Definition>> now() {
        return running.now().stream()
                .filter(definition -> !Ways.of(definition).isEmpty())
                .collect(Collectors.groupingBy(
                        definition -> definition.trigger().type(),
                        () -> new EnumMap<>(TriggerType.class),
                        Collectors.toList()));
    }

    /** Returns the places of people on their way through them; the caller has locked these people. */
    JourneyWork of(Collection<String> people) {
        return openJourneys.of(people);
    }
}
