package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the journeys of people for what has happened to them. In the caller's transaction, which has locked these people. */
@ApplicationScoped
public class OpenJourneys {
    private final JourneyRepository journeys;
    private final FiringRepository firings;
    private final EnteredVersions versions;
    private final JourneySettings settings;
    private final InstantSource clock;

    OpenJourneys(
            JourneyRepository journeys,
            FiringRepository firings,
            EnteredVersions versions,
            JourneySettings settings,
            InstantSource clock) {
        this.journeys = journeys;
        this.firings = firings;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where they are on the way; what is done with it is kept by {@link JourneyWork#keep()}. */
    public JourneyWork of(Collection<String> people) {
        Map<String, List<Journey>> open = new HashMap<>();
        if (!people.isEmpty()) {
            journeys.waiting(people)
                    .forEach(one -> open.computeIfAbsent(one.pseudonym(), _ -> new ArrayList<>())
                            .add(one));
        }
        return new JourneyWork(open, journeys, firings, versions, settings.latest(), clock.instant());
    }
}
