package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.feedback.domain.SaidByPerson;
import dev.aisle.campaign.feedback.domain.Wishes;
import dev.aisle.campaign.people.domain.Person;
import dev.aisle.campaign.people.store.ItemRepository;
import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.campaign.people.store.SegmentRepository;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.Situation;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds out about the person and chooses a campaign. Reads only; what it chose is recorded later, or not at all. */
@ApplicationScoped
public class ChooseCampaign {
    private final RunningCampaigns campaigns;
    private final PersonRepository people;
    private final SegmentRepository segments;
    private final ItemRepository items;
    private final DecisionRepository decisions;
    private final Wishes wishes;
    private final CampaignSettings settings;
    private final InstantSource clock;

    ChooseCampaign(
            RunningCampaigns campaigns,
            PersonRepository people,
            SegmentRepository segments,
            ItemRepository items,
            DecisionRepository decisions,
            Wishes wishes,
            CampaignSettings settings,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.people = people;
        this.segments = segments;
        this.items = items;
        this.decisions = decisions;
        this.wishes = wishes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was chosen, and on what grounds.
     *
     * @param policyVersion the campaigns that could have been chosen, in their versions
     */
    public record Plan(Situation situation, Choice choice, String policyVersion) {}

    /** Chooses as of now. */
    @Transactional
    public Plan choose(DecisionRequest request) {
        Instant now = clock.instant();
        SaidByPerson said = wishes.of(request.subject());
        List<Campaign> running = campaigns.deciding().stream()
                .filter(campaign -> campaign.runsAt(request.placement(), now) && said.wants(campaign.id()))
                .map(said::lowered)
                .toList();
        Situation situation =
                new Situation(request, person(request.subject(), now), shown(request.subject(), running, now), now);
        String policyVersion = running.stream().map(Campaign::reference).collect(Collectors.joining(","));
        return new Plan(situation, Choice.of(running, situation), policyVersion);
    }

    private Person person(String subject, Instant now) {
        return new Person(
                segments.of(subject),
                people.purchases(subject),
                items.recent(subject, now.minus(settings.recentFor())));
    }

    private Map<String, List<Instant>> shown(String subject, List<Campaign> running, Instant now) {
        return running.stream()
                .map(Campaign::frequencyCap)
                .filter(Objects::nonNull)
                .map(FrequencyCap::window)
                .max(Comparator.<Duration>naturalOrder())
                .map(longest -> decisions.shown(subject, now.minus(longest)))
                .orElse(Map.of());
    }
}
