package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.domain.Schedule;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.delivery.journeys.domain.Recipient;
import dev.aisle.campaign.delivery.journeys.domain.Recurrence;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository.Standing;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lets the clock begin campaigns for people: their next moment is a row, so that nobody is looked for when it comes. */
@ApplicationScoped
public class StandOnSchedule {
    private final RunningCampaigns campaigns;
    private final RecipientRepository recipients;
    private final JourneyRepository journeys;
    private final InstantSource clock;

    StandOnSchedule(
            RunningCampaigns campaigns,
            RecipientRepository recipients,
            JourneyRepository journeys,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** Puts new people on every schedule that runs. In the caller's transaction, which has locked them. */
    public void stand(Collection<String> people) {
        if (!people.isEmpty()) {
            scheduled().forEach(definition -> stand(people, definition));
        }
    }

    /** Puts people on one. */
    public void stand(Collection<String> people, Definition definition) {
        Instant now = clock.instant();
        List<Standing> standing = recipients.of(people).entrySet().stream()
                .flatMap(one -> nextFor(definition, one.getValue().recipient(), now).stream()
                        .map(due ->
                                new Standing(one.getKey(), definition.campaign().id(), 0, due)))
                .toList();
        journeys.stand(standing, now);
    }

    /** Campaigns that the clock begins. */
    public List<Definition> scheduled() {
        return campaigns.now().stream()
                .filter(definition -> definition.trigger().type() == TriggerType.SCHEDULE)
                .toList();
    }

    /** The first moment after another one on somebody's clock, and not before the campaign's start; empty when none comes. */
    static Optional<Instant> nextFor(Definition definition, Recipient recipient, Instant after) {
        Schedule schedule = definition.campaign().schedule();
        Instant start = schedule.start();
        Instant from = start != null && start.isAfter(after) ? start.minusNanos(1) : after;
        return new Recurrence(Objects.requireNonNull(schedule.cron())).next(from, recipient.zoneOr(schedule.zone()));
    }
}
