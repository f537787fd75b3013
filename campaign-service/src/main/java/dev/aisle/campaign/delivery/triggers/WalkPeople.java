package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.delivery.journeys.domain.Journey.Begun;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import dev.aisle.campaign.delivery.journeys.usecase.JourneyWork;
import dev.aisle.campaign.delivery.journeys.usecase.StandOnSchedule;
import dev.aisle.campaign.delivery.triggers.WalkTable.Walk;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes to everybody whom something concerns that isn't about one person: a schedule that begins to run, a product's news. A page a transaction; a
 * restart goes on where it was.
 */
@ApplicationScoped
class WalkPeople {
    private static final int PAGE = 500;

    private final WalkTable walks;
    private final RecipientRepository recipients;
    private final PersonRepository people;
    private final TriggeredCampaigns campaigns;
    private final StandOnSchedule standOnSchedule;
    private final ConsentAtUse consentAtUse;
    private final CampaignSettings settings;
    private final InstantSource clock;

    WalkPeople(
            WalkTable walks,
            RecipientRepository recipients,
            PersonRepository people,
            TriggeredCampaigns campaigns,
            StandOnSchedule standOnSchedule,
            ConsentAtUse consentAtUse,
            CampaignSettings settings,
            InstantSource clock) {
        this.walks = walks;
        this.recipients = recipients;
        this.people = people;
        this.campaigns = campaigns;
        this.standOnSchedule = standOnSchedule;
        this.consentAtUse = consentAtUse;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a walk for each version with a schedule that runs and had none yet. */
    @Transactional
    public void begin() {
        standOnSchedule
                .scheduled()
                .forEach(definition -> walks.begin(
                        TriggerType.SCHEDULE.code(), definition.campaign().reference(), 0, Instant.EPOCH));
    }

    /** A page of one walk. @return false when there is none to walk */
    @Transactional
    public boolean page() {
        Optional<Walk> open = consentAtUse.known() ? walks.open() : Optional.empty();
        open.ifPresent(this::page);
        return open.isPresent();
    }

    private void page(Walk walk) {
        boolean schedule = walk.kind().equals(TriggerType.SCHEDULE.code());
        List<String> page = schedule ? schedule(walk) : product(walk);
        if (page.size() == PAGE) {
            walks.goOn(walk, page.getLast());
        } else if (schedule) {
            walks.done(walk);
        } else {
            walks.remove(walk);
        }
    }

    private List<String> schedule(Walk walk) {
        Optional<Definition> definition = standOnSchedule.scheduled().stream()
                .filter(one -> one.campaign().reference().equals(walk.about()))
                .findFirst();
        if (definition.isEmpty()) {
            return List.of();
        }
        List<String> page = recipients.page(walk.reached(), PAGE);
        standOnSchedule.stand(people.lock(page).keySet(), definition.get());
        return page;
    }

    private List<String> product(Walk walk) {
        TriggerType type = TriggerType.of(walk.kind()).orElseThrow();
        List<Definition> definitions = campaigns.now().getOrDefault(type, List.of()).stream()
                .filter(one -> walk.share() >= leastOf(one))
                .toList();
        Instant now = clock.instant();
        if (definitions.isEmpty()) {
            return List.of();
        }
        List<String> page = walks.interested(walk.about(), walk.reached(), now.minus(settings.recentFor()), PAGE);
        Set<String> alive = people.lock(page).keySet();
        JourneyWork work = campaigns.of(alive);
        Begun begun = new Begun(walk.kind() + ":" + walk.about() + ":" + walk.at(), walk.about());
        for (String person : alive) {
            Consent consent = consentAtUse.of(person);
            if (consent.allows(Purpose.PERSONALIZATION, now)) {
                definitions.forEach(one -> work.begin(person, one, begun, consent.version(), now));
            }
        }
        work.keep();
        return page;
    }

    private static double leastOf(Definition definition) {
        return Double.parseDouble(definition.trigger().settings().getOrDefault("atLeast", "0"));
    }
}
