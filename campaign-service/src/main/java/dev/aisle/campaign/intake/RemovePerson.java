package dev.aisle.campaign.intake;

import dev.aisle.campaign.delivery.audiences.AudienceRepository;
import dev.aisle.campaign.delivery.feedback.FeedbackRepository;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import dev.aisle.campaign.delivery.messages.store.OpenMessages;
import dev.aisle.campaign.delivery.messages.store.Suppressions;
import dev.aisle.campaign.experiments.metrics.facts.FactRepository;
import dev.aisle.campaign.experiments.store.ExposureRepository;
import dev.aisle.campaign.offers.allocations.AllocationRepository;
import dev.aisle.campaign.offers.coupons.use.PersonCoupons;
import dev.aisle.campaign.people.ItemRepository;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.people.SegmentRepository;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.results.responses.ContactRepository;
import dev.aisle.platform.person.PersonHook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Removes everything of a person, with what belongs to it: the next exports take the person off the lists of advertising platforms, and what
 * was reserved of a coupon's budget is given back.
 */
@ApplicationScoped
class RemovePerson implements PersonHook {
    private final PersonRepository people;
    private final ItemRepository items;
    private final SegmentRepository segments;
    private final DecisionRepository decisions;
    private final OpenMessages messages;
    private final Suppressions suppressions;
    private final PersonCoupons coupons;
    private final JourneyRepository journeys;
    private final FiringRepository firings;
    private final RecipientRepository recipients;
    private final AllocationRepository allocations;
    private final AudienceRepository audiences;
    private final FeedbackRepository feedback;
    private final ContactRepository results;
    private final ExposureRepository exposures;
    private final FactRepository facts;
    private final InstantSource clock;

    RemovePerson(
            PersonRepository people,
            ItemRepository items,
            SegmentRepository segments,
            DecisionRepository decisions,
            OpenMessages messages,
            Suppressions suppressions,
            PersonCoupons coupons,
            JourneyRepository journeys,
            FiringRepository firings,
            RecipientRepository recipients,
            AllocationRepository allocations,
            AudienceRepository audiences,
            FeedbackRepository feedback,
            ContactRepository results,
            ExposureRepository exposures,
            FactRepository facts,
            InstantSource clock) {
        this.people = people;
        this.items = items;
        this.segments = segments;
        this.decisions = decisions;
        this.messages = messages;
        this.suppressions = suppressions;
        this.coupons = coupons;
        this.journeys = journeys;
        this.firings = firings;
        this.recipients = recipients;
        this.allocations = allocations;
        this.audiences = audiences;
        this.feedback = feedback;
        this.results = results;
        this.exposures = exposures;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void fence(String pseudonym) {
        people.fence(pseudonym, clock.instant());
    }

    /** Decisions are also what the frequency caps count. */
    @Override
    public Map<String, Long> remove(String pseudonym) {
        Map<String, Long> removed = new HashMap<>(Map.of(
                "items", items.remove(pseudonym),
                "segments", segments.remove(pseudonym),
                "decisions", decisions.remove(pseudonym),
                "journeys", journeys.remove(pseudonym),
                "firings", firings.remove(pseudonym),
                "recipients", recipients.remove(pseudonym),
                "allocations", allocations.remove(pseudonym)));
        removed.putAll(Map.of(
                "adAudiences", audiences.remove(pseudonym),
                "results", results.remove(pseudonym),
                "experiments", exposures.remove(pseudonym),
                "metrics", facts.remove(pseudonym)));
        removed.put("messages", messages.remove(pseudonym));
        removed.put("feedback", feedback.remove(pseudonym));
        removed.put("suppressions", suppressions.remove(pseudonym));
        removed.put("coupons", coupons.remove(pseudonym));
        return removed;
    }

    @Override
    public void leave(String pseudonym) {
        remove(pseudonym);
    }

    /** Behind the person's lock. What was known of the person before a campaign was held by personalization, though the row is held by analytics. */
    @Override
    public Map<String, Long> forget(String pseudonym, Set<String> tables) {
        people.lockKnown(Set.of(pseudonym));
        if (tables.contains("person")) {
            results.forgetKnown(pseudonym);
        }
        return tables.contains("audience_member") ? Map.of("adAudiences", audiences.remove(pseudonym)) : Map.of();
    }
}
