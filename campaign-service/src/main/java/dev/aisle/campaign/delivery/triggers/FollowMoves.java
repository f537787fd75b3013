package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.delivery.journeys.domain.Journey.Begun;
import dev.aisle.campaign.delivery.journeys.usecase.JourneyWork;
import dev.aisle.campaign.people.FollowSegments.Announced;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.people.SegmentMove;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who entered or left a segment that a trigger names. */
@ApplicationScoped
public class FollowMoves {
    private static final String CONSUMER = "segment-triggers";
    private static final Set<TriggerType> ENTERING = Set.of(
            TriggerType.SEGMENT_ENTERED,
            TriggerType.FALLING_ALIVE,
            TriggerType.REPLENISHMENT_DUE,
            TriggerType.LOYALTY_STEP);

    private final Ledger ledger;
    private final Successors successors;
    private final ConsentAtUse consentAtUse;
    private final PersonRepository people;
    private final TriggeredCampaigns campaigns;
    private final InstantSource clock;

    FollowMoves(
            Ledger ledger,
            Successors successors,
            ConsentAtUse consentAtUse,
            PersonRepository people,
            TriggeredCampaigns campaigns,
            InstantSource clock) {
        this.ledger = ledger;
        this.successors = successors;
        this.consentAtUse = consentAtUse;
        this.people = people;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Takes a batch; moves that were handled before, and those that no trigger names, change nothing. */
    @Transactional
    public void follow(List<Announced> batch) {
        Map<TriggerType, List<Definition>> triggered = campaigns.now();
        List<Announced> named = batch.stream()
                .filter(one -> begun(triggered, one.move()).findAny().isPresent())
                .toList();
        if (named.isEmpty()) {
            return;
        }
        consentAtUse.catchUp(List.of());
        Set<String> fresh = ledger.firstSeen(
                CONSUMER, named.stream().map(Announced::changeId).toList());
        Map<String, String> moved = successors.among(
                named.stream().map(one -> one.move().pseudonym()).collect(Collectors.toSet()));
        List<Announced> usable = named.stream()
                .filter(one -> fresh.remove(one.changeId()))
                .map(one -> moved.containsKey(one.move().pseudonym())
                        ? new Announced(
                                one.changeId(),
                                one.move().under(moved.get(one.move().pseudonym())))
                        : one)
                .toList();
        Set<String> alive = people.lock(
                        usable.stream().map(one -> one.move().pseudonym()).toList())
                .keySet();
        JourneyWork work = campaigns.of(alive);
        usable.stream()
                .filter(one -> alive.contains(one.move().pseudonym()))
                .forEach(one -> begin(one, triggered, work));
        work.keep();
    }

    private void begin(Announced one, Map<TriggerType, List<Definition>> triggered, JourneyWork work) {
        SegmentMove move = one.move();
        Consent consent = consentAtUse.of(move.pseudonym());
        if (consent.allows(Purpose.PERSONALIZATION, clock.instant())) {
            begun(triggered, move)
                    .forEach(definition -> work.begin(
                            move.pseudonym(),
                            definition,
                            new Begun("segment:" + one.changeId(), null),
                            consent.version(),
                            move.changedAt()));
        }
    }

    private static Stream<Definition> begun(Map<TriggerType, List<Definition>> triggered, SegmentMove move) {
        return (move.entered() ? ENTERING : Set.of(TriggerType.SEGMENT_LEFT))
                .stream()
                        .flatMap(type -> triggered.getOrDefault(type, List.of()).stream())
                        .filter(definition -> move.segmentId()
                                .equals(definition.trigger().settings().get("segment")));
    }
}
